/** An amount of credits as it stands in a sentence: «1 credit», «1,200 credits». */
export function creditsText(amount: number): string {
  return `${amount.toLocaleString('en')} ${amount === 1 ? 'credit' : 'credits'}`;
}
