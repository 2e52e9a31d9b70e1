/** A type by name and arguments: `Map<String, List<Account>>`. */
export interface TypeText {
  readonly name: string;
  readonly arguments: readonly TypeText[];
}

/** Reads the canonical text of a type; arrays are lists. */
export function parseType(text: string): TypeText {
  const plain = text.trim();
  if (plain.endsWith('[]')) return { name: 'List', arguments: [parseType(plain.slice(0, -2))] };
  const open = plain.indexOf('<');
  if (open === -1) return { name: withoutSystem(plain), arguments: [] };
  const inside = plain.slice(open + 1, plain.lastIndexOf('>'));
  return {
    name: withoutSystem(plain.slice(0, open).trim()),
    arguments: splitArguments(inside).map(parseType)
  };
}

/** The canonical text again. */
export function typeText({ name, arguments: inner }: TypeText): string {
  return inner.length === 0 ? name : `${name}<${inner.map(typeText).join(', ')}>`;
}

function withoutSystem(name: string): string {
  return name.replace(/^System\./i, '');
}

function splitArguments(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (const [index, character] of [...text].entries()) {
    if (character === '<') depth++;
    if (character === '>') depth--;
    if (character !== ',' || depth > 0) continue;
    parts.push(text.slice(start, index));
    start = index + 1;
  }
  return [...parts, text.slice(start)];
}
