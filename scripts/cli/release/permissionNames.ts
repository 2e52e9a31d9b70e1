import { flagOf, nodesOf, textOf } from '../../org/index.ts';
import type { Component } from '../../org/index.ts';
import type { Candidate, ReleaseFinding } from './releaseCheck.ts';
import { findingAt } from './xmlFindings.ts';

interface NamedEntry {
  /** The list in a permission set. */
  readonly list: string;
  /** The element with the name. */
  readonly element: string;
  readonly exists: (candidate: Candidate, name: string) => boolean;
}

const component =
  (type: string) =>
  ({ project }: Candidate, name: string): boolean =>
    project.component(type, name) !== undefined;

const object = ({ schema }: Candidate, name: string): boolean => schema.object(name) !== undefined;

const entries: readonly NamedEntry[] = [
  { list: 'objectPermissions', element: 'object', exists: object },
  { list: 'fieldPermissions', element: 'field', exists: fieldExists },
  { list: 'classAccesses', element: 'apexClass', exists: component('ApexClass') },
  { list: 'customPermissions', element: 'name', exists: component('CustomPermission') },
  { list: 'tabSettings', element: 'tab', exists: component('CustomTab') },
  {
    list: 'applicationVisibilities',
    element: 'application',
    exists: component('CustomApplication')
  },
  { list: 'recordTypeVisibilities', element: 'recordType', exists: component('RecordType') },
  { list: 'flowAccesses', element: 'flow', exists: component('Flow') },
  { list: 'customSettingAccesses', element: 'name', exists: object },
  { list: 'customMetadataTypeAccesses', element: 'name', exists: object },
  {
    list: 'externalCredentialPrincipalAccesses',
    element: 'externalCredentialPrincipal',
    exists: ({ project }, name) =>
      project.component('ExternalCredential', name.split('-')[0] ?? '') !== undefined
  }
];

function fieldExists({ schema }: Candidate, name: string): boolean {
  const [objectName = '', fieldName = ''] = name.split('.');
  const found = schema.object(objectName);
  return found !== undefined && schema.field(found, fieldName) !== undefined;
}

/** Entries of a permission set that name nothing, or a field whose access cannot be set. */
export function unknownNames(candidate: Candidate, set: Component): ReleaseFinding[] {
  return entries.flatMap(({ list, element, exists }) =>
    nodesOf(set.xml, list)
      .map((node) => textOf(node, element) ?? '')
      .flatMap((name) => {
        const message = exists(candidate, name)
          ? refusal(candidate, { list, name })
          : `${set.fullName} names ${name}, which does not exist.`;
        if (message === undefined) return [];
        return [findingAt(candidate.project, set, { text: `>${name}<`, message })];
      })
  );
}

/** A deployment fails on field permissions of fields that everybody who sees the object sees. */
function refusal(
  { project }: Candidate,
  { list, name }: { readonly list: string; readonly name: string }
): string | undefined {
  const field = list === 'fieldPermissions' ? project.component('CustomField', name) : undefined;
  if (field === undefined) return undefined;
  const isMaster = textOf(field.xml, 'type') === 'MasterDetail';
  return isMaster || flagOf(field.xml, 'required')
    ? `${name} is required: Salesforce takes no field permission for it.`
    : undefined;
}
