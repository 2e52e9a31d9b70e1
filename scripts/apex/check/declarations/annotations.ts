import { textOfType } from '../../link/index.ts';
import type {
  Annotation,
  Member,
  Modifiers,
  TypeDeclaration,
  TypeName
} from '../../syntax/index.ts';
import { elementOf, isNative, isPrimitive } from '../../types/index.ts';
import type { ApexType, FieldSymbol } from '../../types/index.ts';
import type { Checker } from '../checker.ts';
import { annotationParameters } from './annotationTable.ts';
import { restResourceRules } from './rest.ts';

type Method = Member & { kind: 'method' };

/** Rules on annotations and on the methods that carry them. */
export function annotationRules(checker: Checker, declaration: TypeDeclaration): void {
  const { members } = declaration;
  knownAnnotations(checker, declaration.modifiers);
  for (const member of members) {
    if ('modifiers' in member) knownAnnotations(checker, member.modifiers);
    if (member.kind === 'method') methodRules(checker, member);
    if (member.kind === 'field' || member.kind === 'property') variableRules(checker, member);
  }
  singleInvocable(checker, members);
  restResourceRules(checker, declaration);
}

function knownAnnotations(checker: Checker, { annotations }: Modifiers): void {
  for (const annotation of annotations) {
    const known = annotationParameters.get(annotation.name);
    if (!known) checker.report(annotation.at, `Annotation does not exist: ${annotation.name}`);
    else knownParameters(checker, annotation, known);
  }
}

function knownParameters(
  checker: Checker,
  { name, at, parameters }: Annotation,
  known: readonly string[]
): void {
  for (const parameter of parameters.keys()) {
    if (known.includes(parameter) || known.includes('*')) continue;
    checker.report(at, `No such property, ${parameter}, defined on this annotation: ${name}`);
  }
}

function has({ annotations }: Modifiers, name: string): boolean {
  return annotations.some((one) => one.name === name);
}

type MethodRule = (checker: Checker, method: Method) => void;

/** What each annotation asks of the method that carries it. */
const rulesByAnnotation: Readonly<Record<string, MethodRule>> = {
  istest: testRules,
  testsetup: testRules,
  future: futureRules,
  invocablemethod: invocableRules,
  auraenabled: auraRules,
  remoteaction: (checker, method) => mustBeStatic(checker, method, 'RemoteAction'),
  httpget: (checker, method) => restRules(checker, method, 'HttpGet'),
  httppost: (checker, method) => restRules(checker, method, 'HttpPost'),
  httpput: (checker, method) => restRules(checker, method, 'HttpPut'),
  httppatch: (checker, method) => restRules(checker, method, 'HttpPatch'),
  httpdelete: (checker, method) => restRules(checker, method, 'HttpDelete')
};

function methodRules(checker: Checker, method: Method): void {
  const { annotations, words } = method.modifiers;
  for (const { name } of annotations) rulesByAnnotation[name]?.(checker, method);
  if (words.has('testmethod')) testRules(checker, method);
}

function isStatic({ modifiers: { words } }: Method): boolean {
  return words.has('static') || words.has('testmethod');
}

