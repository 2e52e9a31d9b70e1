import { characterEscape, classEscape, literal } from './escapes.ts';
import type { Source } from './source.ts';

/** Translates `[…]`, after its opening bracket, into a class of the `v` flag; nested classes and `&&` included. */
export function characterClass(source: Source, depth = 0): string {
  if (depth > 50) source.fail('Character class nested too deeply');
  const negated = source.take('^');
  const operands: string[] = [];
  let operand = '';
  for (let first = true; first || source.peek() !== ']'; first = false) {
    if (source.done) source.fail('Unclosed character class');
    if (source.take('&&')) {
      operands.push(operand);
      operand = '';
    } else operand += member(source, depth);
  }
  source.next();
  return `[${negated ? '^' : ''}${intersect([...operands, operand])}]`;
}

function intersect(operands: readonly string[]): string {
  const used = operands.filter((operand) => operand !== '');
  if (used.length <= 1) return used[0] ?? '';
  return used.map((operand) => `[${operand}]`).join('&&');
}

function member(source: Source, depth: number): string {
  if (source.take('[')) return characterClass(source, depth + 1);
  if (source.take('\\Q')) return quoted(source);
  const start = atom(source);
  if (start.wide || source.peek() !== '-' || /^-(\]|\[|&&)/.test(source.peek(3))) return start.text;
  source.next();
  if (source.done) return source.fail('Unclosed character class');
  const end = atom(source);
  return end.wide ? `${start.text}\\-${end.text}` : `${start.text}-${end.text}`;
}

interface Atom {
  readonly text: string;
  /** Stands for several characters, so it begins no range. */
  readonly wide: boolean;
}

function atom(source: Source): Atom {
  if (!source.take('\\')) return { text: literal(source.next()), wide: false };
  const several = classEscape(source);
  if (several !== undefined) return { text: several, wide: true };
  return { text: characterEscape(source), wide: false };
}

/** The rest of `\Q…\E`. */
export function quoted(source: Source): string {
  const end = source.text.indexOf('\\E', source.position);
  const text = source.text.slice(source.position, end === -1 ? undefined : end);
  source.position = end === -1 ? source.text.length : end + 2;
  return [...text].map(literal).join('');
}
