import type { Log } from '../../shared/index.ts';
import { projectFolder, runCommand } from '../tools/index.ts';

/** One check of `npm run check`. */
export interface CheckStep {
  /** As it is given after `--only`. */
  readonly name: string;
  readonly what: string;
  run(context: CheckContext): Promise<CheckResult>;
}

export interface CheckContext {
  /** `node_modules` of `config/check`. */
  readonly checkModules: string;
  readonly log: Log;
}

export interface CheckResult {
  readonly passed: boolean;
  /** Shown when the step failed. */
  readonly output: string;
}

export interface Finding {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

/** A step's result from what it found: none is a pass. */
export function resultOf(findings: readonly Finding[]): CheckResult {
  const lines = findings.map(({ file, line, message }) => `${file}:${String(line)}: ${message}`);
  return { passed: findings.length === 0, output: lines.join('\n') };
}

/** A step's result from a program's exit code. */
export async function runProgram(
  program: string,
  parameters: readonly string[]
): Promise<CheckResult> {
  const { exitCode, output } = await runCommand(program, parameters, { cwd: projectFolder });
  return { passed: exitCode === 0, output };
}
