export { recordAccess, sharingCondition } from './sharing.ts';
export type { AccessLevel, SharingCondition, SharingQuestion, SharingSource } from './types.ts';
export { writeSharingRules } from './rules.ts';
export type { Grantee, SharingRule } from './rules.ts';
