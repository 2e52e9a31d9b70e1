/** Which fields a standard profile opens beside its FieldPermissions rows. */
export type ProfileFields = 'all' | 'standard' | 'none';

interface ObjectLevel {
  readonly read: boolean;
  readonly create: boolean;
  readonly edit: boolean;
  readonly delete: boolean;
}

/** A profile that every org has. */
export interface StandardProfile {
  readonly name: string;
  /** Name of its row in UserLicense. */
  readonly license: string;
  readonly fields: ProfileFields;
  /** Object permissions by standard object; `*` for every object. */
  readonly objects: Readonly<Record<string, ObjectLevel>>;
  /** API names without `Permissions`; `*` for all that the package and its tests may ask for. */
  readonly userPermissions: readonly string[];
}

const full: ObjectLevel = { read: true, create: true, edit: true, delete: true };
const readOnly: ObjectLevel = { read: true, create: false, edit: false, delete: false };

const salesObjects = ['Account', 'Asset', 'Case', 'Contact', 'Contract', 'Lead', 'Opportunity'];
const moreObjects = ['Document', 'Idea', 'Individual', 'Order', 'Quote', 'Solution'];
const catalogueObjects = ['Campaign', 'Pricebook2', 'Product2'];

function levels(objects: readonly string[], level: ObjectLevel): Record<string, ObjectLevel> {
  return Object.fromEntries(objects.map((object) => [object, level]));
}

const everydayPermissions = [
  'ApiEnabled',
  'ConvertLeads',
  'EditEvent',
  'EditTask',
  'ExportReport',
  'LightningExperienceUser',
  'MassInlineEdit',
  'RunReports',
  'SelectFilesFromSalesforce',
  'SubmitMacrosAllowed',
  'ViewHelpLink'
];

/** What an administrator may do besides. */
export const administratorPermissions: readonly string[] = [
  ...everydayPermissions,
  'AssignPermissionSets',
  'AuthorApex',
  'BulkApiHardDelete',
  'CustomizeApplication',
  'EditPublicDocuments',
  'EditPublicReports',
  'EditReadonlyFields',
  'ImportLeads',
  'InstallPackaging',
  'ManageCustomPermissions',
  'ManageDashboards',
  'ManageInternalUsers',
  'ManageProfilesPermissionsets',
  'ManageRoles',
  'ManageSharing',
  'ManageUsers',
  'ModifyAllData',
  'ModifyMetadata',
  'ResetPasswords',
  'RunFlow',
  'TransferAnyEntity',
  'TransferAnyLead',
  'ViewAllData',
  'ViewAllUsers',
  'ViewSetup'
];

/** https://help.salesforce.com/s/articleView?id=sf.standard_profiles.htm */
export const standardProfiles: readonly StandardProfile[] = [
  {
    name: 'System Administrator',
    license: 'Salesforce',
    fields: 'all',
    objects: { '*': full },
    userPermissions: administratorPermissions
  },
  {
    name: 'Standard User',
    license: 'Salesforce',
    fields: 'standard',
    objects: {
      ...levels([...salesObjects, ...moreObjects], full),
      ...levels(catalogueObjects, readOnly)
    },
    userPermissions: everydayPermissions
  },
  {
    name: 'Read Only',
    license: 'Salesforce',
    fields: 'standard',
    objects: levels([...salesObjects, ...moreObjects, ...catalogueObjects], readOnly),
    userPermissions: ['ApiEnabled', 'LightningExperienceUser', 'RunReports', 'ViewHelpLink']
  },
  {
    name: 'Minimum Access - Salesforce',
    license: 'Salesforce',
    fields: 'none',
    objects: {},
    userPermissions: ['LightningExperienceUser', 'ViewHelpLink']
  },
  {
    name: 'Minimum Access - API Only Integrations',
    license: 'Salesforce Integration',
    fields: 'none',
    objects: {},
    userPermissions: ['ApiEnabled', 'ApiUserOnly']
  }
];
