import type { Flags } from './source.ts';
import type { Translator } from './translate.ts';

const flagNames: Readonly<Record<string, keyof Flags | undefined>> = {
  i: 'ignoreCase',
  m: 'multiline',
  s: 'dotAll',
  x: 'comments'
};

/** Translates a group, after its opening parenthesis. */
export function groupOpening(translator: Translator): string {
  const { source } = translator;
  if (!source.take('?')) return capturing(translator, undefined);
  const look = source.match(/<?[=!]/y);
  if (look !== null) return `(?${look[0]}${close(translator)}`;
  if (source.take('>')) return atomicGroup(translator);
  const named = source.match(/<([a-zA-Z][a-zA-Z0-9]*)>/y);
  if (named !== null) return capturing(translator, named[1]);
  return flagGroup(translator);
}

function capturing(translator: Translator, name: string | undefined): string {
  translator.addGroup(name);
  return `(${close(translator)}`;
}

function atomicGroup(translator: Translator): string {
  return translator.atomic(() => {
    const body = close(translator);
    return body.slice(0, -1);
  });
}

function close(translator: Translator): string {
  const body = translator.alternatives();
  if (!translator.source.take(')')) translator.source.fail('Unclosed group');
  return `${body})`;
}

/** `(?i)`, which holds to the end of the group around it, and `(?i:…)`. */
function flagGroup(translator: Translator): string {
  const { source } = translator;
  const found = source.match(/([imsxud]*)(?:-([imsxud]*))?([:)])/y);
  if (found === null) return source.fail('Unknown inline modifier');
  const outer = translator.flags;
  translator.flags = apply(apply(outer, found[1] ?? '', true), found[2] ?? '', false);
  if (found[3] === ')') return '';
  const opening = `(?${modifier(outer, translator.flags)}:`;
  const body = close(translator);
  translator.flags = outer;
  return opening + body;
}

function apply(flags: Flags, letters: string, on: boolean): Flags {
  const names = [...letters]
    .map((letter) => flagNames[letter])
    .filter((name) => name !== undefined);
  return { ...flags, ...Object.fromEntries(names.map((name) => [name, on])) };
}

function modifier(outer: Flags, inner: Flags): string {
  if (outer.ignoreCase === inner.ignoreCase) return '';
  return inner.ignoreCase ? 'i' : '-i';
}
