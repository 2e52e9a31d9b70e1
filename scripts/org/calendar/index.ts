export { dayNumber, timeZoneOf } from './timeZone.ts';
export type { TimeZone } from './timeZone.ts';
