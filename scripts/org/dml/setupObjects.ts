/**
 * Objects that cannot be written in one transaction with others
 * (https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_dml_non_mix_sobjects.htm).
 */
export const setupObjects: ReadonlySet<string> = new Set([
  'FieldPermissions',
  'Group',
  'GroupMember',
  'ObjectPermissions',
  'PermissionSet',
  'PermissionSetAssignment',
  'PermissionSetGroup',
  'PermissionSetGroupComponent',
  'PermissionSetLicenseAssign',
  'QueueSobject',
  'SetupEntityAccess',
  'User',
  'UserRole',
  'UserTerritory',
  'Territory'
]);
