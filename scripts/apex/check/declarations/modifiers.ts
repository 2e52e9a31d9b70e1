import type { Member, Modifiers, TypeDeclaration } from '../../syntax/index.ts';
import type { Checker } from '../checker.ts';
import { isReserved, isReservedForMethods } from '../variables.ts';
import { memberWordRules, typeWordRules } from './words.ts';

/** Rules on the words of declarations, and on where they may stand. */
export function modifierRules(checker: Checker, declaration: TypeDeclaration): void {
  const { symbol } = checker;
  if (symbol.name.startsWith('$')) return;
  visibilityRule(checker, declaration);
  nameRule(checker, declaration);
  typeWordRules(checker, declaration);
  onlyOne(checker, declaration.modifiers, declaration.at);
  nestingRule(checker, declaration);
  for (const member of declaration.members) memberRules(checker, declaration, member);
  enumRules(checker, declaration);
}

function visibilityRule(checker: Checker, { modifiers, at }: TypeDeclaration): void {
  const { symbol } = checker;
  const { words } = modifiers;
  if (symbol.outer) return;
  const isOpen = words.has('public') || words.has('global');
  if (!isOpen && !symbol.isTest) {
    checker.report(at, 'Top-level type must have public or global visibility');
  }
}

function nameRule(checker: Checker, { name, at }: TypeDeclaration): void {
  const { outer } = checker.symbol;
  if (outer?.simpleName.toLowerCase() === name.toLowerCase()) {
    checker.report(at, `Type name already in use: ${name}`);
  }
}

function onlyOne(checker: Checker, { words }: Modifiers, at: TypeDeclaration['at']): void {
  if (words.has('abstract') && words.has('virtual')) {
    checker.report(at, 'Cannot specify both abstract and virtual');
  }
}

function nestingRule(checker: Checker, { members }: TypeDeclaration): void {
  const { outer } = checker.symbol;
  if (!outer || outer.name.startsWith('$')) return;
  for (const member of members) {
    const problem = nestingProblem(member);
    if (problem !== undefined) checker.report(member.at, problem);
  }
}

function nestingProblem(member: Member): string | undefined {
  if (member.kind === 'type') return 'Inner types are not allowed to have inner types';
  if (!isStatic(member)) return undefined;
  if (member.kind === 'initializer') return 'Inner types are not allowed to have static blocks';
  const what = member.kind === 'method' ? 'methods' : 'properties';
  return `static can only be used on ${what} of a top level type`;
}

function isStatic(member: Member): boolean {
  if (member.kind === 'initializer') return member.isStatic;
  return 'modifiers' in member && member.modifiers.words.has('static');
}

function memberRules(checker: Checker, declaration: TypeDeclaration, member: Member): void {
  memberWordRules(checker, member);
  if ('modifiers' in member) onlyOne(checker, member.modifiers, member.at);
  globalRule(checker, member);
  switch (member.kind) {
    case 'method':
      return declaration.kind === 'interface'
        ? interfaceMethodRules(checker, member)
        : methodRules(checker, declaration, member);
    case 'constructor':
      return constructorRules(checker, declaration, member);
    case 'property':
      return propertyRules(checker, member);
    case 'field':
      return reservedRule(checker, member);
    case 'initializer':
    case 'type':
      return undefined;
  }
}

const plurals = {
  field: 'fields',
  property: 'properties',
  method: 'methods',
  constructor: 'constructors',
  type: 'classes'
} as const;

/** https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_access_modifiers.htm */
function globalRule(checker: Checker, member: Member): void {
  if (member.kind === 'initializer' || checker.symbol.access === 'global') return;
  const { words } = member.kind === 'type' ? member.type.modifiers : member.modifiers;
  if (!words.has('global') && !words.has('webservice')) return;
  const what = plurals[member.kind];
  checker.report(member.at, `Defining type for global ${what} must be declared as global`);
}

function reservedRule(checker: Checker, { name, at }: { name: string; at: Member['at'] }): void {
  if (isReserved(name)) checker.report(at, `Identifier name is reserved: ${name}`);
}

function constructorRules(
  checker: Checker,
  { name }: TypeDeclaration,
  member: Member & { kind: 'constructor' }
): void {
  if (member.name.toLowerCase() === name.toLowerCase()) return;
  checker.report(member.at, `Invalid constructor name: ${member.name}`);
}

function propertyRules(checker: Checker, member: Member & { kind: 'property' }): void {
  reservedRule(checker, member);
  if (member.getter || member.setter) return;
  checker.report(member.at, `Property must have at least one accessor: ${member.name}`);
}

type Method = Member & { kind: 'method' };

function interfaceMethodRules(checker: Checker, { name, at, modifiers }: Method): void {
  methodNameRule(checker, name, at);
  if (modifiers.words.size === 0) return;
  checker.report(at, `Modifiers are not allowed on interface methods: ${name}`);
}

function methodNameRule(checker: Checker, name: string, at: Method['at']): void {
  if (isReservedForMethods(name)) checker.report(at, `Identifier name is reserved: ${name}`);
}

function methodRules(
  checker: Checker,
  declaration: TypeDeclaration,
  { name, at, modifiers: { words }, body, parameters }: Method
): void {
  methodNameRule(checker, name, at);
  if (parameters.length > 32) checker.report(at, 'Invalid number of parameters exceeds: 32');
  protectedRule(checker, words, at);
  openRule(checker, words, at);
  if (words.has('abstract')) abstractRules(checker, declaration, { name, at, body });
  else if (!body) checker.report(at, 'Method must have a body');
  if (words.has('override') && words.has('static')) {
    checker.report(at, `Static methods cannot override: ${name}`);
  }
}

function protectedRule(
  { symbol, report }: Checker,
  words: ReadonlySet<string>,
  at: Method['at']
): void {
  if (!words.has('protected') || words.has('override') || symbol.isVirtual) return;
  report(at, 'New protected methods cannot be defined in non-virtual classes');
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/versioned_behavior_changes.htm */
function openRule({ symbol, report }: Checker, words: ReadonlySet<string>, at: Method['at']): void {
  const word = ['abstract', 'override'].find((one) => words.has(one));
  if (word === undefined || symbol.apiVersion < 65) return;
  if (['global', 'public', 'protected', 'webservice'].some((one) => words.has(one))) return;
  const what = word === 'abstract' ? 'Abstract' : 'Override';
  report(at, `${what} methods require at least one of the following: global, public, protected`);
}

function abstractRules(
  checker: Checker,
  { modifiers }: TypeDeclaration,
  { name, at, body }: Pick<Method, 'name' | 'at' | 'body'>
): void {
  if (!modifiers.words.has('abstract')) {
    checker.report(at, `Abstract methods are only allowed in abstract classes: ${name}`);
  }
  if (body) checker.report(at, `Abstract methods cannot have a body: ${name}`);
}

function enumRules(checker: Checker, { enumValues }: TypeDeclaration): void {
  const seen = new Set<string>();
  for (const { name, at } of enumValues) {
    const key = name.toLowerCase();
    if (seen.has(key)) checker.report(at, `Duplicate field: ${name}`);
    seen.add(key);
  }
}
