import { consoleLog, exitCodes, UserError } from '../shared/index.ts';
import { createProgram } from './program.ts';

try {
  await createProgram({
    log: consoleLog,
    exit: (code) => {
      process.exitCode = code;
    }
  }).parseAsync();
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  consoleLog.error(error.describe());
  process.exitCode = exitCodes.cannotRun;
}
