export { recordAccess, sharingCondition } from './sharing.ts';
export type { AccessLevel, SharingCondition, SharingQuestion, SharingSource } from './types.ts';
