import type { ObjectDefinition, SchemaPort } from '../../apex/index.ts';
import { nodesOf, textOf, textsOf } from '../metadata/index.ts';
import type { Component, Project } from '../metadata/index.ts';

/** A list view, reduced to what is shown and asked for. Field paths are canonical. */
export interface ListView {
  readonly apiName: string;
  readonly label: string;
  readonly columns: readonly ListViewColumn[];
  readonly filters: readonly ListViewFilter[];
  /** `1 AND (2 OR 3)`; undefined when all filters hold. */
  readonly booleanFilter: string | undefined;
  readonly onlyMine: boolean;
}

export interface ListViewColumn {
  /** What is shown and sorted by: `Name`, `clazar__Listing__r.Name`. */
  readonly path: string;
  readonly label: string;
  readonly sortable: boolean;
}

export interface ListViewFilter {
  readonly field: string;
  readonly operation: string;
  readonly value: string;
}

export interface ListViewSource {
  readonly project: Project;
  readonly schema: SchemaPort;
  readonly object: ObjectDefinition;
}

/** Column names that list views use for standard fields. */
const standardColumns: Readonly<Record<string, string>> = {
  NAME: 'Name',
  LAST_UPDATE: 'LastModifiedDate',
  CREATED_DATE: 'CreatedDate',
  'OWNER.ALIAS': 'Owner.Name',
  'CREATEDBY_USER.ALIAS': 'CreatedBy.Name',
  'UPDATEDBY_USER.ALIAS': 'LastModifiedBy.Name',
  RECORDTYPE: 'RecordType.Name'
};

/** The list views of an object; one that shows all records where the project brings none. */
export function listViews(source: ListViewSource): ListView[] {
  const { project, schema, object } = source;
  const own = project
    .components('ListView')
    .filter(({ fullName }) => schema.object(fullName.split('.')[0] ?? '')?.name === object.name)
    .map((component) => readListView(source, component));
  return own.length > 0 ? own : [generatedListView(source)];
}

function readListView(source: ListViewSource, { fullName, xml }: Component): ListView {
  const apiName = fullName.split('.').at(-1) ?? fullName;
  return {
    apiName,
    label: textOf(xml, 'label') ?? apiName,
    columns: textsOf(xml, 'columns').flatMap((name) => column(source, name)),
    filters: nodesOf(xml, 'filters').map((filter) => ({
      field: fieldPath(source, textOf(filter, 'field') ?? ''),
      operation: textOf(filter, 'operation') ?? 'equals',
      value: textOf(filter, 'value') ?? ''
    })),
    booleanFilter: textOf(xml, 'booleanFilter'),
    onlyMine: textOf(xml, 'filterScope') === 'Mine'
  };
}

function generatedListView(source: ListViewSource): ListView {
  const { object } = source;
  const shown = [...object.fields.values()]
    .filter(({ type, nameField }) => nameField || ['picklist', 'currency', 'date'].includes(type))
    .slice(0, 5)
    .map(({ name }) => name);
  return {
    apiName: `All${object.pluralLabel.replaceAll(/\W/g, '')}`,
    label: `All ${object.pluralLabel}`,
    columns: [...shown, 'LastModifiedDate'].flatMap((name) => column(source, name)),
    filters: [],
    booleanFilter: undefined,
    onlyMine: false
  };
}

function column(source: ListViewSource, name: string): ListViewColumn[] {
  const path = fieldPath(source, name);
  const field = source.schema.field(source.object, path);
  if (field === undefined) {
    return path.includes('.') ? [{ path, label: lastPart(path), sortable: true }] : [];
  }
  return field.type === 'reference' && field.relationshipName !== undefined
    ? [{ path: `${field.relationshipName}.Name`, label: field.label, sortable: field.sortable }]
    : [{ path: field.name, label: field.label, sortable: field.sortable }];
}

function lastPart(path: string): string {
  return path.split('.').at(-2) ?? path;
}

/** `OPPORTUNITY.NAME` and `NAME` are the Name field; a custom field is named as it is. */
function fieldPath({ schema, object }: ListViewSource, name: string): string {
  const standard = standardColumns[name] ?? standardColumns[name.split('.').slice(1).join('.')];
  return standard ?? schema.field(object, name)?.name ?? name;
}
