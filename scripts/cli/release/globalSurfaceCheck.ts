import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../tools/index.ts';
import { brokenPromises, globalSurface } from './globalSurface.ts';
import type { GlobalSurface } from './globalSurface.ts';
import type { Candidate, ReleaseCheck } from './releaseCheck.ts';

const snapshotFile = join('config', 'release', 'global-surface.json');

/** Nothing global of the last release is missing or different. */
export const globalSurfaceCheck: ReleaseCheck = {
  name: 'global surface',
  what: 'Everything global of the last release is still there, unchanged.',
  findings: ({ classes }) =>
    brokenPromises(readSnapshot(), globalSurface(classes), {
      snapshotFile,
      placeOf: (name) => {
        const found = classes.find((each) => each.name === name);
        return found && { file: found.path, line: found.declaration.at.line };
      }
    })
};

function readSnapshot(): GlobalSurface {
  return JSON.parse(readFileSync(join(projectFolder, snapshotFile), 'utf8')) as GlobalSurface;
}

/** Keeps the surface of a version that has been released as what later ones are held to. */
export function writeSnapshot({ classes }: Candidate): string {
  const text = JSON.stringify(globalSurface(classes), null, 2);
  writeFileSync(join(projectFolder, snapshotFile), `${text}\n`);
  return snapshotFile;
}
