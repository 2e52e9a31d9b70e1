import type {
  ConstructorDeclaration,
  FieldDeclaration,
  Member,
  MethodDeclaration,
  Parameter,
  PropertyDeclaration,
  TypeName
} from '../syntax/index.ts';
import { unknownType, voidType } from '../types/index.ts';
import type { ApexType, ClassSymbol, FieldSymbol, MethodSymbol } from '../types/index.ts';
import { accessOf, hasAnnotation } from './classes.ts';
import { hiddenMark } from './units.ts';

export interface MemberLinker {
  readonly symbol: ClassSymbol;
  /** Resolves, and reports what it cannot resolve. */
  resolve(name: TypeName): ApexType;
  duplicate(member: Member, what: string): void;
}

/** Fills a class symbol with its fields, methods and constructors. */
export function linkMembers(linker: MemberLinker): void {
  linker.symbol.declaration.members.forEach((member, index) => linkMember(linker, member, index));
}

function linkMember(linker: MemberLinker, member: Member, index: number): void {
  switch (member.kind) {
    case 'field':
      return addField(linker, member, fieldSymbol(linker, member, index));
    case 'property':
      return addField(linker, member, propertySymbol(linker, member, index));
    case 'method':
      return addMethod(linker, member, methodSymbol(linker, member, index));
    case 'constructor':
      return addConstructor(linker, member, constructorSymbol(linker, member, index));
    case 'initializer':
    case 'type':
      return undefined;
  }
}

function addField(linker: MemberLinker, member: Member, field: FieldSymbol): void {
  const key = field.name.toLowerCase();
  if (linker.symbol.fields.has(key)) linker.duplicate(member, `Duplicate field: ${field.name}`);
  else linker.symbol.fields.set(key, field);
}

function addMethod(linker: MemberLinker, member: Member, method: MethodSymbol): void {
  const key = method.name.toLowerCase();
  const others = linker.symbol.methods.get(key) ?? [];
  if (others.some((other) => other.js === method.js)) {
    const signature = describeMethod(method);
    linker.duplicate(
      member,
      `Method already defined: ${method.name} SIGNATURE: ${signature} from the type ${linker.symbol.name}`
    );
  }
  linker.symbol.methods.set(key, [...others, method]);
}

function addConstructor(linker: MemberLinker, member: Member, method: MethodSymbol): void {
  if (linker.symbol.constructors.some((other) => other.js === method.js)) {
    linker.duplicate(member, `Constructor already defined: ${describeMethod(method)}`);
  }
  linker.symbol.constructors.push(method);
}

/** `void foo(Integer, String)` */
export function describeMethod(method: MethodSymbol): string {
  const types = method.parameters.map(({ type }) => type.name).join(', ');
  return `${method.returnType.name} ${method.name}(${types})`;
}

function fieldSymbol(linker: MemberLinker, member: FieldDeclaration, index: number): FieldSymbol {
  const { words, annotations } = member.modifiers;
  const access = accessOf(member.modifiers, 'private');
  return {
    kind: 'field',
    name: member.name,
    type: linker.resolve(member.type),
    owner: linker.symbol,
    isStatic: words.has('static'),
    isFinal: words.has('final'),
    isTransient: words.has('transient'),
    access,
    setAccess: access,
    isTestVisible: hasAnnotation(member.modifiers, 'testvisible'),
    annotations,
    at: member.at,
    index,
    hasGetter: false,
    hasSetter: false,
    readable: true,
    writable: true,
    js: fieldName(linker.symbol, member.name)
  };
}

function propertySymbol(
  linker: MemberLinker,
  member: PropertyDeclaration,
  index: number
): FieldSymbol {
  const { words, annotations } = member.modifiers;
  const access = accessOf(member.modifiers, 'private');
  const getterAccess = member.getter ? accessOf(member.getter.modifiers, access) : access;
  return {
    kind: 'property',
    name: member.name,
    type: linker.resolve(member.type),
    owner: linker.symbol,
    isStatic: words.has('static'),
    isFinal: false,
    isTransient: words.has('transient'),
    access: getterAccess,
    setAccess: member.setter ? accessOf(member.setter.modifiers, access) : access,
    isTestVisible: hasAnnotation(member.modifiers, 'testvisible'),
    annotations,
    at: member.at,
    index,
    hasGetter: member.getter?.body !== undefined || isOverridable(words),
    hasSetter: member.setter?.body !== undefined || isOverridable(words),
    readable: member.getter !== undefined,
    writable: member.setter !== undefined,
    js: fieldName(linker.symbol, member.name)
  };
}

