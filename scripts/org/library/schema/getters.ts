import type { ApexContext, NativeMembers } from '../../../apex/index.ts';
import type { PlatformObject } from '../platformObject.ts';

/** What a member reads from an object's data. */
export type Getters<D> = Readonly<Record<string, (data: D, context: ApexContext) => unknown>>;

/** Members that only read from an object's data: signature to getter. */
export function getters<D>(table: Getters<D>): NativeMembers {
  const members = Object.entries(table).map(([signature, read]) => {
    const body = (context: ApexContext, self: PlatformObject<D>): unknown =>
      read(self.data, context);
    return [signature, body] as const;
  });
  return Object.fromEntries(members);
}
