export { createAccounts } from './accounts.ts';
export type { Connection, SalesforceAccounts, TextKeeper, UserLink } from './accounts.ts';
export { checkInstanceUrl } from './instanceUrl.ts';
export type { CheckedInstance, Instance, InstanceKind } from './instanceUrl.ts';
export type { SalesforceApp } from './oauth.ts';
export type { Fetch } from './orgClient.ts';
export { SalesforceProblem, WouldReplace } from './parts.ts';
export { createSalesforce } from './salesforce.ts';
export type { MappingState, Salesforce } from './salesforce.ts';
