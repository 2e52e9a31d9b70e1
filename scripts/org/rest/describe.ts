import type { ChildRelationship, FieldDefinition, ObjectDefinition } from '../../apex/index.ts';
import type { AccessPolicy } from '../session/types.ts';
import type { Json } from './recordJson.ts';

/** An object as `sobjects` lists it. */
export function describeGlobal(
  object: ObjectDefinition,
  policy: AccessPolicy
): Record<string, Json> {
  return {
    name: object.name,
    label: object.label,
    labelPlural: object.pluralLabel,
    keyPrefix: object.keyPrefix ?? null,
    custom: object.kind !== 'standard',
    customSetting: object.kind === 'customSetting',
    createable: object.createable && policy.canCreate(object.name),
    updateable: object.updateable && policy.canEdit(object.name),
    deletable: object.deletable && policy.canDelete(object.name),
    undeletable: object.undeletable,
    queryable: object.queryable,
    retrieveable: object.queryable,
    replicateable: object.queryable,
    searchable: object.searchable,
    mergeable: object.mergeable,
    triggerable: true,
    layoutable: object.kind === 'standard' || object.kind === 'custom'
  };
}

/** An object in full; fields the user may not read are left out, as the platform does. */
export function describeObject(
  object: ObjectDefinition,
  policy: AccessPolicy
): Record<string, Json> {
  const readable = [...object.fields.values()].filter((field) =>
    policy.canReadField(object.name, field.name)
  );
  return {
    ...describeGlobal(object, policy),
    fields: readable.map((field) =>
      describeField(field, policy.canEditField(object.name, field.name))
    ),
    childRelationships: object.childRelationships.map(describeChildRelationship),
    recordTypeInfos: object.recordTypes.map((type) => ({
      recordTypeId: type.id,
      developerName: type.developerName,
      name: type.label,
      active: type.active,
      available: type.master || (type.active && policy.canUseRecordType(type.id)),
      master: type.master,
      defaultRecordTypeMapping: isDefault(object, type, policy)
    }))
  };
}

/** The master record type is the default of who has no other. */
function isDefault(
  { name }: ObjectDefinition,
  { id, master }: ObjectDefinition['recordTypes'][number],
  policy: AccessPolicy
): boolean {
  const first = policy.defaultRecordType(name);
  return first === undefined ? master : first === id;
}

function describeField(field: FieldDefinition, editable: boolean): Record<string, Json> {
  return {
    name: field.name,
    label: field.label,
    type: field.type,
    soapType: soapTypes[field.type] ?? 'xsd:string',
    length: field.length,
    byteLength: field.length * 3,
    precision: field.precision,
    scale: field.scale,
    digits: field.type === 'int' ? field.precision : 0,
    custom: field.custom,
    nillable: field.nillable,
    createable: field.createable && editable,
    updateable: field.updateable && editable,
    defaultedOnCreate: field.defaultedOnCreate,
    filterable: field.filterable,
    sortable: field.sortable,
    groupable: field.groupable,
    aggregatable: field.groupable,
    unique: field.unique,
    caseSensitive: field.caseSensitive,
    externalId: field.externalId,
    idLookup: field.idLookup,
    nameField: field.nameField,
    autoNumber: field.autoNumber,
    calculated: field.calculated,
    htmlFormatted: field.htmlFormatted,
    ...describeReference(field),
    ...describePicklist(field),
    ...describeFormulas(field)
  };
}

function describeReference(field: FieldDefinition): Record<string, Json> {
  return {
    referenceTo: [...field.referenceTo],
    relationshipName: field.relationshipName ?? null,
    cascadeDelete: field.masterDetail,
    restrictedDelete: field.deleteConstraint === 'Restrict'
  };
}

function describePicklist(field: FieldDefinition): Record<string, Json> {
  return {
    restrictedPicklist: field.restrictedPicklist,
    dependentPicklist: field.controllingField !== undefined,
    controllerName: field.controllingField ?? null,
    picklistValues: field.picklistValues.map(({ value, label, active, defaultValue }) => ({
      value,
      label,
      active,
      defaultValue,
      validFor: null
    }))
  };
}

function describeFormulas(field: FieldDefinition): Record<string, Json> {
  return {
    calculatedFormula: field.formula ?? null,
    inlineHelpText: field.helpText ?? null,
    defaultValueFormula: field.defaultValueFormula ?? null
  };
}

const soapTypes: Readonly<Partial<Record<FieldDefinition['type'], string>>> = {
  id: 'tns:ID',
  reference: 'tns:ID',
  boolean: 'xsd:boolean',
  int: 'xsd:int',
  long: 'xsd:long',
  double: 'xsd:double',
  currency: 'xsd:double',
  percent: 'xsd:double',
  date: 'xsd:date',
  datetime: 'xsd:dateTime',
  time: 'xsd:time',
  base64: 'xsd:base64Binary',
  address: 'urn:address',
  location: 'urn:location'
};

function describeChildRelationship(child: ChildRelationship): Record<string, Json> {
  return {
    childSObject: child.childObject,
    field: child.field,
    relationshipName: child.relationshipName ?? null,
    cascadeDelete: child.cascadeDelete,
    restrictedDelete: child.restrictedDelete,
    deprecatedAndHidden: false
  };
}
