import { characterClass, quoted } from './characterClass.ts';
import { characterEscape, classEscape, literal } from './escapes.ts';
import { groupOpening } from './groups.ts';
import { Source } from './source.ts';
import type { Flags } from './source.ts';

/** A Java pattern as JavaScript understands it. */
export interface Translation {
  /** Source for a RegExp with the `v` flag. */
  readonly source: string;
  /** The JavaScript number of each Java group, by Java number; helper groups come in between. */
  readonly groups: readonly number[];
  /** Java group numbers by name. */
  readonly names: ReadonlyMap<string, number>;
  /** Repetitions without an end (or with a high one), for the estimate of the effort. */
  readonly repetitions: number;
  /** A repetition within a repetition, which can take exponential time. */
  readonly nested: boolean;
}

const maximumDepth = 200;
const terminators = '\\n\\r\\x85\\u2028\\u2029';

/** Escapes that are written otherwise in JavaScript. */
const simpleEscapes: Readonly<Record<string, string>> = {
  b: '\\b',
  B: '\\B',
  A: '^',
  z: '$',
  Z: `(?=(?:\\r\\n|[${terminators}])?$)`,
  R: `(?:\\r\\n|[${terminators}\\x0B\\f])`
};

/**
 * Translates a pattern of java.util.regex, or refuses it.
 * @throws ApexException `System.StringException: Invalid regex: …`
 */
export function translate(pattern: string): Translation {
  const translator = new Translator(new Source(pattern));
  return translator.translate();
}

/** State of one translation. */
export class Translator {
  readonly source: Source;
  flags: Flags = { ignoreCase: false, multiline: false, dotAll: false, comments: false };
  readonly groups: number[] = [0];
  readonly names = new Map<string, number>();
  private jsGroups = 0;
  private helpers = 0;
  private depth = 0;
  private repetitions = 0;
  private nested = false;

  constructor(source: Source) {
    this.source = source;
  }

  translate(): Translation {
    const source = this.alternatives();
    if (!this.source.done) this.source.fail("Unmatched closing ')'");
    const { groups, names, repetitions, nested } = this;
    return { source, groups, names, repetitions, nested };
  }

  /** Everything up to the closing parenthesis or the end; flags set inside end there. */
  alternatives(): string {
    if (++this.depth > maximumDepth) this.source.fail('Pattern nested too deeply');
    const outer = this.flags;
    let text = '';
    while (!this.source.done && this.source.peek() !== ')') {
      text += this.source.take('|') ? '|' : this.run(outer.ignoreCase);
    }
    this.flags = outer;
    this.depth--;
    return text;
  }

  /** Terms up to the next `|` or change of case sensitivity. */
  private run(ambient: boolean): string {
    const { ignoreCase } = this.flags;
    let text = '';
    while (this.flags.ignoreCase === ignoreCase && /^[^|)]/s.test(this.source.peek())) {
      text += this.term();
    }
    if (ignoreCase === ambient) return text;
    return `(?${ignoreCase ? 'i' : '-i'}:${text})`;
  }

  /** Numbers a Java group. */
  addGroup(name: string | undefined): void {
    this.groups.push(++this.jsGroups);
    if (name !== undefined) this.names.set(name, this.groups.length - 1);
  }

  /** Wraps `body` so that it is matched once and never given back: `(?>…)` and possessive repetition. */
  atomic(body: () => string): string {
    this.jsGroups++;
    const name = `helper${++this.helpers}`;
    return `(?:(?=(?<${name}>${body()}))\\k<${name}>)`;
  }

  private term(): string {
    if (this.flags.comments && this.source.match(/\s+|#[^\n]*/y) !== null) return '';
    const before = this.repetitions;
    const groupsBefore = this.jsGroups;
    const atom = this.atom();
    const repetition = this.source.match(/(?:[*+?]|\{(\d+)(,?)(\d*)\})([?+]?)/y);
    if (repetition === null) return atom;
    if (isOpen(repetition)) this.countRepetition(before);
    if (repetition[4] !== '+') return atom + repetition[0];
    if (this.jsGroups > groupsBefore)
      this.source.fail('Possessive repetition of a group with groups');
    return this.atomic(() => atom + repetition[0].slice(0, -1));
  }

  private countRepetition(before: number): void {
    if (this.repetitions > before) this.nested = true;
    this.repetitions++;
  }

  private atom(): string {
    const { source } = this;
    if (source.take('(')) return groupOpening(this);
    if (source.take('[')) return characterClass(source);
    if (source.take('\\Q')) return quoted(source);
    if (source.take('\\')) return this.escape();
    return this.metaCharacter(source.next());
  }

  private metaCharacter(character: string): string {
    if (character === '.') return this.flags.dotAll ? '[\\s\\S]' : `[^${terminators}]`;
    if (character === '^') return this.lineStart();
    if (character === '$') return this.lineEnd();
    if (/[*+?{]/.test(character)) this.source.fail(`Dangling meta character '${character}'`);
    return literal(character);
  }

  private lineStart(): string {
    return this.flags.multiline ? `(?<=^|[${terminators}])` : '^';
  }

  private lineEnd(): string {
    return this.flags.multiline ? `(?=[${terminators}]|$)` : `(?=(?:\\r\\n|[${terminators}])?$)`;
  }

  private escape(): string {
    const { source } = this;
    const simple = source.match(/b(?!\{)|[BAzZR]/y);
    if (simple !== null) return simpleEscapes[simple[0]] ?? '';
    const several = classEscape(source);
    if (several !== undefined) return `[${several}]`;
    return this.reference() ?? characterEscape(source);
  }

  private reference(): string | undefined {
    const named = this.source.match(/k<([a-zA-Z][a-zA-Z0-9]*)>/y);
    const java = named === null ? this.groupNumber() : (this.names.get(named[1] ?? '') ?? 0);
    if (java === undefined) return undefined;
    const js = java === 0 ? undefined : this.groups[java];
    return js === undefined ? this.source.fail('Unknown group reference') : `(?:\\${js})`;
  }

  /** As many digits as make the number of a group, one at least. */
  private groupNumber(): number | undefined {
    const found = this.source.match(/[1-9]/y);
    if (found === null) return undefined;
    let number = Number(found[0]);
    while (
      /^\d/.test(this.source.peek()) &&
      Number(`${number}${this.source.peek()}`) < this.groups.length
    ) {
      number = Number(`${number}${this.source.next()}`);
    }
    return number;
  }
}

/** Can it repeat so often that the effort grows with the text? */
function isOpen(repetition: RegExpExecArray): boolean {
  const [text, minimum, comma, maximum] = repetition;
  if (minimum === undefined) return !text.startsWith('?');
  if (comma === ',' && maximum === '') return true;
  return Number(maximum === '' ? minimum : maximum) > 20;
}
