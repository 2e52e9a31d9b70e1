import { jsonException } from './errors.ts';

/** The literal at a position: its end and its text. */
const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const wordPattern = /[\w$]+/y;
const valueExpected =
  "expected a valid value (number, String, array, object, 'true', 'false' or 'null')";
const badCharacter = /\p{Cc}|\\(?!["\\/bfnrt]|u[0-9a-fA-F]{4})/u;
const spacePattern = /[ \t\r\n]*/y;

/** Reads the lexical elements of a JSON text. */
export class Scanner {
  readonly text: string;
  position = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** The next character that is no white space; empty at the end. */
  peek(): string {
    this.take(spacePattern);
    return this.text.charAt(this.position);
  }

  /** Moves past `character` when it comes next. */
  skip(character: string): boolean {
    if (this.peek() !== character) return false;
    this.position++;
    return true;
  }

  /** The text of a string, after `peek` has seen its quote. */
  string(): string {
    const start = this.position;
    const end = this.closingQuote(start + 1);
    const raw = this.text.slice(start, end + 1);
    try {
      const value: unknown = JSON.parse(raw);
      this.position = end + 1;
      return String(value);
    } catch {
      this.position = start + Math.max(0, raw.search(badCharacter));
      throw this.unexpected('in string value');
    }
  }

  /** The text of a number. */
  number(): string {
    const found = this.take(numberPattern);
    if (found === '') throw this.unexpected('in numeric value');
    return found;
  }

  /** `true`, `false` or `null`. */
  word(): 'true' | 'false' | 'null' {
    const start = this.position;
    const found = this.take(wordPattern);
    if (found === 'true' || found === 'false' || found === 'null') return found;
    this.position = start;
    if (!/^[tfnN]/.test(found)) throw this.unexpected(valueExpected);
    throw jsonException(
      `Unrecognized token '${found}': was expecting 'null', 'true', 'false' or NaN at ${this.place()}`
    );
  }

  /** `Unexpected character ('}' (code 125)): was expecting … at [line:1, column:7]` */
  unexpected(expectation: string): Error {
    const character = this.text.charAt(this.position);
    if (character === '') return this.endOfInput(expectation);
    const code = character.charCodeAt(0);
    return jsonException(
      `Unexpected character ('${character}' (code ${code})): ${expectation} at ${this.place()}`
    );
  }

  endOfInput(expectation: string): Error {
    return jsonException(`Unexpected end-of-input: ${expectation} at ${this.place()}`);
  }

  private closingQuote(from: number): number {
    let end = this.text.indexOf('"', from);
    while (end !== -1 && this.isEscaped(end)) end = this.text.indexOf('"', end + 1);
    if (end !== -1) return end;
    this.position = this.text.length;
    throw this.endOfInput('was expecting closing quote for a string value');
  }

  private isEscaped(index: number): boolean {
    let start = index;
    while (this.text.charCodeAt(start - 1) === 92) start--;
    return (index - start) % 2 === 1;
  }

  private take(pattern: RegExp): string {
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.text)?.[0] ?? '';
    this.position += found.length;
    return found;
  }

  /** The column after the character, as the platform counts. */
  private place(): string {
    const before = this.text.slice(0, this.position).split('\n');
    return `[line:${before.length}, column:${(before.at(-1) ?? '').length + 2}]`;
  }
}
