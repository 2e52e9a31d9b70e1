export {
  isAssignable,
  isCastable,
  isExceptionType,
  isNumeric,
  nativeSupers,
  superTypes
} from './assign.ts';
export { createCatalogue, languageTypes } from './native/catalogue.ts';
export type { NativeCatalogue } from './native/catalogue.ts';
export { nativeFunctions } from './native/definition.ts';
export type { NativeDefinition, NativeMethod, NativeProperty } from './native/definition.ts';
export { parseTypeText } from './native/typeText.ts';
export { chooseOverload } from './overloads.ts';
export type { Candidate } from './overloads.ts';
export type {
  Access,
  ClassSymbol,
  FieldSymbol,
  MethodSymbol,
  ParameterSymbol,
  Sharing
} from './symbols.ts';
export { createTypeTable } from './table.ts';
export type { TypeTable } from './table.ts';
export {
  elementOf,
  isNative,
  isPrimitive,
  isUnknown,
  nullType,
  unknownType,
  voidType
} from './type.ts';
export type { ApexType, ClassType, NativeUse, RecordType, SpecialType } from './type.ts';
