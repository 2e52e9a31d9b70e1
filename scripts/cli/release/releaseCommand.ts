import { exitCodes } from '../../shared/index.ts';
import type { Log } from '../../shared/index.ts';
import { projectFolder } from '../tools/index.ts';
import { writeSnapshot } from './globalSurfaceCheck.ts';
import { keepRelease, versionOf } from './previousRelease.ts';
import { licenceReport, lockfiles } from './licences.ts';
import { readCandidate } from './releaseCheck.ts';
import { releaseFindings } from './releaseChecks.ts';

export interface ReleaseOptions {
  /** Prints all dependencies with their licences. */
  readonly licences: boolean;
  /** Keeps global surface and metadata as released; done once for each released version. */
  readonly keep: boolean;
}

/** Says whether the package may be released, and keeps what the next release is held to. */
export async function release(options: ReleaseOptions, log: Log): Promise<number> {
  if (options.licences) {
    process.stdout.write(`${lockfiles.map(licenceReport).join('\n\n')}\n`);
    return exitCodes.success;
  }
  if (options.keep) {
    log.info(`${writeSnapshot(await readCandidate(projectFolder))} is written.`);
    log.info(`${keepRelease(projectFolder, versionOf(projectFolder))} is written.`);
    return exitCodes.success;
  }
  const findings = await releaseFindings(projectFolder);
  for (const { file, line, message } of findings) log.error(`${file}:${String(line)}: ${message}`);
  log.info(findings.length === 0 ? 'The package may be released.' : 'Correct these first.');
  return findings.length === 0 ? exitCodes.success : exitCodes.failure;
}
