import { textOf } from '../metadata/index.ts';
import type { XmlNode } from '../metadata/index.ts';
import type { Grantee } from '../sharing/index.ts';
import type { FieldValue } from '../store/types.ts';
import { groupId, roleId } from './groupIds.ts';

type Reader = (name: string) => Grantee;

/** What `sharedTo` and `sharedFrom` may hold; other kinds of users a local org does not have. */
const readers: Readonly<Record<string, Reader>> = {
  allInternalUsers: () => ({ kind: 'everybody' }),
  group: (name) => ({ kind: 'group', id: groupId('Group', name) }),
  queue: (name) => ({ kind: 'group', id: groupId('Queue', name) }),
  role: (name) => ({ kind: 'role', id: roleId(name) }),
  roleAndSubordinates: (name) => ({ kind: 'branch', id: roleId(name) }),
  roleAndSubordinatesInternal: (name) => ({ kind: 'branch', id: roleId(name) })
};

/** Users that a rule names; `Unknown` tells which element is none that is supported. */
export type Subject =
  | {
      readonly known: true;
      readonly grantee: Grantee;
      readonly element: string;
      readonly name: string;
    }
  | { readonly known: false; readonly element: string };

/** Reads `sharedTo` or `sharedFrom`. */
export function readSubject(node: XmlNode): Subject {
  const element = Object.keys(node).find((name) => !name.startsWith('@_')) ?? '';
  const read = readers[element];
  if (read === undefined) return { known: false, element };
  const name = textOf(node, element) ?? '';
  return { known: true, grantee: read(name), element, name };
}

interface Fragment {
  readonly sql: string;
  readonly parameters: readonly FieldValue[];
}

const owner = '{record}."OwnerId"';

/** Records that these users own. */
export function ownedBy(from: Grantee): Fragment {
  switch (from.kind) {
    case 'everybody':
      return { sql: `${owner} IN (SELECT "Id" FROM "User")`, parameters: [] };
    case 'group':
      return { sql: `(${owner} = ? OR ${owner} IN (${members}))`, parameters: [from.id, from.id] };
    case 'role':
      return {
        sql: `${owner} IN (SELECT "Id" FROM "User" WHERE "UserRoleId" = ?)`,
        parameters: [from.id]
      };
    case 'branch':
      return {
        sql: `${owner} IN (SELECT "Id" FROM "User" WHERE "UserRoleId" IN (${branch}))`,
        parameters: [from.id]
      };
  }
}

const members = `WITH RECURSIVE member(id) AS (
  SELECT "UserOrGroupId" FROM "GroupMember" WHERE "GroupId" = ?
  UNION SELECT gm."UserOrGroupId" FROM "GroupMember" gm JOIN member ON gm."GroupId" = member.id)
  SELECT id FROM member`;

const branch = `WITH RECURSIVE below(id) AS (
  SELECT ? UNION SELECT role."Id" FROM "UserRole" role JOIN below ON role."ParentRoleId" = below.id)
  SELECT id FROM below`;
