/** Locales whose short names for their own zones (CET, BST, IST, AEDT) are those that Java prints everywhere. */
const locales = ['en-US', 'en-GB', 'en-IN', 'en-AU', 'en-NZ', 'en-ZA'];

/**
 * A time zone's name at an instant.
 * @param long `Pacific Standard Time`, else `PST`
 */
export function zoneName(zone: string, time: number, long: boolean): string {
  if (zone === 'GMT' || zone === 'UTC') return long ? 'Greenwich Mean Time' : zone;
  if (long) return nameIn('en-US', zone, [time, 'long']);
  const names = locales.map((locale) => nameIn(locale, zone, [time, 'short']));
  return names.find((name) => !/\d/.test(name)) ?? names[0] ?? zone;
}

function nameIn(
  locale: string,
  zone: string,
  [time, style]: readonly [number, 'long' | 'short']
): string {
  const format = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: style });
  const part = format.formatToParts(time).find(({ type }) => type === 'timeZoneName');
  return part?.value ?? zone;
}
