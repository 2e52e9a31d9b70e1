import type { Accessor, Member, Modifiers, Position, TypeDeclaration } from '../../syntax/index.ts';
import type { Checker } from '../checker.ts';

const scopes = ['private', 'protected', 'public', 'global'];
const sharing = ['with sharing', 'without sharing', 'inherited sharing'];
const openScopes = ['private', 'public', 'global'];

/** The words that may stand before each kind of declaration. */
const allowed = {
  classes: [...openScopes, ...sharing, 'abstract', 'virtual'],
  interfaces: [...openScopes, ...sharing, 'virtual'],
  enums: openScopes,
  fields: [...scopes, 'static', 'final', 'transient', 'webservice'],
  properties: [
    ...scopes,
    ...['static', 'final', 'transient', 'webservice', 'virtual', 'abstract', 'override']
  ],
  methods: [
    ...scopes,
    ...['static', 'abstract', 'virtual', 'override', 'webservice', 'testmethod']
  ],
  constructors: scopes,
  accessors: scopes,
  locals: ['final'],
  parameters: ['final']
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Declared = keyof typeof allowed;

/**
 * Words that may not stand where they stand, or stand there twice.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_access_modifiers.htm
 */
export function wordRules(
  checker: Checker,
  { words, repeated }: Modifiers,
  { what, at }: { readonly what: Declared; readonly at: Position }
): void {
  for (const word of repeated) checker.report(at, `Duplicate modifier: ${word}`);
  if (scopes.filter((word) => words.has(word)).length > 1) {
    checker.report(at, 'Declarations can only have one scope');
  }
  const fitting: readonly string[] = allowed[what];
  for (const word of words) {
    if (!fitting.includes(word)) checker.report(at, refusal(word, what));
  }
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_keywords_final.htm */
function refusal(word: string, what: Declared): string {
  const isDefault = word === 'final' && (what === 'classes' || what === 'methods');
  return isDefault ? `${what} are by default final` : `${word} is not allowed on ${what}`;
}

const kinds = {
  class: 'classes',
  interface: 'interfaces',
  enum: 'enums',
  field: 'fields',
  property: 'properties',
  method: 'methods',
  constructor: 'constructors'
} as const;

export function typeWordRules(checker: Checker, { kind, modifiers, at }: TypeDeclaration): void {
  wordRules(checker, modifiers, { what: kinds[kind], at });
}

export function memberWordRules(checker: Checker, member: Member): void {
  if (!('modifiers' in member)) return;
  wordRules(checker, member.modifiers, { what: kinds[member.kind], at: member.at });
  if (member.kind === 'property') accessorRules(checker, member);
}

function accessorRules(checker: Checker, member: Member & { kind: 'property' }): void {
  for (const accessor of [member.getter, member.setter]) {
    if (!accessor) continue;
    wordRules(checker, accessor.modifiers, { what: 'accessors', at: accessor.at });
    widthRule(checker, member, accessor);
  }
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_properties.htm */
function widthRule(
  checker: Checker,
  { modifiers }: Member & { kind: 'property' },
  accessor: Accessor
): void {
  const own = scopes.findIndex((word) => accessor.modifiers.words.has(word));
  const whole = Math.max(
    0,
    scopes.findIndex((word) => modifiers.words.has(word))
  );
  const isOpen = modifiers.words.has('webservice');
  if (own <= whole || isOpen) return;
  const message = `Cannot declare ${scopes[own] ?? ''} accessor on ${scopes[whole] ?? ''} property`;
  checker.report(accessor.at, message);
}
