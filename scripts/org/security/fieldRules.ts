import type { FieldDefinition, ObjectDefinition, SchemaPort } from '../../apex/index.ts';

const systemFields = new Set([
  'Id',
  'IsDeleted',
  'CreatedById',
  'CreatedDate',
  'LastModifiedById',
  'LastModifiedDate',
  'SystemModstamp',
  'LastActivityDate',
  'LastViewedDate',
  'LastReferencedDate',
  'OwnerId',
  'RecordTypeId',
  'CurrencyIsoCode',
  'MasterRecordId'
]);

const addressPart =
  /^(Billing|Shipping|Mailing|Other|)(Street|City|State|PostalCode|Country|StateCode|CountryCode|Latitude|Longitude|GeocodeAccuracy)$/;
const nameParts = new Set(['FirstName', 'LastName', 'Salutation', 'MiddleName', 'Suffix']);

/**
 * The field whose field-level security decides over `field`: itself, or the compound field it is a part of; undefined
 * when everybody who reads the object sees it (system fields, names, required fields, master-details)
 * (https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_fieldpermissions.htm).
 */
export function securedField(object: ObjectDefinition, field: FieldDefinition): string | undefined {
  if (systemFields.has(field.name) || field.nameField || field.type === 'id') return undefined;
  if (nameParts.has(field.name) && object.fields.has('lastname')) return undefined;
  const compound = compoundOf(object, field.name);
  if (compound !== undefined) return compound;
  return isAlwaysVisible(field) ? undefined : field.name;
}

function isAlwaysVisible(field: FieldDefinition): boolean {
  if (field.masterDetail) return true;
  return !field.nillable && field.type !== 'boolean' && !field.autoNumber && !field.calculated;
}

function compoundOf(object: ObjectDefinition, name: string): string | undefined {
  const prefix = addressPart.exec(name)?.[1];
  const compound = prefix === undefined ? undefined : `${prefix}Address`;
  return compound !== undefined && object.fields.has(compound.toLowerCase()) ? compound : undefined;
}

/** The same by name; undefined also for what the schema does not know. */
export function securedFieldName(
  schema: SchemaPort,
  object: string,
  field: string
): string | undefined {
  const definition = schema.object(object);
  const known = definition && schema.field(definition, field);
  return definition && known && securedField(definition, known);
}
