import { nativeClass, nativeException, nativeInterface } from '../../library/native.ts';
import type { NativeType } from '../../library/native.ts';
import type { ApexContext } from '../../platform/index.ts';
import { baseName, nativeDefinition } from './definition.ts';
import type { NativeDefinition } from './definition.ts';

/**
 * What every enum value has.
 * https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_enum.htm
 */
const enumType = nativeClass('Enum', {
  'String name()': (_context: ApexContext, self: EnumLike) => self.name,
  'Integer ordinal()': (_context: ApexContext, self: EnumLike) => self.ordinal
});

interface EnumLike {
  readonly name: string;
  readonly ordinal: number;
}

/** Types that the language itself needs, whatever the tables hold. */
export const languageTypes: readonly NativeType[] = [
  ...['Object', 'SObject', 'Boolean', 'String', 'Id', 'Integer', 'Long', 'Double', 'Decimal'],
  ...['Date', 'Datetime', 'Time', 'Blob', 'List<T>', 'Set<T>', 'Map<K, V>', 'AggregateResult'],
  ...['Type', 'System', 'Schema', 'Database', 'Schema.SObjectType', 'Schema.SObjectField']
]
  .map((name) => nativeClass(name, {}))
  .concat([nativeInterface('Iterator<T>', []), nativeInterface('Iterable<T>', [])])
  .concat([nativeException('Exception'), enumType]);

export interface NativeCatalogue {
  /** By name in any case, with or without `System.` or `Schema.`. */
  find(name: string): NativeDefinition | undefined;
  readonly all: readonly NativeDefinition[];
}

export function createCatalogue(natives: readonly NativeType[]): NativeCatalogue {
  const groups = new Map<string, [NativeType, ...NativeType[]]>();
  for (const type of [...natives, ...languageTypes]) {
    const key = baseName(type.name).toLowerCase();
    const group = groups.get(key);
    if (group) group.push(type);
    else groups.set(key, [type]);
  }
  const definitions = new Map(
    [...groups].map(([key, types]) => [key, nativeDefinition(types)] as const)
  );
  return {
    find: (name) => findDefinition(definitions, name.toLowerCase()),
    all: [...definitions.values()]
  };
}

function findDefinition(
  definitions: ReadonlyMap<string, NativeDefinition>,
  name: string
): NativeDefinition | undefined {
  const short = name.replace(/^system\./, '');
  return (
    definitions.get(short) ??
    definitions.get(`schema.${short}`) ??
    unqualifiedSchema(definitions, short)
  );
}

function unqualifiedSchema(
  definitions: ReadonlyMap<string, NativeDefinition>,
  name: string
): NativeDefinition | undefined {
  return name.startsWith('schema.') ? definitions.get(name.slice('schema.'.length)) : undefined;
}
