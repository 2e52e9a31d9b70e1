import { Command } from 'commander';
import type { Log } from '../shared/index.ts';
import { check } from './check/index.ts';

/** What a command gives back: the process's exit code. */
export type ExitCode = number;

export interface ProgramPorts {
  readonly log: Log;
  /** Told the exit code of the command that ran. */
  readonly exit: (code: ExitCode) => void;
}

/** All commands. Each is one line here and one folder or file beside this one. */
export function createProgram({ log, exit }: ProgramPorts): Command {
  const program = new Command('clazar');
  program
    .command('check')
    .description('check formatting, types, lint, metadata and Apex')
    .option('--only <names...>', 'only these checks')
    .action(async (options: { only?: string[] }) =>
      exit(await check({ only: options.only ?? [] }, log))
    );
  return program;
}
