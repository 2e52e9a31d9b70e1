import type { SqlValue } from '../store/index.ts';
import type { FieldValue, Store } from '../store/types.ts';
import type { RunContext } from './plan.ts';
import type { Entry, RecordShape, Row } from './shape.ts';
import { parentColumn, type Statement } from './statement.ts';
import type { QueryRecord, QueryValue } from './types.ts';

/** A condition on a table's rows, from the sharing rules; `?` stands for each parameter. */
export interface SharingCondition {
  readonly sql: string;
  readonly parameters: readonly FieldValue[];
}

/** What a run needs. */
export interface Run {
  readonly store: Store;
  readonly context: RunContext;
  /** undefined: the user sees every row of the object. */
  readonly sharing: (object: string, alias: string) => SharingCondition | undefined;
  /** The object that an id belongs to. */
  readonly objectOf: (id: string) => string | undefined;
}

interface Prepared {
  readonly sql: string;
  readonly parameters: SqlValue[];
}

/** The statement with sharing filled in, and its parameters for this run. */
export function prepare(run: Run, statement: Statement, ids?: string): Prepared {
  const parameters = statement.parameters.map((parameter) => parameter(run.context));
  if (ids !== undefined) parameters[0] = ids;
  let { sql } = statement;
  for (const { mark, object, alias } of statement.sharing) {
    const condition = run.sharing(object.name, alias);
    if (condition === undefined) continue;
    const start = parameters.length;
    let count = 0;
    const numbered = condition.sql.replace(/\?/g, () => `?${String(start + ++count)}`);
    parameters.push(...condition.parameters.map(toParameter));
    sql = sql.replaceAll(mark, `(${numbered})`);
  }
  return { sql, parameters };
}

function toParameter(value: FieldValue): SqlValue {
  return typeof value === 'boolean' ? Number(value) : value;
}

/** Runs a statement and makes records of its rows. */
export function runStatement(run: Run, statement: Statement): QueryRecord[] {
  const { sql, parameters } = prepare(run, statement);
  const rows = run.store.all(sql, parameters);
  return readRecords(run, statement.shape, rows);
}

function readRecords(run: Run, shape: RecordShape, rows: readonly Row[]): QueryRecord[] {
  const children = readChildren(run, shape, rows);
  return rows.map((row) => readRecord({ run, children }, shape, row));
}

type Children = ReadonlyMap<Entry, ReadonlyMap<FieldValue, QueryRecord[]>>;

interface Reading {
  readonly run: Run;
  readonly children: Children;
}

/** The children of all rows at once, by parent. */
function readChildren(run: Run, shape: RecordShape, rows: readonly Row[]): Children {
  const found = new Map<Entry, Map<FieldValue, QueryRecord[]>>();
  for (const entry of shape.entries.values()) {
    if (entry.kind !== 'children') continue;
    const ids = JSON.stringify(rows.map((row) => row[entry.idColumn]));
    const { sql, parameters } = prepare(run, entry.statement, ids);
    const childRows = rows.length === 0 ? [] : run.store.all(sql, parameters);
    const records = readRecords(run, entry.statement.shape, childRows);
    found.set(entry, groupByParent(childRows, records));
  }
  return found;
}

function groupByParent(
  rows: readonly Row[],
  records: readonly QueryRecord[]
): Map<FieldValue, QueryRecord[]> {
  const byParent = new Map<FieldValue, QueryRecord[]>();
  for (const [position, record] of records.entries()) {
    const parent = rows[position]?.[parentColumn] ?? null;
    const list = byParent.get(parent);
    if (list === undefined) byParent.set(parent, [record]);
    else list.push(record);
  }
  return byParent;
}

function readRecord(reading: Reading, shape: RecordShape, row: Row): QueryRecord {
  const values = new Map<string, QueryValue>();
  for (const [name, entry] of shape.entries) values.set(name, readEntry(reading, entry, row));
  const given = row[shape.idColumn ?? ''];
  const id = typeof given === 'string' ? given : undefined;
  return { object: shape.object ?? reading.run.objectOf(id ?? '') ?? 'Name', id, values };
}

function readEntry(reading: Reading, entry: Entry, row: Row): QueryValue {
  switch (entry.kind) {
    case 'value':
      return entry.decode(row[entry.column] ?? null, reading.run.context);
    case 'record':
      return readParent(reading, entry.shape, row);
    case 'children':
      return childrenOf(reading, entry, row);
    case 'typeof':
      return readTypeOf(reading, entry, row);
  }
}

type EntryOf<K extends Entry['kind']> = Extract<Entry, { readonly kind: K }>;

function childrenOf(reading: Reading, entry: EntryOf<'children'>, row: Row): QueryRecord[] {
  return reading.children.get(entry)?.get(row[entry.idColumn] ?? null) ?? [];
}

function readTypeOf(reading: Reading, entry: EntryOf<'typeof'>, row: Row): QueryValue {
  const object = reading.run.objectOf(String(row[entry.idColumn] ?? ''));
  return readParent(reading, entry.shapes.get(object ?? '') ?? entry.otherwise, row);
}

function readParent(reading: Reading, shape: RecordShape, row: Row): QueryValue {
  const isMissing = (row[shape.idColumn ?? ''] ?? null) === null;
  return isMissing ? null : readRecord(reading, shape, row);
}
