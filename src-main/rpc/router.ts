import { implement } from '@orpc/server';
import { contract } from '../../src-shared/contract/contract';
import { readSettings } from '../store/personal-settings';
import type { Context } from './context';
import * as credits from './credits-handlers';
import * as gallery from './gallery-handlers';
import * as jobs from './jobs-handlers';
import { logFailures } from './log-failures';
import * as workspace from './workspace-handlers';

const tally = implement(contract).$context<Context>().use(logFailures);

/** The contract, procedure by procedure: a table of contents. */
export const router = tally.router({
  workspace: {
    state: tally.workspace.state.handler(({ context }) => workspace.state(context)),
    cards: tally.workspace.cards.handler(({ context }) => workspace.cards(context)),
    begin: tally.workspace.begin.handler(({ context, input }) => workspace.begin(context, input)),
  },
  credits: {
    balance: tally.credits.balance.handler(({ context }) => credits.balance(context)),
    statement: tally.credits.statement.handler(({ context, input }) =>
      credits.statement(context, input),
    ),
    verify: tally.credits.verify.handler(({ context, signal }) => credits.verify(context, signal)),
  },
  jobs: {
    submit: tally.jobs.submit.handler(({ context, input }) => jobs.submit(context, input)),
    queue: tally.jobs.queue.handler(({ context, input }) => jobs.queue(context, input.ended)),
    cancel: tally.jobs.cancel.handler(({ context, input }) => jobs.cancel(context, input.jobId)),
    cancelWaiting: tally.jobs.cancelWaiting.handler(({ context }) => jobs.cancelWaiting(context)),
    cancelAll: tally.jobs.cancelAll.handler(({ context }) => jobs.cancelAll(context)),
    pause: tally.jobs.pause.handler(({ context }) => jobs.setPaused(context, true)),
    resume: tally.jobs.resume.handler(({ context }) => jobs.setPaused(context, false)),
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
      context.studio.events.subscribe(signal),
    ),
  },
});
