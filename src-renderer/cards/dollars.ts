/** What stands in a field for money: nothing, an amount in whole parts of a dollar, or what can't be meant. */
export type ReadDollars =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'amount'; readonly parts: number }
  | { readonly kind: 'wrong'; readonly problem: string };

/** How a dollar is cut: a price into cents, a provider's cost into millionths. */
export type DollarParts = {
  /** Digits after the point: 2 for cents, 6 for millionths. */
  readonly digits: number;
  /** The largest amount, in parts. */
  readonly most: number;
  /** Told when an amount has finer parts. */
  readonly tooFine: string;
};

export const cents: DollarParts = {
  digits: 2,
  most: 100_000_000,
  tooFine: 'has parts of a cent; a price is in whole cents',
};
export const millionths: DollarParts = {
  digits: 6,
  most: 1_000_000_000,
  tooFine: 'must have at most 6 digits after the point',
};

const written = /^\$?\s*(-?)(\d*)([.,]?)(\d*)$/;

/**
 * Reads an amount of dollars digit by digit, so that no float ever stands between the text and its whole parts.
 * A comma that could group thousands as well as start a fraction is not guessed at.
 */
export function readDollars(text: string, { digits, most, tooFine }: DollarParts): ReadDollars {
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'nothing' };
  const [, sign = '', whole = '', point = '', rest = ''] = written.exec(trimmed) ?? [];
  if (whole === '' && rest === '') return wrong(`must be dollars, like 12 or 0.004`);
  if (sign === '-') return wrong('must not be less than nothing');
  if (point === ',' && rest.length === 3 && !/^0*$/.test(whole)) {
    return wrong(`could be read in two ways; write ${whole}${rest} or ${whole}.${rest}`);
  }
  const fine = rest.replace(/0+$/, '');
  if (fine.length > digits) return wrong(tooFine);
  const parts = BigInt(`${whole}${fine.padEnd(digits, '0')}`);
  if (parts > BigInt(most)) return wrong(`must be at most ${formatDollars(most, { digits })}`);
  return { kind: 'amount', parts: Number(parts) };
}

function wrong(problem: string): ReadDollars {
  return { kind: 'wrong', problem };
}

/** An amount as it is put into a field: «12», «7.50», «0.004». */
export function dollarsText(parts: number, { digits }: DollarParts): string {
  const { whole, fine } = splitParts(parts, digits);
  if (fine === '') return whole;
  return `${whole}.${fine.padEnd(2, '0')}`;
}

/** How many digits after the point an amount of millionths needs to be told whole; at least 2. */
export function digitsNeeded(micros: number): number {
  return Math.max(2, splitParts(micros, millionths.digits).fine.length);
}

/** An amount in dollars, as the person's language writes it; exact, whatever its size. */
export function formatMicros(micros: number, digits = digitsNeeded(micros)): string {
  return formatDollars(micros, { digits: millionths.digits, shown: digits });
}

function formatDollars(
  parts: number,
  { digits, shown }: { readonly digits: number; readonly shown?: number },
): string {
  const { sign, whole, fine } = splitParts(parts, digits);
  const fraction = shown ?? (fine === '' ? 0 : Math.max(2, fine.length));
  const format = new Intl.NumberFormat(undefined, {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: fraction,
    maximumFractionDigits: fraction,
  });
  // A text is formatted digit by digit; a number of that many digits would be rounded first.
  return format.format(`${sign}${whole}.${fine.padEnd(1, '0')}` as `${number}`).replace('-', '−');
}

function splitParts(parts: number, digits: number): { sign: string; whole: string; fine: string } {
  const all = BigInt(parts);
  const text = String(all < 0n ? -all : all).padStart(digits + 1, '0');
  const cut = text.length - digits;
  return {
    sign: all < 0n ? '-' : '',
    whole: text.slice(0, cut),
    fine: text.slice(cut).replace(/0+$/, ''),
  };
}
