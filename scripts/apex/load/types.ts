import type { TypeDeclaration, UnitKind } from '../syntax/index.ts';
import type { SourceMap } from '../emit/index.ts';

/** One text to compile. */
export interface ApexSource {
  /** As errors, stack traces and the debugger show it. */
  readonly path: string;
  /** Of the file, without its extension. */
  readonly name: string;
  readonly kind: UnitKind;
  readonly text: string;
  /** Of the platform whose rules the code follows, as its metadata says; the package's own when it says nothing. */
  readonly apiVersion?: number;
}

const usualVersion = 66;

/** The API version that a source follows. */
export function versionOf({ apiVersion = usualVersion }: ApexSource): number {
  return apiVersion;
}

export interface CompileError {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** What is left of a unit after compiling: plain data that may be cached or sent to another thread. */
export interface CompiledUnit {
  readonly kind: UnitKind;
  readonly path: string;
  readonly name: string;
  readonly apiVersion: number;
  /** The declarations without their code. */
  readonly declaration: TypeDeclaration;
  readonly trigger: CompiledTrigger | undefined;
  readonly code: string;
  readonly map: SourceMap;
  readonly coverableLines: readonly number[];
  /** Custom labels that it reads: while they are there, its code is right. */
  readonly labels: readonly string[];
}

export interface CompiledTrigger {
  readonly name: string;
  /** Canonical. */
  readonly object: string;
  readonly events: readonly string[];
  readonly endLine: number;
}

/** Everything of a project, compiled. */
export interface CompiledProgram {
  readonly units: readonly CompiledUnit[];
}

export interface CompileResult {
  readonly errors: readonly CompileError[];
  /** Undefined when there are errors. */
  readonly program: CompiledProgram | undefined;
}
