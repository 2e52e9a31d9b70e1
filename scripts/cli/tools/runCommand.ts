import { spawn } from 'node:child_process';

export interface CommandResult {
  readonly exitCode: number;
  /** Standard output, then standard error. */
  readonly output: string;
  readonly standardOutput: string;
}

export interface CommandOptions {
  readonly cwd: string;
  readonly environment?: NodeJS.ProcessEnv;
}

/** Runs a program to its end and keeps what it prints. A program that cannot be started ends with code 127. */
export function runCommand(
  program: string,
  parameters: readonly string[],
  options: CommandOptions
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(program, parameters, {
      cwd: options.cwd,
      env: options.environment ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe']
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', (error) => resolve(finished(127, out, [Buffer.from(error.message)])));
    child.on('close', (code) => resolve(finished(code ?? 1, out, err)));
  });
}

function finished(exitCode: number, out: Buffer[], err: Buffer[]): CommandResult {
  const standardOutput = Buffer.concat(out).toString('utf8');
  return {
    exitCode,
    standardOutput,
    output: standardOutput + Buffer.concat(err).toString('utf8')
  };
}

/** Runs a program that shows its output itself. @returns its exit code; 127 when it cannot be started */
export function runShown(
  program: string,
  parameters: readonly string[],
  options: CommandOptions
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, parameters, {
      cwd: options.cwd,
      env: options.environment ?? process.env,
      stdio: ['ignore', process.stderr, process.stderr]
    });
    child.on('error', () => resolve(127));
    child.on('close', (code) => resolve(code ?? 1));
  });
}
