import { TriangleAlert } from 'lucide-react';
import { Fragment } from 'react';
import { costSentence } from '../../src-shared/billing/card/warning-words';
import { warningsFor } from '../../src-shared/billing/card/warnings';
import { noCredits } from '../../src-shared/billing/credits';
import { changeScenes } from '../../src-shared/storyboard/edit-board';
import {
  type BoardPrice,
  type BoardReceipt,
  type PriceLine,
  priceBoard,
  priceLines,
} from '../../src-shared/storyboard/price-board';
import { pricedVisual, visualRequest } from '../../src-shared/storyboard/visual-request';
import { WayButton } from '../create/way-button';
import { screenStore } from '../stores/screen';
import { useBegun } from '../stores/workspace';
import { lapseWords } from '../ui/dates';
import { formatCount, formatCredits, formatNumberOf } from '../ui/figures';
import { sourceName } from '../ui/lot-names';
import { useMediaQuery } from '../ui/media-query';
import { Paper, PaperLine, PaperPerforation, PaperRule } from '../ui/paper';
import { edit } from './keep-board';
import { creditWords, qualityNames } from './quality-words';
import { useBoard } from './use-board';

type BoardSlipProps = { price: Extract<BoardPrice, { kind: 'priced' }>; receipt: BoardReceipt };

/** What making the missing pictures will do to the balance: the till receipt, before it is paid (D2). */
export function BoardSlip({ price, receipt }: BoardSlipProps) {
  const { card } = useBegun();
  const short = useMediaQuery('(height < 740px)');
  const lines = priceLines(price.scenes);
  return (
    <Paper label="Receipt">
      <p className="mb-1 text-xs text-muted">
        {short ? 'Receipt' : `${card.name} ${card.version}`}
      </p>
      {lines.map((line) => (
        <Fragment key={`${line.quality} ${line.model}`}>
          <PaperLine amount={creditAmount(line.total)}>{arithmeticOf(line)}</PaperLine>
          {short ? null : <p className="text-xs text-muted">{modelName(card.models, line)}</p>}
        </Fragment>
      ))}
      {short ? null : <p className="text-xs text-muted">{lines[0]?.rule}</p>}
      <PaperRule />
      <PaperLine strong amount={<span className="text-lg">{formatCredits(receipt.total)}</span>}>
        Total
      </PaperLine>
      <PaperPerforation />
      {receipt.kind === 'payable' && !short
        ? receipt.payments.map((payment) => (
            <PaperLine key={payment.lotId} amount={formatCount(payment.credits)}>
              {sourceName(payment.source, payment.wallet)}
              <span className="text-muted"> · {lapseWords(payment)}</span>
            </PaperLine>
          ))
        : null}
      <BalanceLines receipt={receipt} />
      <Warnings price={price} />
      {short ? null : (
        <button
          type="button"
          onClick={() => screenStore.getState().showDialog('refunds')}
          className="mt-1.5 rounded-sm text-xs text-muted underline decoration-edge underline-offset-2 hover:text-ink"
        >
          Why there are no refunds
        </button>
      )}
    </Paper>
  );
}

function BalanceLines({ receipt }: { receipt: BoardReceipt }) {
  if (receipt.kind === 'short') {
    return (
      <>
        <PaperLine muted amount={formatCount(receipt.before)}>
          Balance now
        </PaperLine>
        <PaperLine
          strong
          amount={<span className="text-danger">{formatCount(receipt.missing)}</span>}
        >
          <span className="text-danger">Missing</span>
        </PaperLine>
      </>
    );
  }
  return <PaperLine amount={formatCount(receipt.after)}>Balance after</PaperLine>;
}

/** The card's word on several at once, what exactly they cost, and a cheaper way (B12); what is free needs none. */
function Warnings({ price }: { price: BoardSlipProps['price'] }) {
  const { card } = useBegun();
  const board = useBoard();
  const metered = board.scenes.filter(({ id }) =>
    price.scenes.some(({ scene, quote }) => scene === id && quote.total > 0),
  );
  const parts = metered.map((scene) => {
    const { width, height } = visualRequest(card, board, scene);
    return {
      request: pricedVisual(card, board, scene),
      longestSide: Math.max(width, height),
    };
  });
  if (parts.length === 0) return null;
  const warnings = warningsFor(card, parts, noHistory);
  if (warnings.length === 0) return null;
  return (
    <ul aria-label="Before you press" className="mt-1.5 flex flex-col gap-1">
      {warnings.map((warning) => (
        <li key={warning.situation} className="flex gap-1.5 text-xs text-caution">
          <TriangleAlert size={13} aria-hidden className="mt-0.5 shrink-0" />
          <span>
            {warning.text} {costSentence(card, warning, parts, noHistory)}
            <BasicWay price={price} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** A board is no form that knows what was tried before. */
const noHistory = { lastModel: null, triesOfPrompt: 0, spentOnPrompt: noCredits, hasResult: false };

/** Basic pictures for all scenes, where that costs less, in one click. */
function BasicWay({ price }: { price: BoardSlipProps['price'] }) {
  const { card } = useBegun();
  const board = useBoard();
  const cheap = changeScenes(board, { quality: 'basic' });
  const wanted = cheap.scenes.filter(({ id }) => price.scenes.some(({ scene }) => scene === id));
  const cheaper = priceBoard(card, cheap, wanted);
  if (cheaper.kind === 'refused' || cheaper.total >= price.total) return null;
  return (
    <span className="mt-1 block">
      <WayButton onClick={() => edit((each) => changeScenes(each, { quality: 'basic' }))}>
        Use basic for all · {creditWords(cheaper.total)}
      </WayButton>
    </span>
  );
}

/** «3 premium × 1 credit». */
function arithmeticOf({ count, quality, each }: PriceLine): string {
  return `${formatNumberOf(count, 'picture')}, ${qualityNames[quality].toLowerCase()} × ${creditWords(each)}`;
}

function creditAmount(total: number): string {
  return total === 0 ? 'free' : formatCount(total);
}

function modelName(
  models: readonly { readonly id: string; readonly name: string }[],
  { model }: PriceLine,
): string {
  return models.find(({ id }) => id === model)?.name ?? model;
}
