export * from './platform/index.ts';
export { nativeClass, nativeEnum, nativeException, nativeInterface } from './library/native.ts';
export type { FromJson, NativeFunction, NativeMembers, NativeType } from './library/native.ts';
export { compileAnonymous, compileApex, loadProgram } from './load/index.ts';
export type {
  AnonymousResult,
  ApexSource,
  CompiledProgram,
  CompiledTrigger,
  CompiledUnit,
  CompileError,
  CompileInput,
  CompileResult,
  LoadedProgram,
  LoadInput
} from './load/index.ts';
