import type { FieldDefinition, ObjectDefinition, SchemaPort } from '../../apex/index.ts';
import { UserError } from '../../shared/index.ts';
import { nodesOf, textOf, type Component, type Project, type XmlNode } from '../metadata/index.ts';
import { namedId } from './ids.ts';
import { qualify } from './naming.ts';

/** A custom metadata record as a row of its object's table. */
export interface MetadataRow {
  /** Canonical name of the custom metadata type. */
  readonly object: string;
  readonly row: Readonly<Record<string, string | number | boolean | null>>;
}

/**
 * The project's custom metadata records.
 * @param timestamp what `SystemModstamp` says, as an ISO 8601 instant
 * @throws UserError for a record of an unknown type, or a value of an unknown field
 */
export function customMetadataRows(
  project: Project,
  schema: SchemaPort,
  timestamp: string
): MetadataRow[] {
  return project
    .components('CustomMetadata')
    .map((component) => readRecord({ project, schema, component, timestamp }));
}

interface Reading {
  readonly project: Project;
  readonly schema: SchemaPort;
  readonly component: Component;
  readonly timestamp: string;
}

function readRecord({ project, schema, component, timestamp }: Reading): MetadataRow {
  const { namespace } = project;
  const [type = '', name = ''] = component.fullName.split('.');
  const object = schema.object(`${type}__mdt`);
  if (object === undefined) throw unknown(component, `is of the unknown type ${type}__mdt`);
  const developerName = name.replace(new RegExp(`^${namespace ?? ''}__`), '');
  const label = textOf(component.xml, 'label') ?? developerName;
  const values = nodesOf(component.xml, 'values').map((node) =>
    readValue({ schema, object, component }, node)
  );
  return {
    object: object.name,
    row: {
      ...withFieldIds(project, schema, { object, values: Object.fromEntries(values) }),
      Id: recordId(object, developerName),
      DeveloperName: developerName,
      MasterLabel: label,
      Label: label,
      Language: 'en_US',
      NamespacePrefix: namespace ?? null,
      QualifiedApiName: namespace === undefined ? developerName : `${namespace}__${developerName}`,
      SystemModstamp: timestamp
    }
  };
}

interface Values {
  readonly object: ObjectDefinition;
  readonly values: Readonly<Record<string, Value>>;
}

/** A relationship to a field names it within the object that its controlling field names: `Contact.MailingCity`. */
function withFieldIds(
  project: Project,
  schema: SchemaPort,
  { object, values }: Values
): Record<string, Value> {
  const idOf = (name: string, value: Value): Value => {
    const field = schema.field(object, name);
    if (field === undefined || !isOfField(field) || value === null) return value;
    const controlling = schema.field(object, controllingField(project, object, field) ?? '');
    return fieldId(schema, String(values[controlling?.name ?? '']), String(value));
  };
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, idOf(name, value)])
  );
}

function isOfField({ referenceTo }: FieldDefinition): boolean {
  return referenceTo.includes('FieldDefinition') || referenceTo.includes('EntityParticle');
}

function fieldId(schema: SchemaPort, objectName: string, name: string): string {
  const object = schema.object(objectName);
  const field = object && schema.field(object, name);
  return object && field ? `${object.name}.${field.name}` : name;
}

function controllingField(
  project: Project,
  object: ObjectDefinition,
  field: FieldDefinition
): string | undefined {
  const component = project
    .components('CustomField')
    .find(({ fullName }) => canonicalName(project, fullName) === `${object.name}.${field.name}`);
  if (component === undefined) return undefined;
  return textOf(component.xml, 'metadataRelationshipControllingField')?.split('.').at(-1);
}

function canonicalName({ namespace }: Project, fullName: string): string {
  return fullName
    .split('.')
    .map((part) => qualify(part, namespace))
    .join('.');
}

function recordId(object: ObjectDefinition, developerName: string): string {
  return namedId(object.keyPrefix ?? 'm00', `${object.name}.${developerName}`);
}

interface Owner {
  readonly schema: SchemaPort;
  readonly object: ObjectDefinition;
  readonly component: Component;
}

type Value = string | number | boolean | null;

function readValue({ schema, object, component }: Owner, node: XmlNode): [string, Value] {
  const name = textOf(node, 'field') ?? '';
  const field = schema.field(object, name);
  if (field === undefined) throw unknown(component, `gives a value to the unknown field ${name}`);
  const text = textOf(node, 'value');
  return [field.name, text === undefined ? emptyOf(field) : convert(schema, field, text)];
}

function emptyOf(field: FieldDefinition): Value {
  return field.type === 'boolean' ? false : null;
}

function convert(schema: SchemaPort, field: FieldDefinition, text: string): Value {
  switch (field.type) {
    case 'boolean':
      return text === 'true';
    case 'int':
    case 'long':
    case 'double':
    case 'currency':
    case 'percent':
      return Number(text);
    case 'datetime':
      return new Date(text).toISOString();
    case 'reference':
      return relatedId(schema, field, text);
    default:
      return text;
  }
}

/** A metadata relationship names a record of another type by its developer name, or an object by its API name. */
function relatedId(schema: SchemaPort, field: FieldDefinition, text: string): string {
  const target = schema.object(field.referenceTo[0] ?? '');
  if (target?.kind !== 'customMetadata') return schema.object(text)?.name ?? text;
  return recordId(target, text.replace(new RegExp(`^${schema.namespace ?? ''}__`), ''));
}

function unknown({ fullName, file }: Component, what: string): UserError {
  return new UserError(`The record ${fullName} ${what}.`, 'Correct the record.', { file });
}
