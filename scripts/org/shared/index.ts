export { zonedParts, zonedTime } from './zone.ts';
export type { CalendarDay, CalendarTime } from './zone.ts';
