import { jsonException, maximumDepth } from './errors.ts';
import { Scanner } from './scanner.ts';

/** The values of `System.JSONToken`. */
export const tokenNames = [
  'END_ARRAY',
  'END_OBJECT',
  'FIELD_NAME',
  'NOT_AVAILABLE',
  'START_ARRAY',
  'START_OBJECT',
  'VALUE_EMBEDDED_OBJECT',
  'VALUE_FALSE',
  'VALUE_NULL',
  'VALUE_NUMBER_FLOAT',
  'VALUE_NUMBER_INT',
  'VALUE_STRING',
  'VALUE_TRUE'
] as const;

export type TokenKind = (typeof tokenNames)[number];

export interface Token {
  readonly kind: TokenKind;
  /** As `getText` gives it. */
  readonly text: string;
}

const words = { true: 'VALUE_TRUE', false: 'VALUE_FALSE', null: 'VALUE_NULL' } as const;

/** What is allowed next. */
type State = 'value' | 'firstName' | 'firstItem' | 'name' | 'afterItem' | 'afterValue' | 'end';

/** Cuts a JSON text into tokens and checks its grammar on the way. */
export class TokenStream {
  private readonly scanner: Scanner;
  private readonly open: ('{' | '[')[] = [];
  private state: State = 'value';

  constructor(text: string) {
    this.scanner = new Scanner(text);
  }

  /** How many objects and arrays are open. */
  get depth(): number {
    return this.open.length;
  }

  /**
   * The next token; undefined at the end.
   * @throws ApexException JSONException for malformed text
   */
  next(): Token | undefined {
    switch (this.state) {
      case 'value':
        return this.value();
      case 'firstItem':
        return this.scanner.skip(']') ? this.close('END_ARRAY') : this.value();
      case 'firstName':
        return this.scanner.skip('}') ? this.close('END_OBJECT') : this.name();
      case 'name':
        return this.name();
      case 'afterItem':
      case 'afterValue':
        return this.continuation();
      default:
        return this.end();
    }
  }

  private end(): undefined {
    if (this.scanner.peek() !== '') throw this.scanner.unexpected('was expecting end of input');
    return undefined;
  }

  private continuation(): Token | undefined {
    const inArray = this.state === 'afterItem';
    if (this.scanner.skip(',')) return inArray ? this.value() : this.name();
    if (this.scanner.skip(inArray ? ']' : '}'))
      return this.close(inArray ? 'END_ARRAY' : 'END_OBJECT');
    const kind = inArray ? 'ARRAY' : 'OBJECT';
    if (this.scanner.peek() === '') {
      throw this.scanner.endOfInput(`expected close marker for ${kind}`);
    }
    throw this.scanner.unexpected(`was expecting comma to separate ${kind} entries`);
  }

  private name(): Token {
    if (this.scanner.peek() !== '"') {
      throw this.scanner.unexpected('was expecting double-quote to start field name');
    }
    const text = this.scanner.string();
    if (!this.scanner.skip(':')) {
      throw this.scanner.unexpected('was expecting a colon to separate field name and value');
    }
    this.state = 'value';
    return { kind: 'FIELD_NAME', text };
  }

  private value(): Token | undefined {
    const first = this.scanner.peek();
    if (first === '' && this.open.length === 0) return undefined;
    if (first === '{' || first === '[') return this.begin(first);
    const token = this.scalar(first);
    this.afterValue();
    return token;
  }

  private scalar(first: string): Token {
    if (first === '"') return { kind: 'VALUE_STRING', text: this.scanner.string() };
    if (!/[-\d]/.test(first)) {
      const text = this.scanner.word();
      return { kind: words[text], text };
    }
    const text = this.scanner.number();
    return { kind: /[.eE]/.test(text) ? 'VALUE_NUMBER_FLOAT' : 'VALUE_NUMBER_INT', text };
  }

  private begin(bracket: '{' | '['): Token {
    if (this.open.length >= maximumDepth) throw jsonException('JSON is nested too deeply');
    this.scanner.skip(bracket);
    this.open.push(bracket);
    this.state = bracket === '{' ? 'firstName' : 'firstItem';
    return { kind: bracket === '{' ? 'START_OBJECT' : 'START_ARRAY', text: bracket };
  }

  private close(kind: 'END_ARRAY' | 'END_OBJECT'): Token {
    this.open.pop();
    this.afterValue();
    return { kind, text: kind === 'END_ARRAY' ? ']' : '}' };
  }

  private afterValue(): void {
    const outer = this.open.at(-1);
    if (outer === undefined) this.state = 'end';
    else this.state = outer === '[' ? 'afterItem' : 'afterValue';
  }
}
