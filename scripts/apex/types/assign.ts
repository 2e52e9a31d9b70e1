import type { ClassSymbol } from './symbols.ts';
import type { TypeTable } from './table.ts';
import { isNative } from './type.ts';
import type { ApexType, NativeUse } from './type.ts';

/** From each type, the types that take it without a cast. */
const widenings: Readonly<Record<string, readonly string[]>> = {
  Integer: ['Long', 'Double', 'Decimal'],
  Long: ['Double', 'Decimal'],
  Double: ['Decimal'],
  Decimal: ['Double'],
  String: ['Id'],
  Id: ['String'],
  Date: ['Datetime']
};

/**
 * Can a value of `from` be assigned to a variable of `to`?
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_conversion_rules.htm
 */
export function isAssignable(table: TypeTable, from: ApexType, to: ApexType): boolean {
  if (from === to || from.kind === 'unknown' || to.kind === 'unknown') return true;
  if (to.kind === 'void' || from.kind === 'void') return false;
  return from.kind === 'null' || isNative(to, 'Object') || valueAssignable(table, from, to);
}

function valueAssignable(table: TypeTable, from: ApexType, to: ApexType): boolean {
  if (from.kind === 'sobject') return isNative(to, 'SObject');
  if (from.kind === 'class') return classAssignable(table, from.symbol, to);
  return from.kind === 'native' && to.kind === 'native' && nativeAssignable(table, from, to);
}

function classAssignable(table: TypeTable, symbol: ClassSymbol, to: ApexType): boolean {
  const parents = superTypes(table, symbol);
  if (parents.includes(to)) return true;
  return parents.some((one) => one.kind === 'native' && isAssignable(table, one, to));
}

function nativeAssignable(table: TypeTable, from: NativeUse, to: NativeUse): boolean {
  if (widenings[from.name]?.includes(to.name) === true) return true;
  if (from.definition === to.definition) return argumentsFit(table, from, to);
  return nativeSupers(table, from).some((parent) => isAssignable(table, parent, to));
}

/** Type arguments of the platform's interfaces are not held against each other. */
function argumentsFit(table: TypeTable, from: NativeUse, to: NativeUse): boolean {
  if (from.definition.kind === 'interface') return true;
  return from.arguments.every((argument, index) => {
    const target = to.arguments[index];
    if (target === undefined || argument === target) return true;
    if (areRecords(argument, target)) return true;
    if (isCovariant(from, index)) return elementFits(table, argument, target);
    return isNested(argument) && isAssignable(table, argument, target);
  });
}

/** Records are interchangeable in collections. */
function areRecords(from: ApexType, to: ApexType): boolean {
  const isRecord = (type: ApexType): boolean =>
    type.kind === 'sobject' || isNative(type, 'AggregateResult');
  if (isNative(to, 'SObject')) return isRecord(from);
  return isNative(from, 'SObject') && isRecord(to);
}

/** Lists take lists of what their elements take, maps those of what their values take. */
function isCovariant(type: NativeUse, index: number): boolean {
  return isNative(type, 'List') || (isNative(type, 'Map') && index === 1);
}

function isNested(type: ApexType): boolean {
  return type.kind === 'native' && type.arguments.length > 0;
}

function elementFits(table: TypeTable, from: ApexType, to: ApexType): boolean {
  const both = [from.name, to.name].join();
  if (both === 'String,Id' || both === 'Id,String') return true;
  return !(from.name in widenings && to.name in widenings) && isAssignable(table, from, to);
}

/** Super class and interfaces of a platform type. */
export function nativeSupers(table: TypeTable, type: NativeUse): readonly ApexType[] {
  const { superName, interfaces } = type.definition;
  const names = superName === undefined ? interfaces : [superName, ...interfaces];
  const declared = names.map((name) => table.substitute(parseSuper(name), type));
  const iterable = isNative(type, 'List', 'Set')
    ? [table.native('Iterable', ...type.arguments)]
    : [];
  return [...declared, ...iterable].filter((parent) => parent !== type);
}

function parseSuper(text: string): { name: string; arguments: { name: string; arguments: [] }[] } {
  const [, name = text, inside = ''] = /^([\w.]+)(?:<(.*)>)?$/.exec(text.trim()) ?? [];
  const names = inside === '' ? [] : inside.split(',').map((one) => one.trim());
  return { name, arguments: names.map((one) => ({ name: one, arguments: [] })) };
}

/** Everything a class is, itself included. */
export function superTypes(table: TypeTable, symbol: ClassSymbol): readonly ApexType[] {
  const seen = new Set<ApexType>();
  const visit = (type: ApexType): void => {
    if (seen.has(type)) return;
    seen.add(type);
    parents(table, type).forEach(visit);
  };
  visit(table.ofClass(symbol));
  return [...seen];
}

function parents(table: TypeTable, type: ApexType): readonly ApexType[] {
  if (type.kind === 'native') return nativeSupers(table, type);
  if (type.kind !== 'class') return [];
  const { superType, interfaces } = type.symbol;
  return superType ? [superType, ...interfaces] : interfaces;
}

/** Is a cast from one to the other possible at all? */
export function isCastable(table: TypeTable, from: ApexType, to: ApexType): boolean {
  if (isAssignable(table, from, to) || isAssignable(table, to, from)) return true;
  if (isOpen(from, to) || isInterface(from) || isInterface(to)) return true;
  return from.kind === 'native' && to.kind === 'native' && nativeCastable(table, from, to);
}

/** Only the value tells what it is. */
function isOpen(from: ApexType, to: ApexType): boolean {
  return isNative(from, 'Object') || (isAnyRecord(from) && to.kind === 'sobject');
}

/** `Task.What`, `Account.Owner`: a `Name` stands for a record of any object. */
function isAnyRecord(type: ApexType): boolean {
  return type.kind === 'sobject' && type.name === 'Name';
}

function nativeCastable(table: TypeTable, from: NativeUse, to: NativeUse): boolean {
  if (isNumeric(from) && isNumeric(to)) return true;
  if (from.definition !== to.definition) return false;
  return from.arguments.every((one, index) => {
    const other = to.arguments[index];
    return other === undefined || isCastable(table, one, other);
  });
}

export function isNumeric(type: ApexType): boolean {
  return isNative(type, 'Integer', 'Long', 'Double', 'Decimal');
}

function isInterface(type: ApexType): boolean {
  if (type.kind === 'class') return type.symbol.kind === 'interface';
  return type.kind === 'native' && type.definition.kind === 'interface';
}

/** Is it Exception or below it? */
export function isExceptionType(table: TypeTable, type: ApexType): boolean {
  if (type.kind === 'class')
    return superTypes(table, type.symbol).some((one) => isNative(one, 'Exception'));
  return type.kind === 'native' && type.definition.kind === 'exception';
}