function isOverridable(words: ReadonlySet<string>): boolean {
  return ['virtual', 'abstract'].some((word) => words.has(word));
}

/** Private fields of one name in a class and its super class are two: each class marks its own. */
function fieldName(symbol: ClassSymbol, name: string): string {
  return `_${name.toLowerCase()}$${mangledClass(symbol)}`;
}

function methodSymbol(
  linker: MemberLinker,
  member: MethodDeclaration,
  index: number
): MethodSymbol {
  const { words, annotations } = member.modifiers;
  const { symbol } = linker;
  const isInterface = symbol.kind === 'interface';
  const parameters = member.parameters.map((one) => parameter(linker, one));
  return {
    name: member.name,
    owner: symbol,
    parameters,
    returnType: member.returnType ? linker.resolve(member.returnType) : voidType,
    isStatic: isStaticMethod(symbol, words),
    isAbstract: words.has('abstract') || isInterface,
    isVirtual: ['virtual', 'abstract'].some((word) => words.has(word)) || isInterface,
    isOverride: words.has('override'),
    access: isInterface ? symbol.access : accessOf(member.modifiers, 'private'),
    isTestVisible: hasAnnotation(member.modifiers, 'testvisible'),
    annotations,
    at: member.at,
    index,
    js: methodName(symbol, words, mangled(member.name.toLowerCase(), parameters))
  };
}

/**
 * From API version 61 on, a private method is its class's own, whatever subclasses call theirs.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/versioned_behavior_changes.htm
 */
function methodName(symbol: ClassSymbol, words: ReadonlySet<string>, name: string): string {
  const isShared = ['static', 'override', 'abstract', ...openWords].some((word) => words.has(word));
  if (symbol.kind === 'interface' || symbol.apiVersion < 61 || isShared) return name;
  return `${name}$$${mangledClass(symbol)}`;
}

const openWords = ['protected', 'public', 'global', 'webservice'];

/** The methods of a trigger or anonymous block belong to no instance. */
function isStaticMethod({ name }: ClassSymbol, words: ReadonlySet<string>): boolean {
  if (name.startsWith(hiddenMark)) return true;
  return ['static', 'testmethod', 'webservice'].some((word) => words.has(word));
}

function constructorSymbol(
  linker: MemberLinker,
  member: ConstructorDeclaration,
  index: number
): MethodSymbol {
  const parameters = member.parameters.map((one) => parameter(linker, one));
  return {
    name: '<init>',
    owner: linker.symbol,
    parameters,
    returnType: voidType,
    isStatic: false,
    isAbstract: false,
    isVirtual: false,
    isOverride: false,
    access: accessOf(member.modifiers, 'private'),
    isTestVisible: hasAnnotation(member.modifiers, 'testvisible'),
    annotations: member.modifiers.annotations,
    at: member.at,
    index,
    js: constructorName(linker.symbol, parameters)
  };
}

/** The whole name: an inner class may extend one of the same simple name. */
function mangledClass({ name }: ClassSymbol): string {
  return name.toLowerCase().replaceAll('.', '_');
}

/** A constructor is a method that only its class has: a sub class with the same parameters does not override it. */
export function constructorName(
  symbol: ClassSymbol,
  parameters: readonly { readonly type: ApexType }[]
): string {
  return mangled(`$new$${mangledClass(symbol)}`, parameters);
}

function parameter(
  linker: MemberLinker,
  { name, type }: Parameter
): { name: string; type: ApexType } {
  return { name, type: linker.resolve(type) };
}

/** Overloads get names of their own in JavaScript: `find$String$List_Account_`; none has a name of JavaScript's. */
function mangled(name: string, parameters: readonly { readonly type: ApexType }[]): string {
  const types = parameters.map(({ type }) =>
    type === unknownType ? 'unknown' : type.name.replaceAll(/\W/g, '_')
  );
  return `${name}$${types.join('$')}`;
}
