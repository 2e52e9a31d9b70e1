import { emitLwc } from '../../lwc/index.ts';
import { exitCodes } from '../../shared/index.ts';
import type { Log } from '../../shared/index.ts';
import { projectFolder } from '../tools/index.ts';

/**
 * Writes the JavaScript of every component beside its TypeScript, for a deployment to a real org.
 *
 * @throws UserError for a component that does not compile, and for a bundle without JavaScript
 */
export function build(log: Log): number {
  const files = emitLwc({ projectFolder });
  log.info(`${String(files.length)} JavaScript files are written.`);
  return exitCodes.success;
}
