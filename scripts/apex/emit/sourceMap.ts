import type { Mapping } from './mark.ts';

export interface SourceMap {
  readonly version: 3;
  readonly file: string;
  readonly sources: readonly string[];
  readonly names: readonly string[];
  readonly mappings: string;
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Encodes mappings as https://tc39.es/ecma426/ says. */
export function sourceMap(path: string, mappings: readonly Mapping[]): SourceMap {
  return { version: 3, file: path, sources: [path], names: [], mappings: encode(mappings) };
}

function encode(mappings: readonly Mapping[]): string {
  const lines: string[][] = [[]];
  let previous = { column: 0, sourceLine: 0, sourceColumn: 0 };
  for (const { line, column, source } of mappings) {
    while (lines.length <= line) {
      lines.push([]);
      previous = { ...previous, column: 0 };
    }
    const current = { column, sourceLine: source.line - 1, sourceColumn: source.column - 1 };
    lines
      .at(-1)
      ?.push(
        [
          current.column - previous.column,
          0,
          current.sourceLine - previous.sourceLine,
          current.sourceColumn - previous.sourceColumn
        ]
          .map(variableLength)
          .join('')
      );
    previous = current;
  }
  return lines.map((segments) => segments.join(',')).join(';');
}

function variableLength(value: number): string {
  let rest = value < 0 ? (-value << 1) | 1 : value << 1;
  let text = '';
  do {
    const digit = rest & 31;
    rest >>>= 5;
    text += digits.charAt(rest > 0 ? digit | 32 : digit);
  } while (rest > 0);
  return text;
}
