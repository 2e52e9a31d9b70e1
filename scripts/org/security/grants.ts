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
    grants.set(object, add(grants.get(object) ?? nothing, row));
  }
  return grants;
}

function add(grant: ObjectGrant, row: StoredRow): ObjectGrant {
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

/**
 * The permission sets of a user: the profile's own, those assigned, and those of assigned groups. Assignments that
 * have expired do not count.
 * @param now milliseconds since 1970
 */
export function permissionSetsOf(store: Store, userId: string, now: number): string[] {
  const [user] = store.get('User', [userId]);
  const profileSets = store.find('PermissionSet', 'ProfileId', [user?.['ProfileId'] ?? '']);
  const assignments = store
    .find('PermissionSetAssignment', 'AssigneeId', [userId])
    .filter((row) => !isExpired(row, now));
  const groups = assignments.flatMap((row) => textOf(row['PermissionSetGroupId']));
  const members = store.find('PermissionSetGroupComponent', 'PermissionSetGroupId', groups);
  const ids = [...profileSets.map((row) => row['Id']), ...[...assignments, ...members].map(setOf)];
  return [...new Set(ids.flatMap(textOf))];
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
