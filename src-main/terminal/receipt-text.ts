import type { Remedy } from '../../src-shared/billing/card/advice';
import type { Quote } from '../../src-shared/billing/card/quote';
import type { Receipt } from '../../src-shared/billing/card/receipt';
import { describeRemedy } from '../../src-shared/work-refusal';
import { creditsText, lapseText, table } from './text';
import type { BegunWorkspace } from './workspace';

/** A receipt as a till prints it: arithmetic, which lots pay and when they lapse, balance after. */
export function receiptLines(
  { card, timeZone }: BegunWorkspace,
  slip: Receipt,
  remedies: readonly Remedy[],
): string[] {
  const { quote } = slip;
  const model = card.models.find(({ id }) => id === quote.model)?.name ?? quote.model;
  const heading = `${card.name} ${card.version} · ${model}, ${quote.quality}`;
  const price: Row[] = [
    [arithmetic(quote), quote.total],
    [quote.rule, null],
  ];
  const body = slip.kind === 'payable' ? paidBy(slip, timeZone) : missing(slip);
  const rows: Row[] = [...price, null, ...body];
  const figures = table(
    rows.filter((row) => row !== null).map(([text, figure]) => [text, figure?.toString() ?? '']),
    [1],
  );
  const width = Math.max(heading.length, ...figures.map((line) => line.length));
  const rule = '─'.repeat(width);
  return [heading, rule, ...figures.slice(0, 2), rule, ...figures.slice(2), ...ways(remedies)];
}

/** A line with its figure, or a rule across. */
type Row = readonly [text: string, figure: number | null] | null;

function arithmetic({ count, units, unit, price, each }: Quote): string {
  const line = price.per === 1 ? `${price.credits}` : `${price.credits} for ${price.per}`;
  const length = unit === 'second' ? ` × ${units} s` : '';
  return `${count} × ${creditsText(each)} (${line} ${unit === 'image' ? 'an' : 'a'} ${unit}${length})`;
}

function paidBy(slip: Extract<Receipt, { kind: 'payable' }>, timeZone: string): Row[] {
  const payments = slip.payments.map((payment): Row => {
    const purse = payment.wallet === 'pool' ? ' of the pool' : '';
    const from = `from ${payment.source} credit${purse}, which ${lapseText(payment, timeZone)}`;
    return [from, payment.credits];
  });
  return [...payments, ['balance before', slip.before], ['balance after', slip.after]];
}

function missing(slip: Extract<Receipt, { kind: 'short' }>): Row[] {
  return [
    ['balance', slip.before],
    ['missing', slip.missing],
  ];
}

function ways(remedies: readonly Remedy[]): string[] {
  return remedies.map((remedy) => `You can ${describeRemedy(remedy)}.`);
}
