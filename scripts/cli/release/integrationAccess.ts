import { integrationSet, permissionTable, rightsOf } from '../permissions/index.ts';
import type { ObjectRight } from '../permissions/index.ts';

export type { ObjectRight } from '../permissions/index.ts';

/** What a set gives on one object, and why. */
export interface ObjectAccess {
  readonly object: string;
  readonly rights: readonly ObjectRight[];
  readonly reason: string;
}

/** The name of the set that Clazar's cloud and the scheduled sync run with. */
export const integrationPermissionSet = integrationSet;

const plan = permissionTable()[integrationSet];

const access: readonly ObjectAccess[] = Object.entries(plan?.objects ?? {}).map(
  ([object, grant]) => ({ object, rights: rightsOf(grant), reason: grant.reason ?? '' })
);

/**
 * Everything that the integration user may do with Salesforce's own objects. Clazar's set-up page ticks three
 * rights for Account, four for Contact, Opportunity and Quote, two for Lead; nothing may be deleted.
 */
export const standardObjectAccess: readonly ObjectAccess[] = access.filter(
  ({ object }) => !object.endsWith('__c')
);

/** Everything that the integration user may do with the package's objects. */
export const packageObjectAccess: readonly ObjectAccess[] = access.filter(({ object }) =>
  object.endsWith('__c')
);

/** System permissions of the integration user. */
export const integrationUserPermissions: readonly string[] = plan?.userPermissions ?? [];
