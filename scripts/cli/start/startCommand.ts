import { exitCodes, systemClock, UserError } from '../../shared/index.ts';
import type { Log } from '../../shared/index.ts';
import { localFolder, projectFolder, untilInterrupted } from '../tools/index.ts';
import { startProduct } from './startProduct.ts';

export interface StartCommandOptions {
  readonly fresh: boolean;
  /** From `PORT` and `SANDBOX_PORT`. */
  readonly environment: NodeJS.ProcessEnv;
}

const defaultPort = 4000;
const defaultSandboxPort = 4100;

/** Runs the product until it is interrupted. */
export async function start(options: StartCommandOptions, log: Log): Promise<number> {
  const started = performance.now();
  const product = await startProduct({
    projectFolder,
    localFolder,
    port: readPort('PORT', options.environment, defaultPort),
    sandboxPort: readPort('SANDBOX_PORT', options.environment, defaultSandboxPort),
    fresh: options.fresh,
    environment: options.environment,
    clock: systemClock,
    log
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  log.info(
    [
      '',
      `  Clazar for Salesforce   ${product.url}`,
      `  Clazar sandbox          ${product.sandboxUrl.replace('127.0.0.1', 'localhost')}`,
      `  User                    ${product.username}`,
      '',
      `Ready after ${seconds} s. Ctrl+C stops it.`
    ].join('\n')
  );
  await untilInterrupted();
  await product.stop();
  return exitCodes.success;
}

function readPort(name: string, environment: NodeJS.ProcessEnv, otherwise: number): number {
  const text = environment[name];
  if (text === undefined || text === '') return otherwise;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new UserError(`${name} is "${text}".`, 'It must be a whole number from 0 to 65535.');
}
