import type { FieldDefinition, FieldType, ObjectDefinition, SchemaPort } from '../../apex/index.ts';
import type { AccessPolicy } from '../session/types.ts';
import type { Json } from '../rest/index.ts';
import { masterRecordTypeId } from './recordTypes.ts';

/** What an object is and what the user may do with it. */
export function objectInfo(
  schema: SchemaPort,
  object: ObjectDefinition,
  policy: AccessPolicy
): Record<string, Json> {
  const readable = [...object.fields.values()].filter(({ name }) =>
    policy.canReadField(object.name, name)
  );
  return {
    apiName: object.name,
    label: object.label,
    labelPlural: object.pluralLabel,
    keyPrefix: object.keyPrefix ?? null,
    custom: object.kind !== 'standard',
    createable: object.createable && policy.canCreate(object.name),
    updateable: object.updateable && policy.canEdit(object.name),
    deletable: object.deletable && policy.canDelete(object.name),
    queryable: object.queryable,
    searchable: object.searchable,
    layoutable: object.kind === 'standard' || object.kind === 'custom',
    mruEnabled: false,
    feedEnabled: false,
    defaultRecordTypeId: policy.defaultRecordType(object.name) ?? masterRecordTypeId,
    nameFields: nameFields(object),
    dependentFields: {},
    themeInfo: null,
    recordTypeInfos: recordTypeInfos(object, policy),
    childRelationships: object.childRelationships
      .filter(({ childObject }) => policy.canRead(childObject))
      .map((child) => ({
        childObjectApiName: child.childObject,
        fieldName: child.field,
        junctionIdListNames: [],
        junctionReferenceTo: [],
        relationshipName: child.relationshipName ?? null
      })),
    fields: Object.fromEntries(
      readable.map((field) => [
        field.name,
        fieldInfo(schema, field, policy.canEditField(object.name, field.name))
      ])
    )
  };
}

/** The field whose value names a record; `Id` for objects without one. */
export function nameFields(object: ObjectDefinition): string[] {
  return [...object.fields.values()].filter(({ nameField }) => nameField).map(({ name }) => name);
}

function recordTypeInfos(object: ObjectDefinition, policy: AccessPolicy): Record<string, Json> {
  const master = { id: masterRecordTypeId, label: 'Master', active: true, master: true };
  const own = object.recordTypes.filter((type) => !type.master);
  const first = policy.defaultRecordType(object.name) ?? masterRecordTypeId;
  return Object.fromEntries(
    [...own, master].map(({ id, label, active, master: isMaster }) => [
      id,
      {
        available: isMaster || (active && policy.canUseRecordType(id)),
        defaultRecordTypeMapping: id === first,
        master: isMaster,
        name: label,
        recordTypeId: id
      }
    ])
  );
}

function fieldInfo(
  schema: SchemaPort,
  field: FieldDefinition,
  editable: boolean
): Record<string, Json> {
  return {
    apiName: field.name,
    label: field.label,
    dataType: dataTypes[field.type],
    length: field.length,
    precision: field.precision,
    scale: field.scale,
    required: isRequired(field),
    createable: field.createable && editable,
    updateable: field.updateable && editable,
    sortable: field.sortable,
    filterable: field.filterable,
    unique: field.unique,
    calculated: field.calculated,
    custom: field.custom,
    nameField: field.nameField,
    htmlFormatted: field.htmlFormatted,
    externalId: field.externalId,
    inlineHelpText: field.helpText ?? null,
    compound: field.type === 'address' || field.type === 'location',
    compoundFieldName: null,
    compoundComponentName: null,
    controllerName: field.controllingField ?? null,
    controllingFields: controllingFields(field),
    extraTypeInfo: null,
    polymorphicForeignKey: field.referenceTo.length > 1,
    reference: field.type === 'reference',
    referenceToInfos: field.referenceTo.map((target) => referenceInfo(schema, target)),
    relationshipName: field.relationshipName ?? null
  };
}

function controllingFields({ controllingField }: FieldDefinition): string[] {
  return controllingField === undefined ? [] : [controllingField];
}

function isRequired(field: FieldDefinition): boolean {
  return !field.nillable && !field.defaultedOnCreate && field.createable;
}

function referenceInfo(schema: SchemaPort, name: string): Record<string, Json> {
  const target = schema.object(name);
  return { apiName: name, nameFields: target === undefined ? ['Name'] : nameFields(target) };
}

const dataTypes: Readonly<Record<FieldType, string>> = {
  id: 'Reference',
  string: 'String',
  textarea: 'TextArea',
  boolean: 'Boolean',
  int: 'Int',
  long: 'Long',
  double: 'Double',
  currency: 'Currency',
  percent: 'Percent',
  date: 'Date',
  datetime: 'DateTime',
  time: 'Time',
  picklist: 'Picklist',
  multipicklist: 'MultiPicklist',
  combobox: 'ComboBox',
  reference: 'Reference',
  email: 'Email',
  phone: 'Phone',
  url: 'Url',
  encryptedstring: 'EncryptedString',
  base64: 'Base64',
  address: 'Address',
  location: 'Location',
  anytype: 'AnyType',
  complexvalue: 'ComplexValue'
};
