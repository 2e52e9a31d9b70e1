import type { NativeFunction } from '../../library/native.ts';
import type { ApexContext, TriggerVariables } from '../../platform/index.ts';
import type { ApexException } from '../../runtime/index.ts';

/** The parts of a loaded program that its own code needs. */
export interface ProgramAccess {
  native(key: string): NativeFunction;
  /** The native instance method of a value that is no object of the project. */
  nativeMethod(value: unknown, name: string, count: number): NativeFunction | undefined;
  /** A local variable's stand-in: a field of the object or of its class. */
  member(target: unknown, className: string, name: string): unknown;
  addFrames(error: ApexException): void;
  trigger(): TriggerVariables | undefined;
}

/** Calls that find their method when they run. */
export function calling(
  context: ApexContext,
  access: ProgramAccess
): Readonly<Record<string, unknown>> {
  const nativeCall = (target: unknown, name: string, given: readonly unknown[]): unknown => {
    const method = access.nativeMethod(target, name, given.length);
    if (!method) {
      throw new Error(`${context.program.typeName(target)} has no method ${name}.`);
    }
    return method(context, ...([target, ...given] as never[]));
  };
  return {
    native: (key: string) => access.native(key),
    superCall: nativeCall,
    dynamicCall: (target: unknown, name: string, given: readonly unknown[]) =>
      context.program.hasMethod(target, name, given.length)
        ? context.program.invoke(target, name, given)
        : nativeCall(target, name, given),
    memberInScope: (target: unknown, className: string, name: string) =>
      access.member(target, className, name)
  };
}
