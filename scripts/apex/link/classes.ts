import type { Member, Modifiers, TypeDeclaration } from '../syntax/index.ts';
import type { Access, ClassSymbol, Sharing } from '../types/index.ts';
import { hiddenMark } from './units.ts';

export interface ClassPlace {
  readonly path: string;
  readonly apiVersion: number;
  readonly outer: ClassSymbol | undefined;
}

/** The symbol of a declaration and, inside it, of its inner types; members come later, when all names are known. */
export function classSymbol(declaration: TypeDeclaration, place: ClassPlace): ClassSymbol {
  const { outer, path, apiVersion } = place;
  const name = fullName(declaration, outer);
  const symbol: ClassSymbol = {
    name,
    simpleName: declaration.name,
    kind: declaration.kind,
    declaration,
    path,
    apiVersion,
    outer,
    inner: new Map(),
    ...traits(declaration, place),
    superType: undefined,
    interfaces: [],
    fields: new Map(),
    methods: new Map(),
    constructors: [],
    enumValues: declaration.enumValues.map((value) => value.name),
    hasStaticInit: declaration.members.some(isStaticInit),
    js: `C$${name.replaceAll('.', '$')}`
  };
  for (const member of declaration.members) {
    if (member.kind !== 'type') continue;
    const inner = classSymbol(member.type, { path, apiVersion, outer: symbol });
    symbol.inner.set(member.type.name.toLowerCase(), inner);
  }
  return symbol;
}

function fullName({ name }: TypeDeclaration, outer: ClassSymbol | undefined): string {
  return outer && !outer.name.startsWith(hiddenMark) ? `${outer.name}.${name}` : name;
}

type Traits = Pick<
  ClassSymbol,
  'access' | 'isAbstract' | 'isVirtual' | 'isTest' | 'isTestVisible' | 'sharing'
>;

/** What the words before a declaration say. */
function traits({ modifiers, kind }: TypeDeclaration, { outer, apiVersion }: ClassPlace): Traits {
  const { words } = modifiers;
  const isAbstract = words.has('abstract') || kind === 'interface';
  return {
    access: accessOf(modifiers, 'private'),
    isAbstract,
    isVirtual: words.has('virtual') || isAbstract,
    isTest: hasAnnotation(modifiers, 'istest') || outer?.isTest === true,
    isTestVisible: hasAnnotation(modifiers, 'testvisible'),
    sharing: sharingOf(words) ?? (apiVersion >= userByDefault ? 'with' : 'none')
  };
}

function isStaticInit(member: Member): boolean {
  if (member.kind === 'initializer') return member.isStatic;
  if (member.kind !== 'field') return false;
  return member.value !== undefined && member.modifiers.words.has('static');
}

export function hasAnnotation(modifiers: Modifiers, name: string): boolean {
  return modifiers.annotations.some((annotation) => annotation.name === name);
}

export function accessOf(modifiers: Modifiers, otherwise: Access): Access {
  const { words } = modifiers;
  if (words.has('global') || words.has('webservice')) return 'global';
  if (words.has('public')) return 'public';
  if (words.has('protected')) return 'protected';
  return words.has('private') ? 'private' : otherwise;
}

/**
 * From this version on, code runs as its user unless it says otherwise: with the user's sharing, in user mode.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/versioned_behavior_changes.htm
 */
export const userByDefault = 67;

function sharingOf(words: ReadonlySet<string>): Sharing | undefined {
  if (words.has('with sharing')) return 'with';
  if (words.has('without sharing')) return 'without';
  return words.has('inherited sharing') ? 'inherited' : undefined;
}
