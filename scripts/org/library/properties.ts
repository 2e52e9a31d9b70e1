import type { ApexContext, NativeMembers } from '../../apex/index.ts';
import { PlatformObject } from './platformObject.ts';

/** The data of a class that has nothing but properties, by Apex name. */
export type Properties = Record<string, unknown>;
export type PropertyObject = PlatformObject<Properties>;

/** Readable and writable instance properties: name to Apex type. */
export function properties(table: Readonly<Record<string, string>>): NativeMembers {
  return Object.fromEntries(
    Object.entries(table).flatMap(([name, type]) => [
      [`${type} ${name}`, (_context: ApexContext, self: PropertyObject) => self.data[name] ?? null],
      [
        `set ${type} ${name}`,
        (_context: ApexContext, self: PropertyObject, value: unknown) => {
          self.data[name] = value;
        }
      ]
    ])
  );
}

/** A constructor without parameters, and the properties. */
export function propertyClass(
  typeName: string,
  table: Readonly<Record<string, string>>
): NativeMembers {
  return { 'new()': () => new PlatformObject<Properties>(typeName, {}), ...properties(table) };
}
