import type { NativeFunction } from '../library/native.ts';
import type { NativeCatalogue, NativeDefinition } from '../types/index.ts';

export type NativeFinder = (
  type: string,
  name: string,
  count: number
) => NativeFunction | undefined;

/** Finds the library's method for a value whose type is known only when the program runs. */
export function createNativeFinder(
  catalogue: NativeCatalogue,
  functions: ReadonlyMap<string, NativeFunction>
): NativeFinder {
  const search = (
    definition: NativeDefinition | undefined,
    name: string,
    count: number
  ): NativeFunction | undefined => {
    if (!definition) return undefined;
    const methods = definition.members().methods.get(name.toLowerCase()) ?? [];
    const method = methods.find((one) => !one.isStatic && one.parameters.length === count);
    if (method) return functions.get(method.key);
    const parents = [definition.superName, ...definition.interfaces];
    for (const parent of parents) {
      const found =
        parent === undefined ? undefined : search(catalogue.find(base(parent)), name, count);
      if (found) return found;
    }
    return undefined;
  };
  return (type, name, count) =>
    search(catalogue.find(base(type)), name, count) ??
    search(catalogue.find('Enum'), name, count) ??
    search(catalogue.find('Object'), name, count);
}

function base(name: string): string {
  return name.split('<')[0] ?? name;
}
