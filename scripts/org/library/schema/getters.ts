import type { ApexContext, NativeMembers } from '../../../apex/index.ts';
import type { PlatformObject } from '../platformObject.ts';

/** Members that only read from an object's data: signature to getter. */
export function getters<D>(
  table: Readonly<Record<string, (data: D, context: ApexContext) => unknown>>
): NativeMembers {
  return Object.fromEntries(
    Object.entries(table).map(([signature, read]) => [
      signature,
      (context: ApexContext, self: PlatformObject<D>) => read(self.data, context)
    ])
  );
}
