import { ApexBlob, ApexException } from '../runtime/index.ts';
import { method, statics } from './arguments.ts';
import { nativeClass } from './native.ts';
import type { NativeType } from './native.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_blob.htm */
export const blobType: NativeType = nativeClass('Blob', {
  'static Blob valueOf(String text)': statics(ApexBlob.fromText),
  'Integer size()': method((self: ApexBlob) => self.bytes.length),
  'String toString()': method(blobText)
});

function blobText(blob: ApexBlob): string {
  const text = blob.text();
  if (text !== undefined) return text;
  throw new ApexException('System.StringException', 'BLOB is not a valid UTF-8 string');
}
