import type { ApexContext } from '../platform/index.ts';
import { ApexException, toId } from '../runtime/index.ts';
import { method, statics } from './arguments.ts';
import { nativeClass } from './native.ts';
import type { NativeType } from './native.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_id.htm */
export const idType: NativeType = nativeClass('Id', {
  'static Id valueOf(String text)': statics(toId),
  'static Id valueOf(String text, Boolean restoreCasing)': statics((text: string) => toId(text)),
  'String to15()': method((self: string) => self.slice(0, 15)),
  'String toString()': method((self: string) => self)
});

/**
 * The canonical name of the object that an id belongs to, for `getSObjectType`.
 * @throws ApexException when no object has its prefix
 */
export function objectOfId(context: ApexContext, id: string): string {
  const prefix = id.slice(0, 3);
  for (const object of context.schema.objects.values()) {
    if (object.keyPrefix === prefix) return object.name;
  }
  throw new ApexException('System.SObjectException', `Cannot locate Apex Type for ID: ${id}`);
}
