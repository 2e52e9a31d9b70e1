import { dependencyFindings, lockfiles } from './licences.ts';
import type { ReleaseCheck } from './releaseCheck.ts';

/** What is installed is what was looked at. */
export const licenceCheck: ReleaseCheck = {
  name: 'dependencies',
  what: 'Every dependency has a licence that was judged, and is locked by its checksum.',
  findings: () => lockfiles.flatMap(dependencyFindings)
};
