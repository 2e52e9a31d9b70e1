export type { SetupOrg } from './org.ts';
export { profilePermissionSetId } from './profiles.ts';
export { seedOrg } from './seed.ts';
export type { OrgDescription } from './seed.ts';
export { standardPricebookId } from './standardRows.ts';
export { administrator, automatedProcess, localUserId, localUsers } from './users.ts';
export type { LocalUserPlan } from './users.ts';
