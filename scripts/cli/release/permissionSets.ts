import { flagOf, nodesOf, textOf } from '../../org/index.ts';
import type { Component, XmlNode } from '../../org/index.ts';
import type { Candidate, ReleaseCheck, ReleaseFinding } from './releaseCheck.ts';
import { findingAt } from './xmlFindings.ts';
import { unknownNames } from './permissionNames.ts';
import {
  integrationPermissionSet,
  integrationUserPermissions,
  packageObjectAccess,
  standardObjectAccess
} from './integrationAccess.ts';
import type { ObjectRight } from './integrationAccess.ts';

/** System permissions that open more than this package: no set of it may give them. */
const forbidden: ReadonlySet<string> = new Set([
  'AuthorApex',
  'CustomizeApplication',
  'ManageUsers',
  'ModifyAllData',
  'ModifyMetadata',
  'PasswordNeverExpires',
  'ViewAllData',
  'ViewSetup'
]);

const elements: Readonly<Record<ObjectRight, string>> = {
  read: 'allowRead',
  create: 'allowCreate',
  edit: 'allowEdit',
  delete: 'allowDelete',
  viewAll: 'viewAllRecords',
  modifyAll: 'modifyAllRecords'
};

/** The sets give what the tables say, and name only what is there. */
export const permissionSetsCheck: ReleaseCheck = {
  name: 'permission sets',
  what: 'Permission sets give no more than they should, and name only what exists.',
  findings: (candidate) => {
    const sets = candidate.project.components('PermissionSet');
    return sets.flatMap((set) => [
      ...tooMuch(candidate, set),
      ...(set.fullName === integrationPermissionSet ? differences(candidate, set) : []),
      ...unknownNames(candidate, set)
    ]);
  }
};

function tooMuch({ project }: Candidate, set: Component): ReleaseFinding[] {
  const system = userPermissions(set.xml)
    .filter((name) => forbidden.has(name))
    .map((name) => ({
      text: name,
      message: `${set.fullName} gives ${name}, which opens the whole org.`
    }));
  const objects = objectRights(set.xml)
    .filter(({ rights }) => rights.includes('modifyAll'))
    .map(({ object }) => ({
      text: `<object>${object}<`,
      message: `${set.fullName} gives Modify All on ${object}. Give the single rights.`
    }));
  return [...system, ...objects].map((each) => findingAt(project, set, each));
}

function differences({ project }: Candidate, set: Component): ReleaseFinding[] {
  const wanted = new Map(
    [...standardObjectAccess, ...packageObjectAccess].map(({ object, rights }) => [
      object,
      rightsText(rights)
    ])
  );
  const given = new Map(
    objectRights(set.xml).map(({ object, rights }) => [object, rightsText(rights)])
  );
  const names = [...new Set([...wanted.keys(), ...given.keys()])];
  const objects = names
    .filter((name) => wanted.get(name) !== given.get(name))
    .map((name) => ({
      text: `<object>${name}<`,
      message: `${set.fullName} gives ${given.get(name) ?? 'nothing'} on ${name}; the table says ${wanted.get(name) ?? 'nothing'}.`
    }));
  const system = userPermissions(set.xml)
    .filter((name) => !integrationUserPermissions.includes(name))
    .map((name) => ({
      text: name,
      message: `${set.fullName} gives ${name}, which is not in the table.`
    }));
  return [...objects, ...system].map((each) => findingAt(project, set, each));
}

interface GivenRights {
  readonly object: string;
  readonly rights: readonly ObjectRight[];
}

/** What a permission set gives, by object. */
export function objectRights(xml: XmlNode): GivenRights[] {
  return nodesOf(xml, 'objectPermissions').map((node) => ({
    object: textOf(node, 'object') ?? '',
    rights: rightNames.filter((right) => flagOf(node, elements[right]))
  }));
}

const rightNames: readonly ObjectRight[] = [
  'read',
  'viewAll',
  'create',
  'edit',
  'delete',
  'modifyAll'
];

function rightsText(rights: readonly ObjectRight[]): string {
  return rightNames.filter((right) => rights.includes(right)).join(', ');
}

function userPermissions(xml: XmlNode): string[] {
  return nodesOf(xml, 'userPermissions')
    .filter((node) => flagOf(node, 'enabled'))
    .flatMap((node) => textOf(node, 'name') ?? []);
}
