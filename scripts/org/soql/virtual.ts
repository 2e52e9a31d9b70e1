import type { FieldDefinition, ObjectDefinition, SchemaPort } from '../../apex/index.ts';
import { isStored, quote } from '../store/index.ts';

type Row = Readonly<Record<string, string | number | boolean | null>>;

/** Objects whose rows are the schema itself, and how they are made. */
const virtualRows: Readonly<Record<string, (schema: SchemaPort) => Row[]>> = {
  EntityDefinition: (schema) => objectsOf(schema).map(entityRow),
  EntityParticle: fieldRows,
  FieldDefinition: fieldRows
};

function fieldRows(schema: SchemaPort): Row[] {
  return objectsOf(schema).flatMap((object) =>
    [...object.fields.values()].map((field) => fieldRow(object, field))
  );
}

/** Whether an object has no table, since the schema says what its rows are. */
export function isVirtual(object: ObjectDefinition): boolean {
  return virtualRows[object.name] !== undefined;
}

/** The rows of a virtual object as JSON. */
export function virtualJson(schema: SchemaPort, object: ObjectDefinition): string {
  return JSON.stringify(virtualRows[object.name]?.(schema) ?? []);
}

/** A table of the rows that the SQL function `source` gives as JSON. */
export function virtualTable(object: ObjectDefinition, source: string): string {
  const columns = [...object.fields.values()].filter(isStored).map(({ name }) => {
    const path = `'$.${name}'`;
    return `("value" ->> ${path}) COLLATE NOCASE AS ${quote(name)}`;
  });
  return `(SELECT ${columns.join(', ')} FROM json_each(${source}()))`;
}

function objectsOf(schema: SchemaPort): ObjectDefinition[] {
  return [...schema.objects.values()].filter((object) => object.name !== 'Name');
}

function partsOf(name: string): { namespace: string | null; developer: string } {
  const match = /^(?:([a-z]\w*?)__)?(\w+?)__[a-z]+$/i.exec(name);
  return { namespace: match?.[1] ?? null, developer: match?.[2] ?? name };
}

function entityRow(object: ObjectDefinition): Row {
  const { namespace, developer } = partsOf(object.name);
  return {
    Id: object.name,
    DurableId: object.name,
    QualifiedApiName: object.name,
    DeveloperName: developer,
    NamespacePrefix: namespace,
    Label: object.label,
    MasterLabel: object.label,
    PluralLabel: object.pluralLabel,
    KeyPrefix: object.keyPrefix ?? null,
    InternalSharingModel: object.sharingModel,
    ExternalSharingModel: object.sharingModel,
    IsCustomSetting: object.kind === 'customSetting',
    IsCustomizable: object.kind === 'custom' || object.kind === 'standard',
    IsApexTriggerable: object.createable,
    IsTriggerable: object.createable,
    IsEverCreatable: object.createable,
    IsEverUpdatable: object.updateable,
    IsEverDeletable: object.deletable,
    IsQueryable: object.queryable,
    IsSearchable: object.searchable,
    IsLayoutable: object.kind === 'custom' || object.kind === 'standard',
    IsDeprecatedAndHidden: false
  };
}

/** Types as FieldDefinition.DataType words them. */
function dataTypeOf(field: FieldDefinition): string {
  const { type, length, precision, scale } = field;
  if (type === 'reference') return `Lookup(${field.referenceTo.join(',')})`;
  if (type === 'string') return field.autoNumber ? 'Auto Number' : `Text(${String(length)})`;
  if (type === 'double') return `Number(${String(precision - scale)}, ${String(scale)})`;
  return words[type] ?? type.charAt(0).toUpperCase() + type.slice(1);
}

const words: Readonly<Record<string, string>> = {
  boolean: 'Checkbox',
  datetime: 'Date/Time',
  multipicklist: 'Picklist (Multi-Select)',
  textarea: 'Long Text Area',
  url: 'URL',
  id: 'Lookup()'
};

function fieldRow(object: ObjectDefinition, field: FieldDefinition): Row {
  const { namespace, developer } = partsOf(field.name);
  const id = `${object.name}.${field.name}`;
  return {
    Id: id,
    DurableId: id,
    EntityDefinitionId: object.name,
    QualifiedApiName: field.name,
    DeveloperName: developer,
    NamespacePrefix: namespace,
    Label: field.label,
    MasterLabel: field.label,
    DataType: dataTypeOf(field),
    Length: field.length,
    Precision: field.precision,
    Scale: field.scale,
    RelationshipName: field.relationshipName ?? null,
    IsNillable: field.nillable,
    IsCalculated: field.calculated,
    IsHtmlFormatted: field.htmlFormatted,
    IsNameField: field.nameField,
    IsIndexed: field.idLookup || field.externalId || field.type === 'reference',
    IsPolymorphicForeignKey: field.referenceTo.length > 1,
    IsApiFilterable: field.filterable,
    IsApiSortable: field.sortable,
    IsApiGroupable: field.groupable,
    IsCompound: field.type === 'address' || field.type === 'location'
  };
}
