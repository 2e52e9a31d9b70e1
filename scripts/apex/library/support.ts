import type { NativeType } from './native.ts';

/**
 * The support table of the Apex library as Markdown: totals, an overview, and every type with its signatures.
 * @param types all tables in use; a type may be spread over several
 */
export function supportTable(types: readonly NativeType[]): string {
  const merged = mergeByName(types);
  const members = merged.reduce((sum, type) => sum + signaturesOf(type).length, 0);
  return [
    '# Apex support',
    '',
    'Made from the code; do not edit.',
    '',
    'The language is complete. Of the library, what is listed here is there; anything else is refused when the',
    'code is loaded, with the place that needs it.',
    '',
    `**${merged.length} types, ${members} members.**`,
    '',
    ...overview(merged),
    '',
    ...merged.flatMap(details)
  ].join('\n');
}

interface Merged {
  readonly name: string;
  readonly kind: NativeType['kind'];
  readonly enumValues: readonly string[];
  readonly signatures: readonly string[];
}

function mergeByName(types: readonly NativeType[]): readonly Merged[] {
  const groups = Map.groupBy(types, ({ name }) => name.replace(/^System\./, ''));
  return [...groups]
    .map(([name, parts]) => ({
      name,
      kind: parts[0]?.kind ?? 'class',
      enumValues: parts.flatMap(({ enumValues }) => enumValues),
      signatures: [...new Set(parts.flatMap(({ members }) => Object.keys(members)))].sort(byName)
    }))
    .sort((left, right) => left.name.localeCompare(right.name, 'en'));
}

/** Constructors first, then by the member's name. */
function byName(left: string, right: string): number {
  return memberName(left).localeCompare(memberName(right), 'en') || left.localeCompare(right, 'en');
}

function memberName(signature: string): string {
  const head = signature.split('(')[0] ?? signature;
  const name = head.trim().split(' ').at(-1) ?? head;
  return name === 'new' ? '' : name;
}

function signaturesOf({ signatures, enumValues }: Merged): readonly string[] {
  return signatures.length > 0 ? signatures : enumValues;
}

function overview(types: readonly Merged[]): readonly string[] {
  const rows = types.map(
    (type) => `| \`${type.name}\` | ${type.kind} | ${signaturesOf(type).length} |`
  );
  return ['| Type | Kind | Members |', '| --- | --- | ---: |', ...rows];
}

function details(type: Merged): readonly string[] {
  const signatures = signaturesOf(type);
  if (signatures.length === 0) return [];
  return [`## ${type.name}`, '', ...signatures.map((signature) => `- \`${signature}\``), ''];
}
