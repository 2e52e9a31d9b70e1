export { securedField } from './fieldRules.ts';
export { grantsOf, permissionSetsOf, readGrants } from './grants.ts';
export type { Grants, ObjectGrant } from './grants.ts';
export { writeMuting } from './muting.ts';
export type { Muting } from './muting.ts';
export { hasObjectPermissions, ruleFor } from './objectRules.ts';
export { policyOf, readPolicy } from './policy.ts';
export type { SecuritySource } from './policy.ts';
export { writeRecordTypes } from './recordTypes.ts';
export type { RecordTypeVisibility } from './recordTypes.ts';
export { administratorPermissions, standardProfiles } from './profiles.ts';
export type { ProfileFields, StandardProfile } from './profiles.ts';
export { inaccessibleFields, reachesObject } from './strip.ts';
export type { AccessType } from './strip.ts';
export { readUser, userOfRow } from './user.ts';
export {
  apexClassId,
  customPermissionId,
  entityDefinitionId,
  permissionSetGroupId,
  permissionSetId,
  profileId
} from './ids.ts';
