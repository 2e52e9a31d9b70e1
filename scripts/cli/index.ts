import { CommanderError } from 'commander';
import { ApexCompileError } from '../org/index.ts';
import { consoleLog, exitCodes, UserError } from '../shared/index.ts';
import { createProgram } from './program.ts';

try {
  await createProgram({
    log: consoleLog,
    environment: process.env,
    exit: (code) => {
      process.exitCode = code;
    }
  }).parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

/** Mistakes of the user are one message each; anything else is a fault of ours and keeps its stack trace. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCodes.cannotRun;
  if (error instanceof UserError) {
    consoleLog.error(error.describe());
    return exitCodes.cannotRun;
  }
  if (error instanceof ApexCompileError) {
    for (const mistake of error.errors) consoleLog.error(mistake.describe());
    return exitCodes.cannotRun;
  }
  throw error;
}
