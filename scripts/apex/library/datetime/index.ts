export { localDate, localDatetime, localLong, localText } from './locale.ts';
export { parseLocalDate, parseLocalDatetime } from './locale.ts';
export { parseDate, parseDatetime, parseInstant } from './parse.ts';
export { formatPattern } from './pattern.ts';
export { fieldsIn, isTimeZone, timeOf, zoneOffset } from '../../../shared/index.ts';
export type { ZonedFields as Fields } from '../../../shared/index.ts';
export { zoneName } from './zoneName.ts';
