export { createCollection } from './collection.ts';
export type { Collection, Page, PageQuery } from './collection.ts';
export { dayOf, instant, millisecondsOf, normalizeInstant } from './instant.ts';
export { createStamps } from './stamps.ts';
export type { Stamps } from './stamps.ts';
