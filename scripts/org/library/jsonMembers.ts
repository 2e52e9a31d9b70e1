import type { JsonMembers } from './platformObject.ts';
import { ApexList, ApexMap } from '../../apex/runtime/index.ts';

/** Members of a JSON object, as `JSON.deserialize` hands them to a type of the library. */
export type Given = ReadonlyMap<string, unknown>;

export function textIn(given: Given, name: string): string | undefined {
  const value = given.get(name);
  return typeof value === 'string' ? value : undefined;
}

export function isTrueIn(given: Given, name: string): boolean {
  return given.get(name) === true;
}

/** The objects of a list. */
export function objectsIn(given: Given, name: string): readonly Given[] {
  const value = given.get(name);
  if (!(value instanceof ApexList)) return [];
  return value.items.flatMap((item) => (item instanceof ApexMap ? [membersOf(item)] : []));
}

export function textsIn(given: Given, name: string): readonly string[] {
  const value = given.get(name);
  return value instanceof ApexList ? value.items.map(String) : [];
}

/** The entries of a map, or of the members of an object. */
export function membersOf(map: ApexMap): Given {
  return new Map(map.entries().map(([key, value]) => [String(key), value]));
}

/** Members for `JSON.serialize`, in their order. */
export function jsonOf(values: Readonly<Record<string, unknown>>): JsonMembers {
  return Object.entries(values);
}
