import { UserError } from '../../shared/index.ts';
import { flagOf, lineOf, nodesOf, textOf, textsOf } from '../metadata/index.ts';
import type { Component, XmlNode } from '../metadata/index.ts';
import { namedId } from '../schema/index.ts';
import {
  apexClassId,
  customPermissionId,
  entityDefinitionId,
  permissionSetGroupId,
  permissionSetId,
  writeMuting,
  writeRecordTypes
} from '../security/index.ts';
import type { StoredRow } from '../store/types.ts';
import { permissionSetLicenseId, userLicenseId } from './licenses.ts';
import { applicationId, visibleApplications } from './applications.ts';
import type { SetupOrg, Writer } from './org.ts';
import { permissionColumns, profilePermissionSetId } from './profiles.ts';

/** Writes the project's permission sets, and what its profiles add to the standard ones. */
export function syncPermissionSets(org: SetupOrg, writer: Writer): void {
  for (const component of org.project.components('PermissionSet')) {
    const id = permissionSetId(component.fullName);
    writer.put('PermissionSet', { ...describe(org, component), Id: id });
    writeGrants({ org, writer, component, parentId: id });
  }
  for (const component of org.project.components('MutingPermissionSet')) {
    const parentId = mutingId(component.fullName);
    writeGrants({ org, writer, component, parentId });
  }
  for (const component of org.project.components('PermissionSetGroup')) writeMuted(org, component);
  for (const component of org.project.components('Profile')) {
    const name = component.fullName === 'Admin' ? 'System Administrator' : component.fullName;
    writeGrants({ org, writer, component, parentId: profilePermissionSetId(name) });
  }
}

function mutingId(fullName: string): string {
  return namedId('0QM', fullName);
}

/** @throws UserError for a muting permission set that does not exist */
function writeMuted({ project, store }: SetupOrg, { fullName, xml, file }: Component): void {
  const names = textsOf(xml, 'mutingPermissionSets');
  const sets = names.map((name) => project.component('MutingPermissionSet', name));
  if (sets.includes(undefined)) {
    const what = `The permission set group ${fullName} names a muting permission set that does not exist.`;
    throw new UserError(what, 'Correct the name, or add it.', { file });
  }
  const userPermissions = sets.flatMap((set) =>
    set === undefined ? [] : enabledNames(set.xml, 'userPermissions', 'name')
  );
  const permissionSetIds = names.map(mutingId);
  writeMuting(store, permissionSetGroupId(fullName), { permissionSetIds, userPermissions });
}

function describe({ project }: SetupOrg, { fullName, xml }: Component): StoredRow {
  return {
    Name: fullName,
    Label: textOf(xml, 'label') ?? fullName,
    Description: textOf(xml, 'description') ?? null,
    NamespacePrefix: project.namespace ?? null,
    LicenseId: licenseId(textOf(xml, 'license')),
    HasActivationRequired: flagOf(xml, 'hasActivationRequired'),
    IsOwnedByProfile: false,
    IsCustom: true,
    Type: 'Regular',
    ...permissionColumns(enabledNames(xml, 'userPermissions', 'name'))
  };
}

function licenseId(name: string | undefined): string | null {
  if (name === undefined) return null;
  return name.endsWith('Psl') ? permissionSetLicenseId(name) : userLicenseId(name);
}

function enabledNames(xml: XmlNode, list: string, element: string): string[] {
  return nodesOf(xml, list)
    .filter((node) => flagOf(node, 'enabled'))
    .flatMap((node) => textOf(node, element) ?? []);
}

interface GrantSource {
  readonly org: SetupOrg;
  readonly writer: Writer;
  readonly component: Component;
  readonly parentId: string;
}

function writeGrants(source: GrantSource): void {
  const { org, writer, component, parentId } = source;
  const isSet = component.type !== 'Profile';
  for (const object of isSet
    ? ['ObjectPermissions', 'FieldPermissions', 'SetupEntityAccess']
    : []) {
    writer.remove(object, 'ParentId', [parentId]);
  }
  for (const node of nodesOf(component.xml, 'objectPermissions')) writeObject(source, node);
  for (const node of nodesOf(component.xml, 'fieldPermissions')) writeField(source, node);
  writeVisibility(source);
  for (const [type, id] of entitiesOf(org, component.xml)) {
    writer.put('SetupEntityAccess', {
      Id: namedId('0J0', `${parentId} ${id}`),
      ParentId: parentId,
      SetupEntityId: id,
      SetupEntityType: type
    });
  }
}

