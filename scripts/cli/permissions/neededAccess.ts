import { integrationSet, permissionTable, rightsOf } from './permissionTable.ts';
import type { ObjectRight } from './permissionTable.ts';
import { text } from './permissionSetXml.ts';

/** A standard object that the integration user needs, and for what. */
export interface NeededAccess {
  readonly object: string;
  readonly rights: readonly ObjectRight[];
  readonly reason: string;
}

/** The integration user's standard objects, in the order of the table. */
export function neededAccess(): NeededAccess[] {
  return Object.entries(permissionTable()[integrationSet]?.objects ?? {})
    .filter(([object]) => !object.endsWith('__c'))
    .map(([object, grant]) => ({ object, rights: rightsOf(grant), reason: grant.reason ?? '' }));
}

const fields: readonly (readonly [field: string, right: ObjectRight])[] = [
  ['Create__c', 'create'],
  ['Delete__c', 'delete'],
  ['Edit__c', 'edit'],
  ['Read__c', 'read'],
  ['View_All__c', 'viewAll']
];

/** The row that tells the set-up assistant what to look for: a record of `Needed_Access__mdt`. */
export function neededAccessXml({ object, rights, reason }: NeededAccess, order: number): string {
  const values: (readonly [string, string, string])[] = [
    ...fields.map(
      ([field, right]) => [field, 'xsd:boolean', String(rights.includes(right))] as const
    ),
    ['Object__c', 'xsd:string', object],
    ['Reason__c', 'xsd:string', text(reason)],
    ['Sort_Order__c', 'xsd:double', `${String(order)}.0`]
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8" ?>',
    '<CustomMetadata',
    '    xmlns="http://soap.sforce.com/2006/04/metadata"',
    '    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
    '    xmlns:xsd="http://www.w3.org/2001/XMLSchema"',
    '>',
    `    <label>${object}</label>`,
    '    <protected>false</protected>',
    ...values.sort(([one], [other]) => (one < other ? -1 : 1)).map(valueXml),
    '</CustomMetadata>',
    ''
  ].join('\n');
}

function valueXml([field, type, value]: readonly [string, string, string]): string {
  return [
    '    <values>',
    `        <field>${field}</field>`,
    `        <value xsi:type="${type}">${value}</value>`,
    '    </values>'
  ].join('\n');
}

const columns: readonly (readonly [label: string, right: ObjectRight])[] = [
  ['Read', 'read'],
  ['Read All', 'viewAll'],
  ['Create', 'create'],
  ['Edit', 'edit'],
  ['Delete', 'delete']
];

/** The table of the admin guide, in Markdown. */
export function neededAccessTable(): string {
  const head = ['Object', ...columns.map(([label]) => label), 'What for'];
  const rows = neededAccess().map(({ object, rights, reason }) => [
    object,
    ...columns.map(([, right]) => (rights.includes(right) ? '✓' : '–')),
    reason
  ]);
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
