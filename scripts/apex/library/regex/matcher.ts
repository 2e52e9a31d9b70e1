import { ApexException } from '../../runtime/index.ts';
import { withinReason } from './effort.ts';
import { expand, replaceMatches } from './pattern.ts';
import type { ApexPattern } from './pattern.ts';

/** A `Matcher`: a pattern, a text and where the last match was. */
export class ApexMatcher {
  readonly $type = 'Matcher';
  pattern: ApexPattern;
  text: string;
  private match: RegExpExecArray | null = null;
  /** Where the next `find` begins; relative to the region. */
  private next = 0;
  private region: readonly [start: number, end: number];
  anchoringBounds = true;
  transparentBounds = false;
  private sawEnd = false;

  constructor(pattern: ApexPattern, text: string) {
    this.pattern = pattern;
    this.text = text;
    this.region = [0, text.length];
  }

  get regionStart(): number {
    return this.region[0];
  }

  get regionEnd(): number {
    return this.region[1];
  }

  /** Did the last operation reach the end of the text? */
  get hitEnd(): boolean {
    return this.sawEnd;
  }

  get groupCount(): number {
    return this.pattern.translation.groups.length - 1;
  }

  matches(): boolean {
    return this.attempt(this.pattern.whole(), 0);
  }

  lookingAt(): boolean {
    return this.attempt(this.pattern.sticky(), 0);
  }

  find(): boolean {
    if (this.next > this.input().length) return this.record(null);
    return this.attempt(this.pattern.searching(true), this.next);
  }

  findFrom(start: number): boolean {
    if (start < 0 || start > this.text.length) throw stringException('Illegal start index');
    this.reset();
    this.next = start;
    return this.find();
  }

  reset(text = this.text): this {
    this.text = text;
    return this.setRegion(0, text.length);
  }

  setRegion(start: number, end: number): this {
    const valid = start >= 0 && start <= end && end <= this.text.length;
    if (!valid) throw new ApexException('System.StringException', 'Index out of bounds');
    this.region = [start, end];
    this.next = 0;
    this.match = null;
    return this;
  }

  usePattern(pattern: ApexPattern): this {
    this.pattern = pattern;
    this.match = null;
    return this;
  }

  /** Text of a group, null when it took no part in the match. */
  group(number: number): string | null {
    return this.found()[this.jsGroup(number)] ?? null;
  }

  start(number: number): number {
    return this.indices(number)?.[0] ?? -1;
  }

  end(number: number): number {
    return this.indices(number)?.[1] ?? -1;
  }

  replace(replacement: string, all: boolean): string {
    this.reset();
    return replaceMatches(this.text, this.pattern, { replacement, all });
  }

  /** The replacement for the current match, as `appendReplacement` would add it. */
  expand(replacement: string): string {
    return expand(replacement, this.pattern, this.found());
  }

  private input(): string {
    return this.text.slice(this.region[0], this.region[1]);
  }

  private attempt(expression: RegExp, start: number): boolean {
    const input = this.input();
    expression.lastIndex = start;
    return this.record(
      withinReason(this.pattern.translation, input.length, () => expression.exec(input))
    );
  }

  private record(match: RegExpExecArray | null): boolean {
    this.match = match;
    const end = match === null ? this.input().length : match.index + match[0].length;
    this.sawEnd = end === this.input().length;
    if (match !== null) this.next = match[0] === '' ? end + 1 : end;
    return match !== null;
  }

  private found(): RegExpExecArray {
    if (this.match === null) throw stringException('No match found');
    return this.match;
  }

  private jsGroup(number: number): number {
    const index = this.pattern.translation.groups[number];
    if (index === undefined)
      throw new ApexException('System.StringException', `No group ${number}`);
    return index;
  }

  private indices(number: number): [start: number, end: number] | undefined {
    const found = this.found().indices?.[this.jsGroup(number)];
    return found && [found[0] + this.region[0], found[1] + this.region[0]];
  }
}

function stringException(text: string): ApexException {
  return new ApexException('System.StringException', text);
}
