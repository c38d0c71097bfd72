import { implement } from '@orpc/server';
import { contract } from '../../src-shared/contract/contract';
import { readSettings } from '../store/personal-settings';
import * as boards from './boards-handlers';
import * as cards from './cards-handlers';
import * as chat from './chat-handlers';
import * as clock from './clock-handlers';
import type { Context } from './context';
import * as credits from './credits-handlers';
import * as drafts from './drafts-handlers';
import * as forecast from './forecast-handlers';
import * as gallery from './gallery-handlers';
import * as insight from './insight-handlers';
import * as invoices from './invoices-handlers';
import * as jobs from './jobs-handlers';
import { logFailures } from './log-failures';
import * as past from './past-handlers';
import * as pictures from './pictures-handlers';
import * as plan from './plan-handlers';
import * as proof from './proof-handlers';
import * as workspace from './workspace-handlers';

const tally = implement(contract).$context<Context>().use(logFailures);

/** The contract, procedure by procedure: a table of contents. */
export const router = tally.router({
  workspace: {
    state: tally.workspace.state.handler(({ context }) => workspace.state(context)),
    cards: tally.workspace.cards.handler(({ context }) => workspace.cards(context)),
    begin: tally.workspace.begin.handler(({ context, input }) => workspace.begin(context, input)),
  },
  plan: {
    state: tally.plan.state.handler(({ context }) => plan.state(context)),
    preview: tally.plan.preview.handler(({ context, input }) => plan.preview(context, input.wish)),
    order: tally.plan.order.handler(({ context, input }) => plan.order(context, input)),
    orders: tally.plan.orders.handler(({ context, input }) => plan.orders(context, input)),
    workAs: tally.plan.workAs.handler(({ context, input }) => plan.workAs(context, input.seat)),
  },
  cards: {
    list: tally.cards.list.handler(({ context }) => cards.list(context)),
    check: tally.cards.check.handler(({ context, input }) => cards.check(context, input.text)),
    import: tally.cards.import.handler(({ context, input }) =>
      cards.importText(context, input.text),
    ),
    export: tally.cards.export.handler(({ context, input }) => cards.exportFile(context, input)),
  },
  clock: {
    show: tally.clock.show.handler(({ context }) => clock.show(context)),
    advance: tally.clock.advance.handler(({ context, input }) => clock.advance(context, input.to)),
  },
  credits: {
    balance: tally.credits.balance.handler(({ context }) => credits.balance(context)),
    statement: tally.credits.statement.handler(({ context, input }) =>
      credits.statement(context, input),
    ),
    verify: tally.credits.verify.handler(({ context, signal }) => credits.verify(context, signal)),
  },
  insight: {
    why: tally.insight.why.handler(({ context, input }) => insight.why(context, input.entryId)),
    balanceAt: tally.insight.balanceAt.handler(({ context, input }) =>
      insight.balanceAt(context, input.at),
    ),
    balances: tally.insight.balances.handler(({ context, input }) =>
      insight.balances(context, input),
    ),
    usage: tally.insight.usage.handler(({ context, input }) => insight.usage(context, input)),
  },
  forecast: {
    next: tally.forecast.next.handler(({ context, input }) => forecast.next(context, input.days)),
    whatIf: tally.forecast.whatIf.handler(({ context, input }) => forecast.tryOut(context, input)),
  },
  invoices: {
    cycles: tally.invoices.cycles.handler(({ context, input }) => invoices.cycles(context, input)),
    export: tally.invoices.export.handler(({ context, input }) =>
      invoices.exportFile(context, input),
    ),
  },
  jobs: {
    submit: tally.jobs.submit.handler(({ context, input }) => jobs.submit(context, input)),
    queue: tally.jobs.queue.handler(({ context, input }) => jobs.queue(context, input.ended)),
    cancel: tally.jobs.cancel.handler(({ context, input }) => jobs.cancel(context, input.jobId)),
    cancelWaiting: tally.jobs.cancelWaiting.handler(({ context }) => jobs.cancelWaiting(context)),
    cancelAll: tally.jobs.cancelAll.handler(({ context }) => jobs.cancelAll(context)),
    pause: tally.jobs.pause.handler(({ context }) => jobs.setPaused(context, true)),
    resume: tally.jobs.resume.handler(({ context }) => jobs.setPaused(context, false)),
    submitTogether: tally.jobs.submitTogether.handler(({ context, input }) =>
      jobs.submitTogether(context, input.batches),
    ),
    retry: tally.jobs.retry.handler(({ context, input }) => jobs.retry(context, input)),
  },
  gallery: {
    list: tally.gallery.list.handler(({ context, input }) => gallery.list(context, input)),
    detail: tally.gallery.detail.handler(({ context, input }) =>
      gallery.detail(context, input.assetId),
    ),
    saveCopy: tally.gallery.saveCopy.handler(({ context, input }) =>
      gallery.saveCopy(context, input),
    ),
    remove: tally.gallery.remove.handler(({ context, input }) =>
      gallery.setRemoved(context, input.assetIds, true),
    ),
    restore: tally.gallery.restore.handler(({ context, input }) =>
      gallery.setRemoved(context, input.assetIds, false),
    ),
  },
  pictures: {
    bringIn: tally.pictures.bringIn.handler(({ context, input }) =>
      pictures.bringIn(context, input.file),
    ),
  },
  past: {
    of: tally.past.of.handler(({ context, input }) => past.of(context, input.batches)),
    prompts: tally.past.prompts.handler(({ context, input }) => past.prompts(context, input.limit)),
  },
  boards: {
    list: tally.boards.list.handler(({ context }) => boards.list(context)),
    read: tally.boards.read.handler(({ context, input }) => boards.read(context, input.id)),
    save: tally.boards.save.handler(({ context, input }) => boards.save(context, input.board)),
    remove: tally.boards.remove.handler(({ context, input }) => boards.remove(context, input.id)),
    outlineTopic: tally.boards.outlineTopic.handler(({ context, input, signal }) =>
      boards.outlineTopic(context, input.topic, signal),
    ),
    outlineDocument: tally.boards.outlineDocument.handler(({ context, input, signal }) =>
      boards.outlineDocument(context, input, signal),
    ),
    makeVisuals: tally.boards.makeVisuals.handler(({ context, input }) =>
      boards.makeVisuals(context, input),
    ),
    assemble: tally.boards.assemble.handler(({ context, input }) =>
      boards.assemble(context, input),
    ),
  },
  chat: {
    list: tally.chat.list.handler(({ context, input }) => chat.list(context, input)),
    read: tally.chat.read.handler(({ context, input }) => chat.read(context, input.chatId)),
    send: tally.chat.send.handler(({ context, input, signal }) =>
      chat.send(context, input, signal),
    ),
    rename: tally.chat.rename.handler(({ context, input }) => chat.rename(context, input)),
    remove: tally.chat.remove.handler(({ context, input }) =>
      chat.setRemoved(context, input.chatId, true),
    ),
    restore: tally.chat.restore.handler(({ context, input }) =>
      chat.setRemoved(context, input.chatId, false),
    ),
  },
  languageModel: {
    state: tally.languageModel.state.handler(({ context }) => chat.modelState(context)),
    connect: tally.languageModel.connect.handler(({ context, input }) =>
      chat.connectModel(context, input),
    ),
    test: tally.languageModel.test.handler(({ context, input, signal }) =>
      chat.testModel(context, input, signal),
    ),
    forget: tally.languageModel.forget.handler(({ context }) => chat.forgetModel(context)),
  },
  drafts: {
    read: tally.drafts.read.handler(({ context }) => drafts.read(context)),
    keep: tally.drafts.keep.handler(({ context, input }) => drafts.keep(context, input)),
  },
  proof: {
    state: tally.proof.state.handler(({ context }) => proof.state(context)),
    receipt: tally.proof.receipt.handler(({ context, input }) => proof.receipt(context, input)),
    checkReceipt: tally.proof.checkReceipt.handler(({ context, input }) =>
      proof.checkReceipt(context, input.text),
    ),
    backups: tally.proof.backups.handler(({ context }) => proof.backups(context)),
    backUpNow: tally.proof.backUpNow.handler(({ context }) => proof.backUpNow(context)),
    restore: tally.proof.restore.handler(({ context, input }) =>
      proof.restore(context, input.name),
    ),
  },
  engines: {
    list: tally.engines.list.handler(({ context }) => workspace.engines(context)),
  },
  settings: {
    read: tally.settings.read.handler(({ context }) => readSettings(context.studio.ports.settings)),
    change: tally.settings.change.handler(({ context, input }) =>
      workspace.changeSettings(context, input),
    ),
  },
  events: {
    subscribe: tally.events.subscribe.handler(({ context, signal }) =>
      workspace.follow(context, signal),
    ),
  },
});
