import type { FieldValue } from '../store/types.ts';
import type { RunContext } from './plan.ts';
import type { Statement } from './statement.ts';
import type { CompoundValue } from './types.ts';

/** A row as SQLite gives it, by column name. */
export type Row = Readonly<Record<string, FieldValue>>;

export type Decode = (value: FieldValue, context: RunContext) => FieldValue | CompoundValue;

/** How a record is made out of a row. */
export interface RecordShape {
  /** Canonical name; undefined when the id decides. */
  readonly object: string | undefined;
  /** The column that holds the record's id: without it there is no record. */
  readonly idColumn: string | undefined;
  readonly entries: Map<string, Entry>;
}

export type Entry =
  | { readonly kind: 'value'; readonly column: string; readonly decode: Decode }
  | { readonly kind: 'record'; readonly shape: RecordShape }
  | { readonly kind: 'children'; readonly statement: Statement; readonly idColumn: string }
  | {
      readonly kind: 'typeof';
      readonly idColumn: string;
      readonly shapes: ReadonlyMap<string, RecordShape>;
      readonly otherwise: RecordShape;
    };

/** The columns of a statement: the same expression is computed once. */
export interface Columns {
  add(sql: string): string;
  readonly text: string;
}

export function createColumns(): Columns {
  const names = new Map<string, string>();
  return {
    add: (sql) => {
      const name = names.get(sql) ?? `c${String(names.size)}`;
      names.set(sql, name);
      return name;
    },
    get text() {
      return [...names].map(([sql, name]) => `${sql} AS ${name}`).join(', ');
    }
  };
}

export function createShape(object: string | undefined, idColumn: string | undefined): RecordShape {
  return { object, idColumn, entries: new Map() };
}
