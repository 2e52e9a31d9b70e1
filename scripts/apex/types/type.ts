import type { ObjectDefinition } from '../platform/index.ts';
import type { ClassSymbol } from './symbols.ts';
import type { NativeDefinition } from './native/definition.ts';

/** A type as the checker knows it. Types are interned: the same type is the same object. */
export type ApexType = NativeUse | ClassType | RecordType | SpecialType;

/** A type of the platform: `Integer`, `List<Account>`, `Database.SaveResult`. */
export interface NativeUse {
  readonly kind: 'native';
  /** Canonical, with its type arguments. */
  readonly name: string;
  readonly definition: NativeDefinition;
  readonly arguments: readonly ApexType[];
}

/** A class, interface or enum of the project. */
export interface ClassType {
  readonly kind: 'class';
  readonly name: string;
  readonly symbol: ClassSymbol;
}

/** A concrete sObject type. */
export interface RecordType {
  readonly kind: 'sobject';
  readonly name: string;
  readonly object: ObjectDefinition;
}

/** `unknown` follows an error that was reported: it fits everywhere. */
export interface SpecialType {
  readonly kind: 'void' | 'null' | 'unknown';
  readonly name: string;
}

export const voidType: SpecialType = { kind: 'void', name: 'void' };
export const nullType: SpecialType = { kind: 'null', name: 'null' };
export const unknownType: SpecialType = { kind: 'unknown', name: 'unknown' };

/** Is it the native type of that base name, `List`, `String`? */
export function isNative(type: ApexType, ...names: readonly string[]): boolean {
  return type.kind === 'native' && names.includes(type.definition.name);
}

const primitives = 'Blob Boolean Date Datetime Decimal Double Id Integer Long String Time'.split(
  ' '
);

/** https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_primitives.htm */
export function isPrimitive(type: ApexType): boolean {
  return isNative(type, ...primitives);
}

export function elementOf(type: ApexType): ApexType {
  return (type.kind === 'native' ? type.arguments[0] : undefined) ?? unknownType;
}

export function isUnknown(type: ApexType): boolean {
  return type.kind === 'unknown';
}
