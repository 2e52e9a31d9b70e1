import { add, mute, readMuting } from './muting.ts';
import type { Store, StoredRow } from '../store/types.ts';

/** What object permissions say, added up. */
export interface ObjectGrant {
  readonly read: boolean;
  readonly create: boolean;
  readonly edit: boolean;
  readonly delete: boolean;
  readonly viewAll: boolean;
  readonly modifyAll: boolean;
  readonly viewAllFields: boolean;
}

/** Everything that a user's profile and permission sets grant, added up. */
export interface Grants {
  /** By object in lower case. */
  readonly objects: ReadonlyMap<string, ObjectGrant>;
  /** `object.field` in lower case: may it be edited, or only read? */
  readonly fields: ReadonlyMap<string, 'read' | 'edit'>;
  /** Ids of Apex classes, custom permissions, custom metadata types and the like. */
  readonly entities: ReadonlySet<string>;
  readonly userPermissions: ReadonlySet<string>;
}

/** Everything that a user has: profile and permission sets, and groups less what is muted in each. */
export function grantsOf(store: Store, userId: string, now: number): Grants {
  const { direct, groups } = assignmentsOf(store, userId, now);
  const muted = groups.map((group) => groupGrants(store, group));
  return muted.reduce(add, readGrants(store, direct));
}

function groupGrants(store: Store, { id, members }: AssignedGroup): Grants {
  const grants = readGrants(store, members);
  const muting = readMuting(store, id);
  if (muting === undefined) return grants;
  const muted = readGrants(store, muting.permissionSetIds);
  return mute(grants, { ...muted, userPermissions: new Set(muting.userPermissions) });
}

/** Reads what these permission sets (those of profiles among them) grant. */
export function readGrants(store: Store, permissionSetIds: readonly string[]): Grants {
  const sets = store.get('PermissionSet', permissionSetIds);
  return {
    objects: objectGrants(store.find('ObjectPermissions', 'ParentId', permissionSetIds)),
    fields: fieldGrants(store.find('FieldPermissions', 'ParentId', permissionSetIds)),
    entities: new Set(
      store
        .find('SetupEntityAccess', 'ParentId', permissionSetIds)
        .map((row) => String(row['SetupEntityId']))
    ),
    userPermissions: new Set(sets.flatMap(userPermissionsOf))
  };
}

function userPermissionsOf(set: StoredRow): string[] {
  return Object.keys(set)
    .filter((name) => name.startsWith('Permissions') && set[name] === true)
    .map((name) => name.slice('Permissions'.length));
}

const nothing: ObjectGrant = {
  read: false,
  create: false,
  edit: false,
  delete: false,
  viewAll: false,
  modifyAll: false,
  viewAllFields: false
};

function objectGrants(rows: readonly StoredRow[]): Map<string, ObjectGrant> {
  const grants = new Map<string, ObjectGrant>();
  for (const row of rows) {
    const object = String(row['SobjectType']).toLowerCase();
    grants.set(object, addRow(grants.get(object) ?? nothing, row));
  }
  return grants;
}

function addRow(grant: ObjectGrant, row: StoredRow): ObjectGrant {
  const says = (name: string): boolean => row[`Permissions${name}`] === true;
  return {
    read: grant.read || says('Read'),
    create: grant.create || says('Create'),
    edit: grant.edit || says('Edit'),
    delete: grant.delete || says('Delete'),
    viewAll: grant.viewAll || says('ViewAllRecords'),
    modifyAll: grant.modifyAll || says('ModifyAllRecords'),
    viewAllFields: grant.viewAllFields || says('ViewAllFields')
  };
}

function fieldGrants(rows: readonly StoredRow[]): Map<string, 'read' | 'edit'> {
  const grants = new Map<string, 'read' | 'edit'>();
  for (const row of rows) {
    const field = String(row['Field']).toLowerCase();
    if (row['PermissionsEdit'] === true) grants.set(field, 'edit');
    else if (row['PermissionsRead'] === true && !grants.has(field)) grants.set(field, 'read');
  }
  return grants;
}

interface AssignedGroup {
  readonly id: string;
  /** Ids of its permission sets. */
  readonly members: readonly string[];
}

interface Assignments {
  /** The profile's own permission set, and those assigned. */
  readonly direct: readonly string[];
  readonly groups: readonly AssignedGroup[];
}

/** Assignments that have expired do not count. */
function assignmentsOf(store: Store, userId: string, now: number): Assignments {
  const [user] = store.get('User', [userId]);
  const profileSets = store.find('PermissionSet', 'ProfileId', [user?.['ProfileId'] ?? '']);
  const assignments = store
    .find('PermissionSetAssignment', 'AssigneeId', [userId])
    .filter((row) => !isExpired(row, now));
  const sets = [...profileSets.map((row) => row['Id']), ...assignments.map(setOf)];
  const groupIds = new Set(assignments.flatMap((row) => textOf(row['PermissionSetGroupId'])));
  return {
    direct: [...new Set(sets.flatMap(textOf))],
    groups: [...groupIds].map((id) => ({ id, members: membersOf(store, id) }))
  };
}

function membersOf(store: Store, groupId: string): string[] {
  return store
    .find('PermissionSetGroupComponent', 'PermissionSetGroupId', [groupId])
    .map(setOf)
    .flatMap(textOf);
}

/**
 * The permission sets of a user: the profile's own, those assigned, and those of assigned groups.
 * @param now milliseconds since 1970
 */
export function permissionSetsOf(store: Store, userId: string, now: number): string[] {
  const { direct, groups } = assignmentsOf(store, userId, now);
  return [...new Set([...direct, ...groups.flatMap(({ members }) => members)])];
}

function setOf(row: StoredRow) {
  return row['PermissionSetId'];
}

function textOf(value: unknown): string[] {
  return typeof value === 'string' ? [value] : [];
}

function isExpired(row: StoredRow, now: number): boolean {
  const end = row['ExpirationDate'];
  return typeof end === 'string' && Date.parse(end) <= now;
}
