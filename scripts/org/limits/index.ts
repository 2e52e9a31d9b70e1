export { createCalloutRule } from './calloutRule.ts';
export type { CalloutRule } from './calloutRule.ts';
export { knownHeap } from './heap.ts';
export type { Heap, KnownHeap } from './heap.ts';
export { createLimits, LimitExceeded } from './limits.ts';
export type { Limits, LimitSnapshot } from './limits.ts';
export { limitRules, maximumOf } from './names.ts';
export type { LimitName, TransactionKind } from './names.ts';
