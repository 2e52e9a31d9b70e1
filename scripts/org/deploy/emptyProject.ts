import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of a project that has nothing in it: what an org starts with that is only deployed to. */
export function emptyProject(folder: string, namespace?: string): string {
  const settings = {
    packageDirectories: [{ path: 'force-app', default: true }],
    namespace: namespace ?? '',
    sourceApiVersion: '66.0'
  };
  mkdirSync(join(folder, 'force-app'), { recursive: true });
  writeFileSync(join(folder, 'sfdx-project.json'), `${JSON.stringify(settings)}\n`);
  return folder;
}
