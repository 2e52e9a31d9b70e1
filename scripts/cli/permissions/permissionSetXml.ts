import { grantableFields } from './objectFields.ts';
import { rightsOf } from './permissionTable.ts';
import type {
  FieldAccess,
  ObjectGrant,
  ObjectRight,
  PermissionSetPlan
} from './permissionTable.ts';

type Leaf = string | boolean;
type Element = readonly [name: string, content: Leaf | Readonly<Record<string, Leaf>>];

/** A permission set's file, as the table says it is. */
export function permissionSetXml(plan: PermissionSetPlan): string {
  const elements: Element[] = [
    ...plan.applications.map((application) =>
      grant('applicationVisibilities', { application, visible: true })
    ),
    ...plan.classes.map((apexClass) => grant('classAccesses', { apexClass, enabled: true })),
    ...plan.customPermissions.map((name) => grant('customPermissions', { enabled: true, name })),
    ['description', plan.description],
    ...plan.principals.map((externalCredentialPrincipal) =>
      grant('externalCredentialPrincipalAccesses', { enabled: true, externalCredentialPrincipal })
    ),
    ...Object.entries(plan.objects).sort(byName).flatMap(fieldElements),
    ['hasActivationRequired', false],
    ['label', plan.label],
    ...Object.entries(plan.objects).sort(byName).map(objectElement),
    ...plan.recordTypes.map((recordType) =>
      grant('recordTypeVisibilities', { recordType, visible: true })
    ),
    ...plan.tabs.map((tab) => grant('tabSettings', { tab, visibility: 'Visible' })),
    ...plan.userPermissions.map((name) => grant('userPermissions', { enabled: true, name }))
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8" ?>',
    '<PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata">',
    ...elements.map(elementXml),
    '</PermissionSet>',
    ''
  ].join('\n');
}

function grant(name: string, content: Readonly<Record<string, Leaf>>): Element {
  return [name, content];
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}

function fieldElements([object, { fields }]: readonly [string, ObjectGrant]): Element[] {
  const given: [string, FieldAccess][] =
    typeof fields === 'string'
      ? grantableFields(object).map(({ name, isEditable }) => [name, isEditable ? fields : 'read'])
      : Object.entries(fields);
  return given.map(([field, access]) =>
    grant('fieldPermissions', {
      editable: access === 'edit',
      field: `${object}.${field}`,
      readable: true
    })
  );
}

const rightElements: Readonly<Record<ObjectRight, string>> = {
  create: 'allowCreate',
  delete: 'allowDelete',
  edit: 'allowEdit',
  read: 'allowRead',
  modifyAll: 'modifyAllRecords',
  viewAll: 'viewAllRecords'
};

function objectElement([object, plan]: readonly [string, ObjectGrant]): Element {
  const given = rightsOf(plan);
  const flag = (right: ObjectRight): Record<string, boolean> => ({
    [rightElements[right]]: given.includes(right)
  });
  return grant('objectPermissions', {
    ...flag('create'),
    ...flag('delete'),
    ...flag('edit'),
    ...flag('read'),
    ...flag('modifyAll'),
    object,
    ...flag('viewAll')
  });
}

function elementXml([name, content]: Element): string {
  if (typeof content !== 'object') return `    <${name}>${text(content)}</${name}>`;
  const lines = Object.entries(content).map(
    ([child, value]) => `        <${child}>${text(value)}</${child}>`
  );
  return [`    <${name}>`, ...lines, `    </${name}>`].join('\n');
}

/** Text as it stands between tags. */
export function text(value: Leaf): string {
  return String(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
