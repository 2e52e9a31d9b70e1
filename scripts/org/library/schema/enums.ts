import { nativeEnum } from '../../../apex/index.ts';
import type { FieldType } from '../../../apex/index.ts';
import { ApexEnumValue } from '../../../apex/runtime/index.ts';

/** A native enum together with its values by name. */
export function enumTable(type: string, names: readonly string[]) {
  return {
    type: nativeEnum(type, names),
    value: (name: string): ApexEnumValue => new ApexEnumValue(type, name, names.indexOf(name))
  };
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_enum_Schema_DisplayType.htm */
export const displayTypes = enumTable('Schema.DisplayType', [
  ...['ADDRESS', 'ANYTYPE', 'BASE64', 'BOOLEAN', 'COMBOBOX', 'COMPLEXVALUE', 'CURRENCY'],
  ...['DATACATEGORYGROUPREFERENCE', 'DATE', 'DATETIME', 'DOUBLE', 'EMAIL', 'ENCRYPTEDSTRING'],
  ...['ID', 'INTEGER', 'JSON', 'LOCATION', 'LONG', 'MULTIPICKLIST', 'PERCENT', 'PHONE'],
  ...['PICKLIST', 'REFERENCE', 'SOBJECT', 'STRING', 'TEXTAREA', 'TIME', 'URL']
]);

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_enum_Schema_SOAPType.htm */
export const soapTypes = enumTable('Schema.SoapType', [
  ...['ADDRESS', 'ANYTYPE', 'BASE64BINARY', 'BOOLEAN', 'DATE', 'DATETIME', 'DOUBLE', 'ID'],
  ...['INTEGER', 'LOCATION', 'LONG', 'STRING', 'TIME']
]);

const soapNames: Readonly<Partial<Record<FieldType, string>>> = {
  address: 'ADDRESS',
  anytype: 'ANYTYPE',
  base64: 'BASE64BINARY',
  boolean: 'BOOLEAN',
  currency: 'DOUBLE',
  date: 'DATE',
  datetime: 'DATETIME',
  double: 'DOUBLE',
  id: 'ID',
  int: 'INTEGER',
  location: 'LOCATION',
  complexvalue: 'ANYTYPE',
  long: 'LONG',
  percent: 'DOUBLE',
  reference: 'ID',
  time: 'TIME'
};

export function displayTypeOf(type: FieldType): ApexEnumValue {
  return displayTypes.value(type === 'int' ? 'INTEGER' : type.toUpperCase());
}

export function soapTypeOf(type: FieldType): ApexEnumValue {
  return soapTypes.value(soapNames[type] ?? 'STRING');
}
