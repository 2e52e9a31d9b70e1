import { ApexCompileError } from '../../org/index.ts';
import type { Org } from '../../org/index.ts';
import { exitCodes } from '../../shared/index.ts';
import type { ErrorPlace, Log, UserError } from '../../shared/index.ts';
import { withOrg } from './withOrg.ts';

export interface OrgDeployOptions {
  /** Folder of an sfdx project. */
  readonly source: string;
  readonly json?: boolean;
}

interface Deployment {
  readonly components: number;
  readonly compileErrors: readonly CompileError[];
}

type CompileError = ErrorPlace & { readonly message: string };

/**
 * Takes a project up in its local org: compiles its Apex and moves the records that are there over to its objects and
 * fields, without serving it. A running org is deployed to with `sf project deploy start`.
 *
 * @returns 0 when the org has the project now, 1 when its Apex does not compile and the org is as it was
 * @throws UserError for metadata that cannot be, and for records that do not fit it
 */
export async function deployToOrg(options: OrgDeployOptions, log: Log): Promise<number> {
  const deployment = await deploy(options, log);
  process.stdout.write(
    `${options.json === true ? JSON.stringify(deployment) : told(deployment)}\n`
  );
  return deployment.compileErrors.length === 0 ? exitCodes.success : exitCodes.failure;
}

async function deploy(options: OrgDeployOptions, log: Log): Promise<Deployment> {
  try {
    return await withOrg(options, log, (org) => Promise.resolve(deploymentOf(org)));
  } catch (error) {
    if (!(error instanceof ApexCompileError)) throw error;
    return { components: 0, compileErrors: error.errors.map(compileError) };
  }
}

function deploymentOf({ project }: Org): Deployment {
  const components = project.types.flatMap((type) => project.components(type));
  return { components: components.length, compileErrors: [] };
}

function compileError({ message, place }: UserError): CompileError {
  return { ...place, message };
}

function told({ components, compileErrors }: Deployment): string {
  if (compileErrors.length === 0) return `Deployed ${String(components)} components.`;
  const lines = compileErrors.map(
    ({ file, line, column, message }) => `${[file, line, column].join(':')} ${message}`
  );
  return [...lines, 'Nothing was deployed.'].join('\n');
}
