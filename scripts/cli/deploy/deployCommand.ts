import { exitCodes, UserError } from '../../shared/index.ts';
import type { Log } from '../../shared/index.ts';
import { check } from '../check/index.ts';
import { build } from './buildCommand.ts';
import { salesforceCli } from './salesforceCli.ts';

export interface DeployOptions {
  /** Username or alias that the CLI knows. */
  readonly targetOrg: string;
}

/** What can be known without an org, so that a deployment does not fail on it after minutes. */
const checksBeforehand = ['metadata', 'components', 'platform', 'apex', 'release'];

/** Builds, checks and deploys the package's source to an org with the real `sf` CLI. */
export async function deploy({ targetOrg }: DeployOptions, log: Log): Promise<number> {
  await prepare(log);
  return salesforceCli(['project', 'deploy', 'start', '--target-org', targetOrg], log);
}

/** Builds, checks and creates a package version. Needs a Dev Hub. */
export async function createPackage(log: Log): Promise<number> {
  await prepare(log);
  const hub = await salesforceCli(['config', 'get', 'target-dev-hub', '--json'], log);
  if (hub !== exitCodes.success) {
    throw new UserError(
      'The CLI has no default Dev Hub.',
      'Log in to one: sf org login web --set-default-dev-hub.'
    );
  }
  const version = ['package', 'version', 'create', '--package', 'Clazar'];
  return salesforceCli([...version, '--code-coverage', '--wait', '60'], log);
}

async function prepare(log: Log): Promise<void> {
  build(log);
  const result = await check({ only: checksBeforehand }, log);
  if (result === exitCodes.success) return;
  throw new UserError(
    'The source is not fit to be deployed.',
    'Correct what is named above first.'
  );
}
