import { exitCodes, UserError } from '../../shared/index.ts';
import type { Log } from '../../shared/index.ts';
import { check } from '../check/index.ts';
import { build } from './buildCommand.ts';
import { salesforceCli, salesforceCliResult } from './salesforceCli.ts';

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

/** Builds, checks and creates a package version. Needs Salesforce's own Dev Hub: the local org makes no packages. */
export async function createPackage(log: Log): Promise<number> {
  await prepare(log);
  const hub = await salesforceCliResult(['config', 'get', 'target-dev-hub'], log);
  if (!hasValue(hub)) {
    throw new UserError(
      'All that can be checked without a Dev Hub is right, but the CLI has no default Dev Hub to make the version in.',
      'Log in to one: sf org login web --set-default-dev-hub. The local org makes no packages.'
    );
  }
  const version = ['package', 'version', 'create', '--package', 'Clazar'];
  return salesforceCli([...version, '--code-coverage', '--wait', '60'], log);
}

/** A setting that is not set is listed without a value. */
function hasValue(settings: unknown): boolean {
  const list: unknown[] = Array.isArray(settings) ? settings : [];
  return list.some((each) => (each as { readonly value?: unknown } | null)?.value !== undefined);
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
