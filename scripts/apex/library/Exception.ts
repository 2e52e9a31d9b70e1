import { ApexException, defaultMessage, textOf } from '../runtime/index.ts';
import { lenient } from './arguments.ts';
import { nativeException } from './native.ts';
import type { NativeMembers, NativeType } from './native.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_exception.htm */
export const exceptionType: NativeType = {
  ...nativeException('Exception', {
    'Exception getCause()': lenient((self: ApexException) => self.cause),
    'Integer getLineNumber()': lenient((self: ApexException) => self.frames[0]?.line ?? 0),
    'String getMessage()': lenient((self: ApexException) => self.text ?? defaultMessage),
    'String getStackTraceString()': lenient((self: ApexException) => self.stackTrace),
    'String getTypeName()': lenient((self: ApexException) => self.$type),
    'void initCause(Exception cause)': lenient(initCause),
    'void setMessage(String message)': lenient((self: ApexException, text: string | null) => {
      self.text = text;
    }),
    'String toString()': lenient((self: ApexException) => textOf(self))
  }),
  superName: undefined,
  extensible: true
};

function initCause(self: ApexException, cause: ApexException | null): void {
  if (self.cause !== null) {
    throw new ApexException('System.FinalException', 'Exception cause is already set');
  }
  self.cause = cause;
}

/** A native exception with the four constructors that each has. */
export function systemException(name: string, members: NativeMembers = {}): NativeType {
  const type = `System.${name}`;
  return nativeException(name, {
    'new()': () => new ApexException(type),
    'new(String message)': lenient((text: string | null) => new ApexException(type, text)),
    'new(Exception cause)': lenient(
      (cause: ApexException | null) => new ApexException(type, null, cause)
    ),
    'new(String message, Exception cause)': lenient(
      (text: string | null, cause: ApexException | null) => new ApexException(type, text, cause)
    ),
    ...members
  });
}
