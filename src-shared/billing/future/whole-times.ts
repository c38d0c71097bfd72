/** How often `part` fits wholly into `whole`; neither is negative. */
export function wholeTimes(part: number, whole: number): number {
  return (whole - (whole % part)) / part;
}
