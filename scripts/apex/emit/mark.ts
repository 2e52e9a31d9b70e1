import type { Position } from '../syntax/index.ts';

/** Characters that no code contains: they carry source positions until the code is put together. */
const open = '\u0001';
const close = '\u0002';

/** Notes that the code which follows comes from this place. */
export function mark({ line, column }: Position): string {
  return `${open}${line}:${column}${close}`;
}

/** The same at the start of a statement, which counts for coverage. */
export function statementMark({ line, column }: Position): string {
  return `${open}${line}:${column}:1${close}`;
}

export interface Mapping {
  /** In the emitted code, from 0. */
  readonly line: number;
  readonly column: number;
  readonly source: Position;
  readonly isStatement: boolean;
}

export interface Unmarked {
  readonly code: string;
  readonly mappings: readonly Mapping[];
}

/** Takes the marks out of the code and says where they stood. */
export function unmark(marked: string): Unmarked {
  const pieces: string[] = [];
  const mappings: Mapping[] = [];
  const cursor = { line: 0, column: 0 };
  const append = (text: string): void => {
    pieces.push(text);
    advance(cursor, text);
  };
  const [first = '', ...rest] = marked.split(open);
  append(first);
  for (const piece of rest) {
    const end = piece.indexOf(close);
    const [line = 1, column = 1, statement = 0] = piece.slice(0, end).split(':').map(Number);
    mappings.push({ ...cursor, source: { line, column }, isStatement: statement === 1 });
    append(piece.slice(end + 1));
  }
  return { code: pieces.join(''), mappings };
}

function advance(cursor: { line: number; column: number }, text: string): void {
  const last = text.lastIndexOf('\n');
  if (last < 0) {
    cursor.column += text.length;
    return;
  }
  cursor.line += text.split('\n').length - 1;
  cursor.column = text.length - last - 1;
}
