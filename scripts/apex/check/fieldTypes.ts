import type { FieldDefinition, FieldType } from '../platform/index.ts';
import type { ApexType, TypeTable } from '../types/index.ts';

/**
 * The Apex type of a field's value.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_SObjects_accessing_fields.htm
 */
const apexNames: Readonly<Record<FieldType, string>> = {
  id: 'Id',
  string: 'String',
  textarea: 'String',
  boolean: 'Boolean',
  int: 'Integer',
  long: 'Long',
  double: 'Decimal',
  currency: 'Decimal',
  percent: 'Decimal',
  date: 'Date',
  datetime: 'Datetime',
  time: 'Time',
  picklist: 'String',
  multipicklist: 'String',
  combobox: 'String',
  reference: 'Id',
  email: 'String',
  phone: 'String',
  url: 'String',
  encryptedstring: 'String',
  base64: 'Blob',
  address: 'Address',
  location: 'Location',
  anytype: 'Object',
  complexvalue: 'EventBus.ChangeEventHeader'
};

/** Custom metadata may point at objects and fields: by name. */
function isDefinition({ type, referenceTo }: FieldDefinition): boolean {
  return type === 'reference' && /^(Entity|Field)(Definition|Particle)$/.test(referenceTo[0] ?? '');
}

export function typeOfField(types: TypeTable, field: FieldDefinition): ApexType {
  const name = isDefinition(field) ? 'String' : apexNames[field.type];
  return types.native(types.catalogue.find(name) ? name : 'Object');
}
