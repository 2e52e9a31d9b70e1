import { ApexException } from '../../runtime/index.ts';

/** Flags that a pattern can switch on and off inside itself. */
export interface Flags {
  readonly ignoreCase: boolean;
  readonly multiline: boolean;
  readonly dotAll: boolean;
  readonly comments: boolean;
}

/** Reads a Java pattern character by character. */
export class Source {
  readonly text: string;
  position = 0;

  constructor(text: string) {
    this.text = text;
  }

  get done(): boolean {
    return this.position >= this.text.length;
  }

  peek(length = 1): string {
    return this.text.slice(this.position, this.position + length);
  }

  /** The next code point, which it moves past; empty at the end. */
  next(): string {
    const code = this.text.codePointAt(this.position);
    if (code === undefined) return '';
    const character = String.fromCodePoint(code);
    this.position += character.length;
    return character;
  }

  /** Moves past `text` when it comes next. */
  take(text: string): boolean {
    if (!this.text.startsWith(text, this.position)) return false;
    this.position += text.length;
    return true;
  }

  /** Moves past what `pattern` (sticky) matches here, and gives the match. */
  match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.text);
    if (found !== null) this.position += found[0].length;
    return found;
  }

  /** A StringException in the platform's form. */
  fail(problem: string): never {
    throw new ApexException(
      'System.StringException',
      `Invalid regex: ${problem} near index ${this.position}\n${this.text}`
    );
  }
}
