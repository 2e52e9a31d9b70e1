import type {
  FieldDefinition,
  ObjectDefinition,
  ObjectKind,
  SharingModel
} from '../../apex/index.ts';
import {
  flagOf,
  nodeOf,
  textOf,
  type Component,
  type Project,
  type XmlNode
} from '../metadata/index.ts';
import { readCustomField } from './customField.ts';
import { defineField } from './field.ts';
import { qualify } from './naming.ts';
import { defineObject } from './object.ts';
import { objectOf, readRecordTypes } from './recordTypes.ts';
import {
  auditFields, customMetadataFields, idField, isDeletedField, lastActivityField, ownerField,
  platformEventFields, recordTypeField, setupOwnerField, viewFields
} from './systemFields.ts'; // prettier-ignore

/** The project's own fields of an object: `Listing__c` or `Account`. */
export function customFieldsOf(object: string, project: Project): FieldDefinition[] {
  return project
    .components('CustomField')
    .filter((component) => qualify(objectOf(component), project.namespace) === object)
    .filter((component) => component.fullName.endsWith('__c'))
    .flatMap((component) => withParts(readCustomField(component, project)));
}

/** A geolocation field has a number for each coordinate beside it. */
function withParts(field: FieldDefinition): FieldDefinition[] {
  if (field.type !== 'location') return [field];
  const part = (axis: string): FieldDefinition =>
    defineField({
      name: field.name.replace(/__c$/, `__${axis}__s`),
      label: `${field.label} (${axis})`,
      type: 'double',
      precision: 18,
      scale: 15,
      custom: true
    });
  return [field, part('Latitude'), part('Longitude')];
}

/** A custom object, metadata type, setting or event of the project as an object definition. */
export function readCustomObject(component: Component, project: Project): ObjectDefinition {
  const name = qualify(component.fullName, project.namespace);
  const kind = kindOf(component);
  const own = customFieldsOf(name, project);
  const recordTypes = kind === 'custom' ? readRecordTypes(name, project) : [];
  const system = systemFields(kind, component.xml, own);
  const withType = recordTypes.length > 1 ? [recordTypeField] : [];
  return defineObject({
    name,
    kind,
    label: textOf(component.xml, 'label') ?? component.fullName,
    pluralLabel: textOf(component.xml, 'pluralLabel') ?? component.fullName,
    customSettingType: settingType(component.xml),
    publishesImmediately: textOf(component.xml, 'publishBehavior') === 'PublishImmediately',
    sharingModel: sharingModelOf(component.xml, own),
    recordTypes,
    fields: [...system, ...withType, ...own]
  });
}

function kindOf({ fullName, xml }: Component): ObjectKind {
  if (fullName.endsWith('__mdt')) return 'customMetadata';
  if (fullName.endsWith('__e')) return 'platformEvent';
  return settingType(xml) === undefined ? 'custom' : 'customSetting';
}

function settingType(xml: XmlNode): 'List' | 'Hierarchy' | undefined {
  const type = textOf(xml, 'customSettingsType');
  return type === 'List' || type === 'Hierarchy' ? type : undefined;
}

function sharingModelOf(xml: XmlNode, own: readonly FieldDefinition[]): SharingModel {
  if (own.some((field) => field.masterDetail)) return 'ControlledByParent';
  return (textOf(xml, 'sharingModel') ?? 'ReadWrite') as SharingModel;
}

function systemFields(
  kind: ObjectKind,
  xml: XmlNode,
  own: readonly FieldDefinition[]
): readonly FieldDefinition[] {
  if (kind === 'customMetadata') return customMetadataFields;
  if (kind === 'platformEvent') return platformEventFields;
  if (kind === 'customSetting') return settingFields;
  const owner = own.some((field) => field.masterDetail) ? [] : [ownerField];
  const activity = flagOf(xml, 'enableActivities') ? [lastActivityField] : [];
  const name = nameField(nodeOf(xml, 'nameField') ?? {});
  return [idField, ...owner, isDeletedField, name, ...auditFields, ...activity, ...viewFields];
}

function nameField(xml: XmlNode): FieldDefinition {
  const auto = textOf(xml, 'type') === 'AutoNumber';
  return defineField({
    name: 'Name',
    label: textOf(xml, 'label') ?? 'Name',
    type: 'string',
    length: 80,
    nameField: true,
    idLookup: true,
    nillable: !auto,
    autoNumber: auto,
    autoNumberFormat: auto ? (textOf(xml, 'displayFormat') ?? '{0}') : undefined,
    createable: !auto,
    updateable: !auto,
    defaultedOnCreate: true
  });
}

const settingFields: readonly FieldDefinition[] = [
  idField,
  isDeletedField,
  defineField({ name: 'Name', label: 'Name', type: 'string', length: 38, nameField: true }),
  setupOwnerField,
  ...auditFields
];
