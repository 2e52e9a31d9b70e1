export {
  integrationPermissionSet,
  integrationUserPermissions,
  packageObjectAccess,
  standardObjectAccess
} from './integrationAccess.ts';
export type { ObjectAccess, ObjectRight } from './integrationAccess.ts';
export { releaseChecks, releaseFindings } from './releaseChecks.ts';
export { readCandidate } from './releaseCheck.ts';
export type { ReleaseCheck, ReleaseFinding } from './releaseCheck.ts';
export { release } from './releaseCommand.ts';
export type { ReleaseOptions } from './releaseCommand.ts';
export { keepRelease, keptReleases, unpackRelease } from './previousRelease.ts';
