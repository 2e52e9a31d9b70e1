const instantPattern =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}:\d{2})(?:\.(\d{1,6})\d*)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** Milliseconds since 1970 as the API writes an instant: UTC, six digits, `Z`. */
export function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('Z', '000Z');
}

/** An instant of whole microseconds since 1970, in the API's form. */
export function instantOfMicroseconds(microseconds: number): string {
  const milliseconds = Math.floor(microseconds / 1000);
  const rest = String(microseconds - milliseconds * 1000).padStart(3, '0');
  return new Date(milliseconds).toISOString().replace('Z', `${rest}Z`);
}

/** Milliseconds since 1970 of an instant in the API's form. */
export function millisecondsOf(text: string): number {
  return Date.parse(text);
}

/** The day of an instant, `YYYY-MM-DD`. */
export function dayOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

/**
 * Brings an ISO 8601 date or instant to the API's form, so that instants compare as texts.
 *
 * @returns undefined when `text` is neither
 */
export function normalizeInstant(text: string): string | undefined {
  const match = instantPattern.exec(text);
  if (!match) return undefined;
  const [, day, time = '00:00:00', fraction = '', zone = 'Z'] = match;
  const seconds = Date.parse(`${day}T${time}${zone}`);
  if (Number.isNaN(seconds)) return undefined;
  return instant(seconds).replace('000000', fraction.padEnd(6, '0'));
}
