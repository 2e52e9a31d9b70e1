import type { UserContext } from '../session/types.ts';
import type { Store } from '../store/types.ts';

/** The ids through which a user reaches records. */
export interface Circle {
  /** Owners whose records are the user's to work with: the user, subordinates in the role hierarchy, own queues. */
  readonly owners: readonly string[];
  /** To whom records may be shared: the same users, and the groups and queues that any of them is in. */
  readonly grantees: readonly string[];
  /** The user's role and those below it: what is shared with them reaches the user. */
  readonly roles: readonly string[];
  /** The same, and those above: to share with one of them and its subordinates reaches the user. */
  readonly branches: readonly string[];
}

/**
 * Works out a user's circle from roles and group membership
 * (https://developer.salesforce.com/docs/atlas.en-us.securityImplGuide.meta/securityImplGuide/security_controlling_access_using_hierarchies.htm).
 */
export function circleOf(store: Store, user: UserContext): Circle {
  const people = [user.userId, ...subordinates(store, user.roleId)];
  const groups = groupsOf(store, people);
  const roles = rolesBelow(store, user.roleId);
  const queues = store.get('Group', groups).filter((row) => row['Type'] === 'Queue');
  return {
    owners: [...people, ...queues.map((row) => String(row['Id']))],
    grantees: [...people, ...groups],
    roles,
    branches: [...roles, ...rolesAbove(store, user.roleId)]
  };
}

function rolesBelow(store: Store, roleId: string | undefined): string[] {
  return rolesFrom(store, roleId, 'role."ParentRoleId" = found.id');
}

function rolesAbove(store: Store, roleId: string | undefined): string[] {
  return rolesFrom(
    store,
    roleId,
    'role."Id" = (SELECT "ParentRoleId" FROM "UserRole" WHERE "Id" = found.id)'
  );
}

/** A role, and those that a step leads to again and again. */
function rolesFrom(store: Store, roleId: string | undefined, step: string): string[] {
  if (roleId === undefined) return [];
  const rows = store.all(
    `WITH RECURSIVE found(id) AS (
       SELECT ? UNION SELECT role."Id" FROM "UserRole" role JOIN found ON ${step})
     SELECT id FROM found`,
    [roleId]
  );
  return rows.map((row) => String(row['id']));
}

/** Users in roles below a role. */
function subordinates(store: Store, roleId: string | undefined): string[] {
  if (roleId === undefined) return [];
  const rows = store.all(
    `WITH RECURSIVE below(id) AS (
       SELECT "Id" FROM "UserRole" WHERE "ParentRoleId" = ?
       UNION SELECT role."Id" FROM "UserRole" role JOIN below ON role."ParentRoleId" = below.id)
     SELECT "Id" FROM "User" WHERE "UserRoleId" IN (SELECT id FROM below)`,
    [roleId]
  );
  return rows.map((row) => String(row['Id']));
}

/** Groups and queues that these users are in, directly or through other groups, and "all internal users". */
function groupsOf(store: Store, people: readonly string[]): string[] {
  const rows = store.all(
    `WITH RECURSIVE member(id) AS (
       SELECT "GroupId" FROM "GroupMember" WHERE "UserOrGroupId" IN (SELECT value FROM json_each(?))
       UNION SELECT gm."GroupId" FROM "GroupMember" gm JOIN member ON gm."UserOrGroupId" = member.id)
     SELECT id FROM member UNION SELECT "Id" FROM "Group" WHERE "Type" = 'Organization'`,
    [JSON.stringify(people)]
  );
  return rows.map((row) => String(row['id']));
}
