import type { FieldDefinition, FieldType, ObjectDefinition } from '../../apex/index.ts';

/** How a field's values are kept. */
export type Storage = 'text' | 'id' | 'number' | 'boolean' | 'date' | 'datetime' | 'time' | 'blob';

const storages: Partial<Record<FieldType, Storage>> = {
  id: 'id',
  reference: 'id',
  boolean: 'boolean',
  int: 'number',
  long: 'number',
  double: 'number',
  currency: 'number',
  percent: 'number',
  date: 'date',
  datetime: 'datetime',
  time: 'time',
  base64: 'blob'
};

/** How values of a field type are kept; text unless it is something else. */
export function storageOf(type: FieldType): Storage {
  return storages[type] ?? 'text';
}

/** Whether a field has a column: formulas are computed, and compound fields have theirs in their parts. */
export function isStored(field: FieldDefinition): boolean {
  return field.formula === undefined && field.type !== 'address' && field.type !== 'location';
}

export interface Column {
  readonly name: string;
  readonly storage: Storage;
  readonly caseSensitive: boolean;
  readonly indexed: boolean;
}

/** Written by the platform on every save and seldom asked for: an index would only slow every insert. */
const unindexed = new Set(['Id', 'CreatedById', 'LastModifiedById', 'RecordTypeId']);

/** The columns of an object's table. */
export function columnsOf(object: ObjectDefinition): Column[] {
  return [...object.fields.values()].filter(isStored).map((field) => ({
    name: field.name,
    storage: storageOf(field.type),
    caseSensitive: field.caseSensitive,
    indexed: isIndexed(field)
  }));
}

function isIndexed(field: FieldDefinition): boolean {
  if (unindexed.has(field.name)) return false;
  return field.type === 'reference' || field.externalId || field.unique || field.nameField;
}

/** An SQL name: objects and fields are called `Order`, `Group`, `Limit` … */
export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/**
 * A column's declaration. Columns have no type affinity, so that a field that changes its type needs no new table;
 * text compares without regard to case, as SOQL does.
 */
export function declare(column: Column): string {
  if (column.name === 'Id') return '"Id" TEXT PRIMARY KEY NOT NULL';
  const standard = column.storage === 'boolean' ? ' DEFAULT 0' : '';
  const exact = column.storage === 'id' || column.storage === 'blob' || column.caseSensitive;
  return `${quote(column.name)}${standard}${exact ? '' : ' COLLATE NOCASE'}`;
}
