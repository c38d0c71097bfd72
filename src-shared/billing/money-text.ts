/** Cents of a US dollar as a price is written: «$10», «$7.50»; a price that is not known says so. */
export function moneyText(cents: number | null): string {
  if (cents === null) return 'a price that is not on the card';
  const digits = String(cents).replace('-', '').padStart(3, '0');
  const dollars = Number(digits.slice(0, -2)).toLocaleString('en');
  const rest = digits.slice(-2);
  return `${cents < 0 ? '−' : ''}$${dollars}${rest === '00' ? '' : `.${rest}`}`;
}
