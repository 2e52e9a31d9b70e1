import type { FieldDefinition, ObjectDefinition, SchemaPort } from '../../apex/index.ts';
import {
  fromFormula,
  readGlobal,
  toFormula,
  type OrgFormulas,
  type RecordEnvironment,
  type RecordFormula
} from '../formula/index.ts';
import type { SqlValue } from '../store/index.ts';
import { quote, type SqliteStore } from '../store/index.ts';
import { isVirtual, virtualJson, virtualTable } from './virtual.ts';
import type { FormulaFunction, FunctionFactory } from './plan.ts';
import { timeZoneOf, type TimeZone } from '../calendar/index.ts';
import type { FieldValue } from '../store/types.ts';
import type { QueryRequest } from './types.ts';

/** The functions of JavaScript that queries call from SQL. */
export interface QueryFunctions extends FunctionFactory {
  /** Whose query runs: formulas may ask for the user and the time. */
  begin(request: QueryRequest): void;
}

export interface FunctionSource {
  readonly schema: SchemaPort;
  readonly store: SqliteStore;
  readonly formulas: OrgFormulas;
}

/** Defines what every query may call, and makes the rest when a query first needs it. */
export function createFunctions(source: FunctionSource): QueryFunctions {
  const { store, formulas } = source;
  const labels = new Map<FieldDefinition, string>();
  const made = new Map<FieldDefinition, FormulaFunction>();
  const tables = new Map<string, string>();
  let current: QueryRequest | undefined;
  const zones = new Map<string, TimeZone>();
  return {
    includes: store.defineFunction('includes', (value, sets) =>
      Number(includesAny(String(value ?? ''), JSON.parse(String(sets)) as string[]))
    ),
    fold: store.defineFunction('fold', (text) => String(text ?? '').toLowerCase() || null),
    words: store.defineFunction('words', wordTest()),
    wallClock: store.defineFunction('wall_clock', (instant) =>
      wallClock(zones, current?.user.timeZone ?? 'UTC', instant ?? null)
    ),
    begin: (request) => {
      current = request;
    },
    label: (field) => {
      const name = labels.get(field) ?? defineLabel(store, field);
      labels.set(field, name);
      return name;
    },
    table: (object) => {
      const known = tables.get(object.name);
      if (known !== undefined) return known;
      const sql = isVirtual(object)
        ? virtualTable(object, defineRows(source, object))
        : quote(object.name);
      tables.set(object.name, sql);
      return sql;
    },
    formula: (object: ObjectDefinition, field) => {
      const known = made.get(field);
      const formula = formulas.field(object, field);
      if (known !== undefined || formula === undefined) return known;
      const run = (values: readonly SqlValue[]): FieldValue =>
        formula.compiled.run(environmentFor({ source, formula, values, request: current }));
      const name = store.defineFunction('formula', (...values) =>
        toColumn(fromFormula(field, run(values)))
      );
      const defined = { name, arguments: formula.paths.map((path) => path.steps) };
      made.set(field, defined);
      return defined;
    }
  };
}

function defineRows({ schema, store }: FunctionSource, object: ObjectDefinition): string {
  const json = virtualJson(schema, object);
  return store.defineFunction('rows', () => json);
}

/** A pattern is made once: a search asks the same of every row. */
function wordTest(): (text: SqlValue | undefined, pattern: SqlValue | undefined) => SqlValue {
  let last: { pattern: SqlValue; regExp: RegExp } | undefined;
  return (text = null, pattern = null) => {
    if (last?.pattern !== pattern) last = { pattern, regExp: new RegExp(String(pattern), 'iu') };
    return Number(text !== null && last.regExp.test(String(text)));
  };
}

interface FormulaCall {
  readonly source: FunctionSource;
  readonly formula: RecordFormula;
  readonly values: readonly SqlValue[];
  readonly request: QueryRequest | undefined;
}

function environmentFor({ source, formula, values, request }: FormulaCall): RecordEnvironment {
  const value = (position: number): FieldValue => {
    const path = formula.paths[position];
    return path === undefined ? null : toFormula(path.field, values[position] ?? null);
  };
  return {
    now: request?.now ?? 0,
    timeZone: request?.user.timeZone ?? 'UTC',
    isNew: false,
    isClone: false,
    value,
    prior: value,
    global: (path) => (request === undefined ? null : readGlobal({ ...source, ...request }, path))
  };
}

function toColumn(value: FieldValue): SqlValue {
  return typeof value === 'boolean' ? Number(value) : value;
}

function defineLabel(store: SqliteStore, field: FieldDefinition): string {
  const words = new Map(field.picklistValues.map(({ value, label }) => [value, label]));
  return store.defineFunction('label', (value) => words.get(String(value)) ?? value ?? null);
}

function wallClock(zones: Map<string, TimeZone>, name: string, instant: SqlValue): SqlValue {
  if (instant === null) return null;
  const zone = zones.get(name) ?? timeZoneOf(name);
  zones.set(name, zone);
  return zone.wallClock(Date.parse(String(instant)));
}

/** Whether a multi-select value has all values of one of the sets, `A;B`. */
function includesAny(value: string, sets: readonly string[]): boolean {
  const chosen = new Set(value.toLowerCase().split(';'));
  return sets.some((set) =>
    set
      .toLowerCase()
      .split(';')
      .every((item) => chosen.has(item))
  );
}
