export { ApexBlob } from './blob.ts';
export { makeList, makeMap, makeSet, putEntries, putRecords } from './collections.ts';
export { compareCodeUnits, compareStrings, compareValues, orders } from './compare.ts';
export type { OrderOperator } from './compare.ts';
export { ApexDate, ApexDatetime, ApexTime, pad } from './date.ts';
export { ApexDecimal } from './decimal.ts';
export {
  addDecimals,
  compareDecimals,
  divideDecimals,
  divideToScale,
  multiplyDecimals,
  negateDecimal,
  subtractDecimals
} from './decimalArithmetic.ts';
export { ApexDouble, doubleText } from './double.ts';
export { ApexEnumValue, enumValues } from './enum.ts';
export { equalKeys, equals, equalStrings, hashCode, hashText, identical } from './equality.ts';
export {
  ApexException,
  defaultMessage,
  mathException,
  nullArgument,
  nullPointer,
  nullPrimitive,
  typeException
} from './exception.ts';
export type { ApexFrame, DmlFailure } from './exception.ts';
export { equalIds, idChecksum, isValidId, toId, tryId } from './id.ts';
export { checkHeap, withinHeap } from './heap.ts';
export { ApexIterator } from './iterator.ts';
export { KeyedStore } from './keyedStore.ts';
export { ApexList } from './list.ts';
export { ApexMap } from './map.ts';
export {
  addDoubles,
  addIntegers,
  addLongs,
  calculate,
  compareNumbers,
  convertNumber,
  divideDoubles,
  divideIntegers,
  divideLongs,
  isNumber,
  multiplyDoubles,
  multiplyIntegers,
  multiplyLongs,
  negate,
  numberKind,
  parseDouble,
  parseInteger,
  parseLong,
  present,
  subtractDoubles,
  subtractIntegers,
  subtractLongs,
  toDecimal,
  toDouble,
  toInteger,
  toLong,
  widerKind
} from './numbers.ts';
export type { ApexNumber, ArithmeticOperator, NumberKind } from './numbers.ts';
export { ApexObject } from './object.ts';
export type { ApexInstance } from './object.ts';
export { roundingModes, setScale } from './rounding.ts';
export type { RoundingMode } from './rounding.ts';
export type { ApexScalar } from './scalar.ts';
export { ApexSet } from './set.ts';
export { ApexSObject } from './sobject.ts';
export type { RecordError } from './sobject.ts';
export { concat, textOf } from './text.ts';
export { ApexType } from './type.ts';
