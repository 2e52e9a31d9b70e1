/** The months of an ISO 8601 duration such as P12M or P1Y; undefined for any other text. */
export function monthsOf(duration: string | null): number | undefined {
  const match = /^P(\d{1,3})([MY])$/.exec(duration ?? '');
  if (!match) return undefined;
  return Number(match[1]) * (match[2] === 'Y' ? 12 : 1);
}
