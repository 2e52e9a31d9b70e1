export * from './platform/index.ts';
export { nativeClass, nativeEnum, nativeException, nativeInterface } from './library/native.ts';
export type { NativeFunction, NativeMembers, NativeType } from './library/native.ts';
