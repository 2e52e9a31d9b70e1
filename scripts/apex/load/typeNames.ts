import {
  ApexBlob,
  ApexDate,
  ApexDatetime,
  ApexDecimal,
  ApexDouble,
  ApexEnumValue,
  ApexException,
  ApexIterator,
  ApexList,
  ApexMap,
  ApexObject,
  ApexSet,
  ApexSObject,
  ApexTime,
  ApexType
} from '../runtime/index.ts';

/** The Apex type of any value, as `typeOf` would say it. */
export function typeName(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return 'String';
    case 'number':
      return 'Integer';
    case 'bigint':
      return 'Long';
    case 'boolean':
      return 'Boolean';
    default:
      return value === null || value === undefined ? 'null' : objectTypeName(value);
  }
}

type Test = readonly [new (...parameters: never[]) => unknown, (value: never) => string];

const tests: readonly Test[] = [
  [ApexSObject, (value: ApexSObject) => value.type],
  [ApexList, (value: ApexList) => `List<${value.elementType}>`],
  [ApexSet, (value: ApexSet) => `Set<${value.elementType}>`],
  [ApexMap, (value: ApexMap) => `Map<${value.keyType}, ${value.valueType}>`],
  [ApexIterator, (value: ApexIterator) => `Iterator<${value.elementType}>`],
  [ApexObject, (value: ApexObject) => value.$type],
  [ApexException, (value: ApexException) => value.$type],
  [ApexEnumValue, (value: ApexEnumValue) => value.type],
  [ApexDecimal, () => 'Decimal'],
  [ApexDouble, () => 'Double'],
  [ApexDate, () => 'Date'],
  [ApexDatetime, () => 'Datetime'],
  [ApexTime, () => 'Time'],
  [ApexBlob, () => 'Blob'],
  [ApexType, () => 'Type']
];

function objectTypeName(value: object | symbol): string {
  for (const [type, name] of tests) {
    if (value instanceof type) return name(value as never);
  }
  const { $type } = value as { readonly $type?: unknown };
  return typeof $type === 'string' ? $type : 'Object';
}
