import type { ObjectDefinition, SchemaPort } from '../../apex/index.ts';
import { UserError } from '../../shared/index.ts';
import { columnsOf, declare, quote, type Column, type Storage } from './columns.ts';
import type { Database } from './database.ts';

type Shape = Readonly<Record<string, Readonly<Record<string, Storage>>>>;

const settingsTables = `
  CREATE TABLE IF NOT EXISTS "_settings" ("name" TEXT PRIMARY KEY, "value" TEXT) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS "_counters" ("name" TEXT PRIMARY KEY, "value" INTEGER) WITHOUT ROWID;
`;

const shapeSetting = '_schema';

/**
 * Brings the tables up to the schema: new objects and fields are added, a changed type is converted where every value
 * allows it, and what the schema no longer has is kept but not seen.
 * @throws UserError when values do not fit a changed type
 */
export function migrate(database: Database, schema: SchemaPort): void {
  database.exec(settingsTables);
  const old = readShape(database);
  const objects = [...schema.objects.values()].filter(hasTable);
  const shape = shapeOf(objects);
  if (JSON.stringify(shape) === JSON.stringify(old)) return;
  database.exec('BEGIN IMMEDIATE');
  try {
    for (const object of objects) migrateObject(database, object, old[object.name]);
    writeShape(database, { ...old, ...shape });
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

/** Whether an object's records are kept. */
export function hasTable(object: ObjectDefinition): boolean {
  return object.kind !== 'platformEvent' && object.kind !== 'changeEvent';
}

function shapeOf(objects: readonly ObjectDefinition[]): Shape {
  return Object.fromEntries(
    objects.map((object) => [
      object.name,
      Object.fromEntries(columnsOf(object).map((column) => [column.name, column.storage]))
    ])
  );
}

function readShape(database: Database): Shape {
  const sql = 'SELECT "value" FROM "_settings" WHERE "name" = ?';
  const stored = database.all(sql, [shapeSetting])[0]?.['value'];
  return typeof stored === 'string' ? (JSON.parse(stored) as Shape) : {};
}

function writeShape(database: Database, shape: Shape): void {
  const sql = 'INSERT OR REPLACE INTO "_settings" VALUES (?, ?)';
  database.run(sql, [shapeSetting, JSON.stringify(shape)]);
}

function migrateObject(
  database: Database,
  object: ObjectDefinition,
  old: Readonly<Record<string, Storage>> | undefined
): void {
  const columns = columnsOf(object);
  const table = quote(object.name);
  if (old === undefined)
    database.exec(`CREATE TABLE IF NOT EXISTS ${table} (${columns.map(declare).join(', ')})`);
  else for (const column of columns) migrateColumn(database, { object, column, old });
  for (const column of columns.filter((candidate) => candidate.indexed)) {
    const index = quote(`${object.name}.${column.name}`);
    // Most lookups of most records are empty: an index without those is a fraction of the size.
    const field = quote(column.name);
    const sql = `CREATE INDEX IF NOT EXISTS ${index} ON ${table} (${field}) WHERE ${field} IS NOT NULL`;
    database.exec(sql);
  }
}

interface ColumnChange {
  readonly object: ObjectDefinition;
  readonly column: Column;
  readonly old: Readonly<Record<string, Storage>>;
}

function migrateColumn(database: Database, { object, column, old }: ColumnChange): void {
  const before = old[column.name];
  const table = quote(object.name);
  if (before === undefined) database.exec(`ALTER TABLE ${table} ADD COLUMN ${declare(column)}`);
  else if (before !== column.storage) convert(database, object, column);
}

/** What every value must be for a column to be converted, and how it is. */
const conversions: Partial<Record<Storage, readonly [fits: string, converted: string]>> = {
  text: ["typeof(c) <> 'blob'", 'CAST(c AS TEXT)'],
  number: ["typeof(c) IN ('real', 'integer') OR (c GLOB '[0-9.-]*' AND NOT c GLOB '?*[^0-9.]*')", 'CAST(c AS REAL)'],
  boolean: ["c IN (0, 1, 'true', 'false')", "c IN (1, 'true')"],
  date: ["c GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*'", 'substr(c, 1, 10)'],
  datetime: ["c GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*'", "substr(substr(c, 1, 10) || 'T' || substr(c || 'T00:00:00.000Z', 12), 1, 24)"],
  id: ['length(c) = 18', 'c']
}; // prettier-ignore

function convert(database: Database, object: ObjectDefinition, column: Column): void {
  const name = quote(column.name);
  const table = quote(object.name);
  const conversion = conversions[column.storage];
  const [fits, converted] = (conversion ?? ['0', 'c']).map((sql) => sql.replace(/\bc\b/g, name));
  const bad = `SELECT count(*) AS "count" FROM ${table} WHERE ${name} IS NOT NULL AND NOT (${fits ?? ''})`;
  const count = Number(database.all(bad)[0]?.['count']);
  if (count > 0) throw misfit(object, column, count);
  database.exec(`UPDATE ${table} SET ${name} = ${converted ?? ''} WHERE ${name} IS NOT NULL`);
}

function misfit(object: ObjectDefinition, column: Column, count: number): UserError {
  const what = `The field ${object.name}.${column.name} has become a ${column.storage}`;
  const records = count === 1 ? '1 record holds a value' : `${String(count)} records hold values`;
  return new UserError(
    `${what}, and ${records} that it cannot keep.`,
    'Change the field back, correct the values, or start with empty data: --fresh.'
  );
}
