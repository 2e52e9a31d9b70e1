import { componentScriptsCheck } from './componentScripts.ts';
import { coverageCheck } from './coverageCheck.ts';
import { doorsCheck } from './doors.ts';
import { globalSurfaceCheck } from './globalSurfaceCheck.ts';
import { licenceCheck } from './licenceCheck.ts';
import { orgSpecificCheck } from './orgSpecific.ts';
import { permissionSetsCheck } from './permissionSets.ts';
import { readCandidate } from './releaseCheck.ts';
import type { ReleaseCheck, ReleaseFinding } from './releaseCheck.ts';
import { sharingCheck } from './sharing.ts';

/** In this order, the quick ones first; all of them run, so that one run shows everything. */
export const releaseChecks: readonly ReleaseCheck[] = [
  sharingCheck,
  doorsCheck,
  permissionSetsCheck,
  orgSpecificCheck,
  globalSurfaceCheck,
  componentScriptsCheck,
  licenceCheck,
  coverageCheck
];

/**
 * Everything that keeps the package in a folder from being released.
 *
 * @throws UserError for metadata that cannot be
 * @throws ApexCompileError with every mistake in the Apex
 */
export async function releaseFindings(projectFolder: string): Promise<ReleaseFinding[]> {
  const candidate = await readCandidate(projectFolder);
  const found: ReleaseFinding[] = [];
  for (const check of releaseChecks) {
    for (const { message, ...place } of await check.findings(candidate)) {
      found.push({ ...place, message: `${check.name}: ${message}` });
    }
  }
  return found;
}
