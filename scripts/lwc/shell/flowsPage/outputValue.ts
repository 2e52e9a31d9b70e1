/** An output as a person reads it: text, or a table where it is a list of records. */
export interface OutputValue {
  readonly text: string;
  readonly columns?: readonly string[];
  readonly rows?: readonly Row[];
}

interface Row {
  readonly key: string;
  readonly cells: readonly { readonly key: string; readonly text: string }[];
}

type Fields = Readonly<Record<string, unknown>>;

/** What a run answered under one name; nothing for what it did not answer. */
export function outputValue(value: unknown): OutputValue {
  if (!Array.isArray(value) || value.length === 0 || !value.every(isFields)) {
    return { text: textOf(value) };
  }
  const columns = [...new Set(value.flatMap((fields) => Object.keys(fields)))];
  return { text: '', columns, rows: value.map((fields, index) => rowOf(fields, columns, index)) };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function rowOf(fields: Fields, columns: readonly string[], index: number): Row {
  return {
    key: String(index),
    cells: columns.map((column) => ({ key: column, text: textOf(fields[column]) }))
  };
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value) && value.length === 0) return '';
  return typeof value === 'string' ? value : JSON.stringify(value, undefined, 2);
}
