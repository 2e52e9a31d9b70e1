import type { DmlOperation } from '../../apex/index.ts';
import type { StoredRow } from '../store/types.ts';
import type { DmlRecord } from './types.ts';

/**
 * Objects that cannot be written in one transaction with others
 * (https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_dml_non_mix_sobjects.htm).
 */
export const setupObjects: ReadonlySet<string> = new Set([
  'AuthSession',
  'ContentWorkspace',
  'FieldPermissions',
  'Group',
  'GroupMember',
  'ObjectPermissions',
  'PermissionSet',
  'PermissionSetAssignment',
  'PermissionSetGroup',
  'PermissionSetGroupComponent',
  'PermissionSetLicenseAssign',
  'QueueSobject',
  'SetupEntityAccess',
  'User',
  'UserPackageLicense',
  'UserRole'
]);

/** Changing one of these makes the update of a user a setup operation. */
const decisiveUserFields = [
  'UserRoleId',
  'IsActive',
  'ForecastEnabled',
  'IsPortalEnabled',
  'Username',
  'ProfileId'
];

/** The write of one record of a setup object. */
export interface SetupWrite {
  readonly object: string;
  readonly operation: DmlOperation;
  readonly record: DmlRecord;
  /** The record as it is stored; undefined for a new one. */
  stored(): StoredRow | undefined;
}

/**
 * May this write of a setup object stand beside others after all? Groups may be inserted and updated, users without a
 * role inserted, and users updated in what does not decide about access.
 */
export function mixes({ object, operation, record, stored }: SetupWrite): boolean {
  if (!saves.has(operation)) return false;
  if (object === 'Group') return true;
  if (object !== 'User') return false;
  const old = operation === 'insert' ? undefined : stored();
  return old === undefined ? isWithoutRole(record) : isHarmless(record, old);
}

const saves: ReadonlySet<DmlOperation> = new Set<DmlOperation>(['insert', 'update', 'upsert']);

function isWithoutRole({ values }: DmlRecord): boolean {
  return (values['UserRoleId'] ?? null) === null;
}

function isHarmless({ values }: DmlRecord, old: StoredRow): boolean {
  return decisiveUserFields.every(
    (name) => values[name] === undefined || values[name] === (old[name] ?? null)
  );
}
