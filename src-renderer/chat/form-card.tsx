import { useEffect, useId, useMemo, useState } from 'react';
import type { RateCard } from '../../src-shared/billing/card/rate-card';
import { type Receipt, receipt } from '../../src-shared/billing/card/receipt';
import { costSentence, wayWords } from '../../src-shared/billing/card/warning-words';
import { type ProjectHistory, warningsFor } from '../../src-shared/billing/card/warnings';
import { noCredits } from '../../src-shared/billing/credits';
import {
  type ChatForm,
  outputsOfForm,
  pricedForm,
  quoteForm,
  requestOfForm,
} from '../../src-shared/chat/form';
import { formWords } from '../../src-shared/chat/form-words';
import { describeRefusal } from '../../src-shared/refusal';
import { ask } from '../app/ask';
import { tally } from '../app/bridge';
import { creditsStore } from '../stores/credits';
import { screenStore } from '../stores/screen';
import { useBegun } from '../stores/workspace';
import { Button } from '../ui/button';
import { formatCount, formatCredits } from '../ui/figures';
import { Paper, PaperLine, PaperPerforation, PaperRule } from '../ui/paper';
import { pressForm, usePress } from './form-press';
import { openForm } from './open-form';

type FormCardProps = { form: ChatForm /** Names it among all forms. */; name: string };

/** A form that was filled in the chat, with its receipt; nothing happens to it without a press. */
export function FormCard({ form, name }: FormCardProps) {
  const { card } = useBegun();
  const press = usePress(name);
  const balance = creditsStore((store) => store.balance);
  const priced = useMemo(() => quoteForm(card, form), [card, form]);
  if (balance === null) return null;
  if (priced.kind === 'refused') {
    return <p className="text-sm text-danger">{describeRefusal(priced.refusal)}</p>;
  }
  const quote = press.repriced ?? priced.quote;
  const slip = receipt(quote, balance.lots, balance.at);
  return (
    <div className="w-full max-w-md">
      <Paper label="Prepared form">
        <p className="mb-1 wrap-anywhere">
          <bdi>{formWords(card, form)}</bdi>
        </p>
        <PaperRule />
        <PaperLine strong amount={<span className="text-lg">{formatCredits(quote.total)}</span>}>
          {quote.count === 1
            ? 'Price'
            : `${formatCount(quote.count)} × ${formatCredits(quote.each)}`}
        </PaperLine>
        <BalanceLines slip={slip} />
        <Warnings card={card} form={form} />
        <button
          type="button"
          onClick={() => screenStore.getState().showDialog('refunds')}
          className="mt-1.5 rounded-sm text-xs text-muted underline decoration-edge underline-offset-2 hover:text-ink"
        >
          Why there are no refunds
        </button>
      </Paper>
      <FormButtons form={form} name={name} slip={slip} card={card} />
    </div>
  );
}

function BalanceLines({ slip }: { slip: Receipt }) {
  if (slip.kind === 'payable') {
    return <PaperLine amount={formatCount(slip.after)}>Balance after</PaperLine>;
  }
  return (
    <>
      <PaperLine muted amount={formatCount(slip.before)}>
        Balance now
      </PaperLine>
      <PaperLine strong amount={<span className="text-danger">{formatCount(slip.missing)}</span>}>
        <span className="text-danger">Missing</span>
      </PaperLine>
    </>
  );
}

/** What the card warns of before this is paid, what it would cost, and what costs less (B12). */
function Warnings({ card, form }: { card: RateCard; form: ChatForm }) {
  const history = useHistory(form);
  const longestSide = Math.max(form.width, form.height);
  const parts = [{ request: pricedForm(card, form), longestSide }];
  const warnings = warningsFor(card, parts, history);
  if (warnings.length === 0) return null;
  return (
    <>
      <PaperPerforation />
      <ul aria-label="Before you press" className="flex flex-col gap-1 text-xs">
        {warnings.map((warning) => (
          <li key={warning.situation}>
            <span className="text-caution">{warning.text}</span>{' '}
            {costSentence(card, warning, parts, history)}
            {warning.remedy === null ? null : ` Cheaper: ${wayWords(card, warning.remedy)}.`}
          </li>
        ))}
      </ul>
    </>
  );
}

const nothing: ProjectHistory = {
  lastModel: null,
  triesOfPrompt: 0,
  spentOnPrompt: noCredits,
  hasResult: false,
};

/** What was made before of what a form asks for. */
function useHistory(form: ChatForm): ProjectHistory {
  const [history, setHistory] = useState(nothing);
  const revision = creditsStore((store) => store.revision);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed balance means that a job has
  useEffect(() => {
    const request = requestOfForm(form, 0);
    let isShown = true;
    if (request !== null) {
      const batches = [{ request, count: outputsOfForm(form) }];
      void ask(tally().past.of({ batches })).then((answer) => {
        if (isShown && answer.kind === 'answered') setHistory(answer.value);
      });
    }
    return () => {
      isShown = false;
    };
  }, [form, revision]);
  return history;
}

type FormButtonsProps = { form: ChatForm; name: string; slip: Receipt; card: RateCard };

function FormButtons({ form, name, slip, card }: FormButtonsProps) {
  const press = usePress(name);
  const reasonId = useId();
  const reason = reasonOf(form, slip);
  const isBusy = press.state === 'under-way';
  const again = press.accepted > 0 ? ' again' : '';
  const generate = (clicks: number) => {
    if (reason === null && clicks <= 1) void pressForm(name, form, slip.quote);
  };
  return (
    <div className="mt-2 flex flex-wrap items-center gap-2">
      <Button onClick={() => openForm(form, card)}>
        {form.tool === 'storyboard' ? 'Open in Storyboard' : 'Open in Create'}
      </Button>
      {requestOfForm(form, 0) === null ? null : (
        <Button
          look="primary"
          aria-disabled={reason !== null || isBusy}
          aria-describedby={reason === null ? undefined : reasonId}
          onClick={(event) => generate(event.detail)}
          onKeyDown={(event) => (event.repeat ? event.preventDefault() : undefined)}
        >
          {isBusy ? 'Holding credit…' : `Generate${again} · ${formatCredits(slip.quote.total)}`}
        </Button>
      )}
      <p id={reasonId} role="status" className="w-full text-sm text-muted">
        {reason ?? (press.accepted > 0 ? 'It was put into the queue.' : '')}
      </p>
      {press.problem === null ? null : (
        <p role="alert" className="w-full text-sm text-danger">
          {press.problem}
        </p>
      )}
    </div>
  );
}

/** Why Generate can't be pressed, in a sentence; null when it can. */
function reasonOf({ tool, prompt }: ChatForm, slip: Receipt): string | null {
  if (tool === 'storyboard') return 'Its scenes are written and made in Storyboard.';
  if (tool === 'edit' || tool === 'image-to-video') {
    return 'Choose the picture to start from in Create.';
  }
  if (prompt.trim() === '') return 'Write what it should show in Create.';
  return slip.kind === 'short' ? 'There is not enough credit for it.' : null;
}
