export { deployToOrg } from './deployCommand.ts';
export type { OrgDeployOptions } from './deployCommand.ts';
export { queryOrg } from './queryCommand.ts';
export type { OrgQueryOptions } from './queryCommand.ts';
export { runInOrg } from './runCommand.ts';
export { startOrg } from './startCommand.ts';
export type { OrgStartOptions } from './startCommand.ts';
export { testOrg } from './testCommand.ts';
export type { OrgTestOptions } from './testCommand.ts';
