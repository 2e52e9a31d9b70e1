import { ApexException } from '../../runtime/index.ts';
import { withinReason } from './effort.ts';
import { translate } from './translate.ts';
import type { Translation } from './translate.ts';

/** A compiled Java pattern. */
export class ApexPattern {
  readonly $type = 'Pattern';
  /** As it was given to `compile`. */
  readonly source: string;
  readonly translation: Translation;
  private readonly expression: string;

  /** @throws ApexException `System.StringException: Invalid regex: …` */
  constructor(source: string) {
    this.source = source;
    this.translation = translate(source);
    this.expression = this.translation.source;
    this.create(this.expression, 'v');
  }

  /** For searching: each `exec` goes on after the last match. Indices are kept only when asked for. */
  searching(indices = false): RegExp {
    return this.create(this.expression, indices ? 'dgv' : 'gv');
  }

  /** Matches at `lastIndex` only. */
  sticky(): RegExp {
    return this.create(this.expression, 'dyv');
  }

  /** Matches the whole text only. */
  whole(): RegExp {
    return this.create(`(?:${this.expression})$`, 'dyv');
  }

  /** All matches in a text, in order. */
  matchesIn(text: string): RegExpExecArray[] {
    const search = (): RegExpExecArray[] => [...text.matchAll(this.searching())];
    return withinReason(this.translation, text.length, search);
  }

  /** Does the whole text match? */
  matchesWhole(text: string): boolean {
    return withinReason(this.translation, text.length, () => this.whole().test(text));
  }

  private create(expression: string, flags: string): RegExp {
    try {
      return new RegExp(expression, flags);
    } catch {
      throw new ApexException('System.StringException', `Invalid regex: ${this.source}`);
    }
  }
}

/**
 * Splits as `String.split` of Java: a limit above 0 gives at most so many parts, 0 drops empty parts at the end, a
 * negative one keeps them.
 */
export function splitText(text: string, pattern: ApexPattern, limit: number): string[] {
  const parts: string[] = [];
  let start = 0;
  const separators = pattern.matchesIn(text).filter((match) => separates(match, text));
  for (const match of limit > 0 ? separators.slice(0, limit - 1) : separators) {
    parts.push(text.slice(start, match.index));
    start = match.index + match[0].length;
  }
  parts.push(text.slice(start));
  if (limit !== 0 || parts.length === 1) return parts;
  const last = parts.findLastIndex((part) => part !== '');
  return parts.slice(0, last + 1);
}

/** An empty match at either end separates nothing. */
function separates(match: RegExpExecArray, text: string): boolean {
  return match[0] !== '' || (match.index > 0 && match.index < text.length);
}

/** Replaces matches; `replacement` may hold `$1`, `${name}` and escapes, as in Java. */
export function replaceMatches(
  text: string,
  pattern: ApexPattern,
  { replacement, all }: { readonly replacement: string; readonly all: boolean }
): string {
  const found = pattern.matchesIn(text);
  let result = '';
  let start = 0;
  for (const match of all ? found : found.slice(0, 1)) {
    result += text.slice(start, match.index) + expand(replacement, pattern, match);
    start = match.index + match[0].length;
  }
  return result + text.slice(start);
}

/** A replacement text with its group references filled in. */
export function expand(
  replacement: string,
  pattern: ApexPattern,
  match: readonly (string | undefined)[]
): string {
  return replacement.replace(
    /\\(.?)|\$(?:(\d)|\{(\w+)\})?/gs,
    (whole, escaped?: string, digit?: string, name?: string) => {
      if (escaped !== undefined) return escaped;
      const number = name === undefined ? digit : pattern.translation.names.get(name);
      if (number === undefined) throw illegalReference(whole);
      return groupText(pattern, match, Number(number));
    }
  );
}

function groupText(
  pattern: ApexPattern,
  match: readonly (string | undefined)[],
  number: number
): string {
  const index = pattern.translation.groups[number];
  if (index !== undefined) return match[index] ?? '';
  throw new ApexException('System.StringException', `No group ${number}`);
}

function illegalReference(text: string): ApexException {
  return new ApexException('System.StringException', `Illegal group reference: ${text}`);
}