function mustBeStatic(checker: Checker, method: Method, name: string): void {
  if (!isStatic(method)) checker.report(method.at, `${name} methods must be static`);
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_testing_unit_tests.htm */
function testRules(checker: Checker, method: Method): void {
  const { at, parameters, returnType } = method;
  if (!checker.symbol.isTest) {
    checker.report(at, 'Defining type for testMethod methods must be declared as IsTest');
  }
  if (!isStatic(method)) checker.report(at, `Test methods must be static: ${method.name}`);
  if (returnType) checker.report(at, `Test methods must return void: ${method.name}`);
  if (parameters.length > 0) checker.report(at, 'Test methods must have no arguments');
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_annotation_future.htm */
function futureRules(checker: Checker, method: Method): void {
  if (!isStatic(method) || method.returnType) {
    checker.report(method.at, 'Future methods must be declared as static void');
  }
  for (const { type, at } of method.parameters) {
    const resolved = checker.world.resolveType(type, checker.symbol);
    if (!resolved || isFutureType(resolved)) continue;
    checker.report(at, `Future methods do not support parameter type of ${resolved.name}`);
  }
}

function isFutureType(type: ApexType): boolean {
  if (isPrimitive(type)) return true;
  return isNative(type, 'List', 'Set', 'Map') && isFutureType(elementOf(type));
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_annotation_InvocableMethod.htm */
function invocableRules(checker: Checker, method: Method): void {
  const { at, parameters, returnType, modifiers } = method;
  const isOpen = modifiers.words.has('public') || modifiers.words.has('global');
  if (!isStatic(method) || !isOpen) {
    checker.report(at, 'InvocableMethod methods must be static and public or global');
  }
  if (parameters.length > 1) {
    checker.report(at, 'Only one parameter is supported on methods with @Invocable annotation');
  }
  const [only] = parameters;
  if (only) requireList(checker, only.type, { what: 'parameter', at: only.at });
  if (returnType) requireList(checker, returnType, { what: 'return', at });
}

interface Slot {
  readonly what: 'parameter' | 'return';
  readonly at: Method['at'];
}

function requireList(checker: Checker, name: TypeName, { what, at }: Slot): void {
  const type = checker.world.resolveType(name, checker.symbol);
  if (!type || isNative(type, 'List')) return;
  checker.report(at, unsupported[what](textOfType(name)));
}

const unsupported: Readonly<Record<Slot['what'], (type: string) => string>> = {
  parameter: (type) =>
    `Unsupported parameter type ${type}. Valid invocable parameters must be List types like List<T> where T is a supported type`,
  return: (type) => `InvocableMethod methods do not support return type of ${type}`
};

function singleInvocable(checker: Checker, members: readonly Member[]): void {
  const [, second] = members.filter(
    (member) => member.kind === 'method' && has(member.modifiers, 'invocablemethod')
  );
  if (second)
    checker.report(second.at, 'Only one method per type can be defined with: InvocableMethod');
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_annotation_AuraEnabled.htm */
function auraRules(checker: Checker, method: Method): void {
  const { modifiers, at, name } = method;
  const isOpen = modifiers.words.has('public') || modifiers.words.has('global');
  if (!isOpen) checker.report(at, `AuraEnabled methods must be public or global: ${name}`);
  if (!isStatic(method)) instanceAuraRules(checker, method);
  auraNameRules(checker, method);
}

function auraNameRules(checker: Checker, method: Method): void {
  const { at, name } = method;
  const { methods, fields } = checker.symbol;
  const enabled = (methods.get(name.toLowerCase()) ?? []).filter(isAuraEnabled);
  if (isStatic(method) && enabled.length > 1) {
    checker.report(at, `Overload of AuraEnabled method: ${name} overload is not permitted`);
  }
  const field = fields.get(name.toLowerCase());
  if (!field || !isAuraEnabled(field)) return;
  checker.report(at, `AuraEnabled method and variable cannot have the same name: ${name}`);
}

function isAuraEnabled({ annotations }: Pick<FieldSymbol, 'annotations'>): boolean {
  return annotations.some((one) => one.name === 'auraenabled');
}

function instanceAuraRules(checker: Checker, { at, name, parameters }: Method): void {
  if (parameters.length > 0) {
    checker.report(at, 'Non static AuraEnabled methods may not have parameters');
  }
  if (!name.toLowerCase().startsWith('get')) {
    checker.report(at, "Non static AuraEnabled methods must be named with a prefix 'get'");
  }
}

function restRules(checker: Checker, method: Method, name: string): void {
  mustBeStatic(checker, method, name);
  if (!method.modifiers.words.has('global'))
    checker.report(method.at, `${name} methods must be global`);
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_annotation_InvocableVariable.htm */
function variableRules(
  checker: Checker,
  { modifiers, at, name }: Member & { kind: 'field' | 'property' }
): void {
  if (!has(modifiers, 'invocablevariable')) return;
  const { words } = modifiers;
  const isOpen = words.has('public') || words.has('global');
  if (!isOpen || words.has('static')) {
    checker.report(at, `InvocableVariable fields must be public or global and not static: ${name}`);
  }
}
