import type { ApexContext, NativeType } from '../../apex/index.ts';
import { coreLibrary } from '../../apex/library/index.ts';
import { compileAnonymous, loadProgram } from '../../apex/load/index.ts';
import type { CompiledProgram, CompileError, LoadedProgram } from '../../apex/load/index.ts';
import { platformLibrary } from '../library/index.ts';
import type { OrgHost } from '../runtime/index.ts';
import type { Clock, Random } from '../../shared/index.ts';
import type { SchemaPort } from '../../apex/index.ts';
import { createStub } from './stub.ts';

/** All of Apex's library: the language's own types and those that need an org. */
export const apexLibrary: readonly NativeType[] = [...coreLibrary, ...platformLibrary];

/** A project's Apex, loaded in this thread. */
export interface LoadedApex {
  readonly program: LoadedProgram;
  readonly context: ApexContext;
  createStub(typeName: string, provider: unknown): unknown;
  /** The Apex line that runs now; 0 when there is none. */
  currentLine(): number;
  /** Compiles an anonymous block. */
  anonymous(text: string): {
    readonly errors: readonly CompileError[];
    readonly run: (() => void) | undefined;
  };
}

interface LoadSource {
  readonly schema: SchemaPort;
  readonly clock: Clock;
  readonly random: Random;
  readonly compiled: CompiledProgram;
}

/** Loads a compiled project into this thread, with `host` beneath it. */
export function loadInto(source: LoadSource, host: OrgHost): LoadedApex {
  const { schema, clock, random, compiled } = source;
  const program = loadProgram(compiled, {
    context: {
      schema,
      clock,
      random,
      host,
      sharing: 'with',
      access: 'system',
      bindScope: undefined
    },
    natives: apexLibrary
  });
  return {
    program,
    context: program.context,
    createStub: (typeName, provider) => createStub(program, typeName, provider),
    currentLine: () => program.framesOf(new Error('here').stack ?? '')[0]?.line ?? 0,
    anonymous: (text) => compileAnonymous(program, text, apexLibrary)
  };
}