/** `recordTypeVisibilities`: what may be chosen, and what a profile gives to new records. */
function writeVisibility(source: GrantSource): void {
  const { org, component, parentId } = source;
  const nodes = nodesOf(component.xml, 'recordTypeVisibilities');
  const shown = nodes.filter((node) => flagOf(node, 'visible'));
  const typeOf = (node: XmlNode) => recordTypeNamed(source, textOf(node, 'recordType') ?? '');
  const defaults = shown.filter((node) => flagOf(node, 'default')).map(typeOf);
  writeRecordTypes(org.store, parentId, {
    visible: shown.map((node) => typeOf(node).id),
    defaults: Object.fromEntries(defaults.map(({ object, id }) => [object, id]))
  });
}

/** @param given `Offer__c.Private_Offer` */
function recordTypeNamed(source: GrantSource, given: string) {
  const [objectName = '', typeName] = given.split('.');
  const object = source.org.schema.object(objectName);
  const type = object?.recordTypes.find(({ developerName }) => developerName === typeName);
  if (object === undefined || type === undefined) throw unknown(source, 'recordType', given);
  return { object: object.name, id: type.id };
}

function writeObject(source: GrantSource, node: XmlNode): void {
  const { org, writer, parentId } = source;
  const given = textOf(node, 'object') ?? '';
  const object = org.schema.object(given);
  if (object === undefined) throw unknown(source, 'object', given);
  writer.put('ObjectPermissions', {
    Id: namedId('110', `${parentId} ${object.name}`),
    ParentId: parentId,
    SobjectType: object.name,
    PermissionsRead: flagOf(node, 'allowRead'),
    PermissionsCreate: flagOf(node, 'allowCreate'),
    PermissionsEdit: flagOf(node, 'allowEdit'),
    PermissionsDelete: flagOf(node, 'allowDelete'),
    PermissionsViewAllRecords: flagOf(node, 'viewAllRecords'),
    PermissionsModifyAllRecords: flagOf(node, 'modifyAllRecords'),
    PermissionsViewAllFields: flagOf(node, 'viewAllFields')
  });
}

function writeField(source: GrantSource, node: XmlNode): void {
  const { writer, parentId } = source;
  const { object, field } = fieldNamed(source, textOf(node, 'field') ?? '');
  const isEditable = flagOf(node, 'editable');
  const isReadable = flagOf(node, 'readable');
  const isMuting = source.component.type === 'MutingPermissionSet';
  const name = `${object}.${field.name}`;
  writer.put('FieldPermissions', {
    Id: namedId('01k', `${parentId} ${name}`),
    ParentId: parentId,
    SobjectType: object,
    Field: name,
    PermissionsRead: isReadable || (isEditable && !isMuting),
    // A field that is muted to read is muted altogether.
    PermissionsEdit: isEditable && !field.calculated && !(isMuting && isReadable)
  });
}

function fieldNamed(source: GrantSource, given: string) {
  const { schema } = source.org;
  const [objectName = '', fieldName = ''] = given.split('.');
  const object = schema.object(objectName);
  const field = object && schema.field(object, fieldName);
  if (object === undefined || field === undefined) throw unknown(source, 'field', given);
  return { object: object.name, field };
}

function unknown({ org, component }: GrantSource, kind: string, name: string): UserError {
  const line = lineOf(org.project.read(component), `<${kind}>${name}</${kind}>`);
  return new UserError(
    `The permission set ${component.fullName} names the ${kind} ${name}, which does not exist.`,
    `Correct the name, or add the ${kind}.`,
    { file: component.file, ...(line === undefined ? {} : { line }) }
  );
}

function entitiesOf({ project, schema }: SetupOrg, xml: XmlNode): [string, string][] {
  const { namespace } = project;
  const pairs = (
    type: string,
    names: readonly string[],
    id: (name: string) => string
  ): [string, string][] => names.map((name) => [type, id(name)]);
  const entity = (name: string): string => entityDefinitionId(schema.object(name)?.name ?? name);
  return [
    ...pairs('TabSet', visibleApplications(xml), applicationId),
    ...pairs('ApexClass', enabledNames(xml, 'classAccesses', 'apexClass'), (name) =>
      apexClassId(name, namespace)
    ),
    ...pairs('CustomPermission', enabledNames(xml, 'customPermissions', 'name'), (name) =>
      customPermissionId(name, namespace)
    ),
    ...pairs(
      'CustomEntityDefinition',
      enabledNames(xml, 'customMetadataTypeAccesses', 'name'),
      entity
    ),
    ...pairs('CustomEntityDefinition', enabledNames(xml, 'customSettingAccesses', 'name'), entity)
  ];
}
