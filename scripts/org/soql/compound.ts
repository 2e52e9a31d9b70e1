import type { FieldDefinition, ObjectDefinition, SchemaPort } from '../../apex/index.ts';
import { quote } from '../store/index.ts';

const addressParts = [
  ...['City', 'Country', 'CountryCode', 'GeocodeAccuracy', 'Latitude', 'Longitude'],
  ...['PostalCode', 'State', 'StateCode', 'Street']
];
const placeParts = ['Latitude', 'Longitude'];

/** The fields that a compound field is made of, by their names inside of it: `postalCode` for `BillingPostalCode`. */
export function partsOf(
  schema: SchemaPort,
  object: ObjectDefinition,
  { name, type }: FieldDefinition
): [name: string, field: FieldDefinition][] {
  const isCustom = /__c$/i.test(name);
  const stem = isCustom ? name.replace(/__c$/i, '') : name.replace(/Address$/, '');
  return (type === 'location' ? placeParts : addressParts).flatMap((part) => {
    const field = schema.field(object, isCustom ? `${stem}__${part}__s` : `${stem}${part}`);
    return field === undefined ? [] : [[part.charAt(0).toLowerCase() + part.slice(1), field]];
  });
}

interface Table {
  readonly object: ObjectDefinition;
  readonly alias: string;
}

/**
 * A compound field as JSON; null where nothing of it is set.
 * https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/compound_fields_address.htm
 */
export function compoundText(
  schema: SchemaPort,
  { object, alias }: Table,
  field: FieldDefinition
): string {
  const parts = partsOf(schema, object, field).map(
    ([name, part]) => [name, `${alias}.${quote(part.name)}`] as const
  );
  if (parts.length === 0) return 'NULL';
  const values = parts.map(([, sql]) => sql);
  const pairs = parts.map(([name, sql]) => `'${name}', ${sql}`).join(', ');
  const nothing = `COALESCE(${[...values, 'NULL'].join(', ')}) IS NULL`;
  return `CASE WHEN ${nothing} THEN NULL ELSE json_object(${pairs}) END`;
}
