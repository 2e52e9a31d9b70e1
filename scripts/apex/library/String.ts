import { nativeClass } from './native.ts';
import type { NativeType } from './native.ts';
import { compareMembers } from './string/compare.ts';
import { escapeMembers } from './string/escape.ts';
import { kindMembers } from './string/kinds.ts';
import { partMembers } from './string/parts.ts';
import { regexMembers } from './string/regexMembers.ts';
import { searchMembers } from './string/search.ts';
import { shapeMembers } from './string/shape.ts';
import { staticMembers } from './string/statics.ts';
import { method } from './arguments.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_string.htm */
export const stringType: NativeType = nativeClass('String', {
  ...staticMembers,
  ...kindMembers,
  ...searchMembers,
  ...shapeMembers,
  ...partMembers,
  ...compareMembers,
  ...escapeMembers,
  ...regexMembers,
  'String toString()': method((self: string) => self)
});
