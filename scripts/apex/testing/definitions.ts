import type { FieldDefinition, ObjectDefinition } from '../platform/index.ts';

/** A field of a test's schema that says only what matters: text that everybody may read and write. */
export function plainField(name: string, parts: Partial<FieldDefinition> = {}): FieldDefinition {
  return {
    name,
    label: name,
    type: 'string',
    length: 0,
    precision: 0,
    scale: 0,
    custom: name.endsWith('__c'),
    nillable: true,
    createable: true,
    updateable: true,
    filterable: true,
    sortable: true,
    groupable: true,
    unique: false,
    caseSensitive: false,
    externalId: false,
    idLookup: false,
    nameField: name === 'Name',
    autoNumber: false,
    autoNumberFormat: undefined,
    htmlFormatted: false,
    helpText: undefined,
    calculated: false,
    formula: undefined,
    rollUp: undefined,
    defaultValueFormula: undefined,
    defaultedOnCreate: false,
    referenceTo: [],
    relationshipName: undefined,
    masterDetail: false,
    deleteConstraint: undefined,
    restrictedPicklist: false,
    picklistValues: [],
    controllingField: undefined,
    ...parts
  };
}

/** An object of a test's schema with these fields, with which everything may be done. */
export function plainObject(
  name: string,
  fields: readonly FieldDefinition[],
  parts: Partial<ObjectDefinition> = {}
): ObjectDefinition {
  return {
    name,
    kind: name.endsWith('__c') ? 'custom' : 'standard',
    label: name,
    pluralLabel: name,
    keyPrefix: '001',
    customSettingType: undefined,
    sharingModel: 'ReadWrite',
    fields: new Map(fields.map((field) => [field.name.toLowerCase(), field])),
    childRelationships: [],
    recordTypes: [],
    createable: true,
    updateable: true,
    deletable: true,
    undeletable: true,
    queryable: true,
    searchable: true,
    mergeable: false,
    ...parts
  };
}
