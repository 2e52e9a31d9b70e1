import type { UserContext } from '../session/types.ts';
import type { Store } from '../store/types.ts';

/** The ids through which a user reaches records. */
export interface Circle {
  /** Owners whose records are the user's to work with: the user, subordinates in the role hierarchy, own queues. */
  readonly owners: readonly string[];
  /** To whom records may be shared: the same users, and the groups and queues that any of them is in. */
  readonly grantees: readonly string[];
}

/**
 * Works out a user's circle from roles and group membership
 * (https://developer.salesforce.com/docs/atlas.en-us.securityImplGuide.meta/securityImplGuide/security_controlling_access_using_hierarchies.htm).
 */
export function circleOf(store: Store, user: UserContext): Circle {
  const people = [user.userId, ...subordinates(store, user.roleId)];
  const groups = groupsOf(store, people);
  const queues = store.get('Group', groups).filter((row) => row['Type'] === 'Queue');
  return {
    owners: [...people, ...queues.map((row) => String(row['Id']))],
    grantees: [...people, ...groups]
  };
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
