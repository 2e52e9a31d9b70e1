/** A type as text in a table: `Map<String, List<T>>`. */
export interface TypeText {
  readonly name: string;
  readonly arguments: readonly TypeText[];
}

/** @throws Error when a table holds what is no type: a mistake of ours */
export function parseTypeText(text: string): TypeText {
  const reader = { rest: text.trim() };
  const type = readType(reader);
  if (reader.rest !== '') throw new Error(`Not a type: ${text}`);
  return type;
}

function readType(reader: { rest: string }): TypeText {
  const name = take(reader, /^[\w.]+/);
  const list = take(reader, /^\s*</) === '' ? [] : readArguments(reader);
  let type: TypeText = { name, arguments: list };
  while (take(reader, /^\s*\[\s*\]/) !== '') type = { name: 'List', arguments: [type] };
  return type;
}

function readArguments(reader: { rest: string }): TypeText[] {
  const types: TypeText[] = [];
  do types.push(readType(reader));
  while (take(reader, /^\s*,\s*/) !== '');
  take(reader, /^\s*>/);
  return types;
}

function take(reader: { rest: string }, pattern: RegExp): string {
  const found = pattern.exec(reader.rest.trimStart())?.[0] ?? '';
  if (found !== '') reader.rest = reader.rest.trimStart().slice(found.length);
  return found.trim();
}
