export { compileAnonymous } from './anonymous.ts';
export type { AnonymousResult } from './anonymous.ts';
export { compileApex } from './compile.ts';
export type { CompileInput } from './compile.ts';
export { loadProgram } from './program.ts';
export type { LoadedProgram, LoadInput } from './program.ts';
export type {
  ApexSource,
  CompiledProgram,
  CompiledTrigger,
  CompiledUnit,
  CompileError,
  CompileResult
} from './types.ts';
