import type { FieldDefinition, ObjectDefinition } from '../../apex/index.ts';
import type { SqliteStore } from '../store/index.ts';
import type { FormulaFunction, FunctionFactory } from './plan.ts';
import { timeZoneOf, type TimeZone } from './timeZone.ts';
import type { QueryRequest } from './types.ts';

/** The functions of JavaScript that queries call from SQL. */
export interface QueryFunctions extends FunctionFactory {
  /** Whose query runs: formulas may ask for the user and the time. */
  begin(request: QueryRequest): void;
}

/** Defines what every query may call, and makes the rest when a query first needs it. */
export function createFunctions({ store }: { readonly store: SqliteStore }): QueryFunctions {
  const labels = new Map<FieldDefinition, string>();
  store.defineFunction('soql_includes', (value, sets) =>
    Number(includesAny(String(value ?? ''), JSON.parse(String(sets)) as string[]))
  );
  defineWallClock(store);
  return {
    begin: () => undefined,
    label: (field) => {
      const known = labels.get(field);
      if (known !== undefined) return known;
      const name = `soql_label_${String(labels.size)}`;
      const words = new Map(field.picklistValues.map(({ value, label }) => [value, label]));
      store.defineFunction(name, (value) => words.get(String(value)) ?? value ?? null);
      labels.set(field, name);
      return name;
    },
    formula: (_object: ObjectDefinition, _field: FieldDefinition): FormulaFunction | undefined =>
      undefined
  };
}

function defineWallClock(store: SqliteStore): void {
  const zones = new Map<string, TimeZone>();
  store.defineFunction('soql_wall_clock', (instant, name) => {
    if (instant === null || instant === undefined) return null;
    const key = String(name);
    const zone = zones.get(key) ?? timeZoneOf(key);
    zones.set(key, zone);
    return zone.wallClock(Date.parse(String(instant)));
  });
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
