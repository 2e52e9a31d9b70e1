/** Standard objects that have object permissions of their own; custom objects all have. */
const ownPermissions: ReadonlySet<string> = new Set([
  'Account',
  'Asset',
  'Campaign',
  'Case',
  'Contact',
  'Contract',
  'Document',
  'Idea',
  'Individual',
  'Lead',
  'Opportunity',
  'Order',
  'Pricebook2',
  'Product2',
  'Quote',
  'Solution'
]);

/** Objects that go with another one: whoever may read, create, edit or delete that may do so with these. */
const governedBy: Readonly<Record<string, string>> = {
  AccountContactRelation: 'Account',
  AccountContactRole: 'Account',
  CampaignMember: 'Campaign',
  CaseComment: 'Case',
  ContractContactRole: 'Contract',
  OpportunityCompetitor: 'Opportunity',
  OpportunityContactRole: 'Opportunity',
  OpportunityHistory: 'Opportunity',
  OpportunityLineItem: 'Opportunity',
  OpportunityPartner: 'Opportunity',
  OpportunityTeamMember: 'Opportunity',
  OrderItem: 'Order',
  PricebookEntry: 'Product2',
  QuoteDocument: 'Quote',
  QuoteLineItem: 'Quote'
};

/** Written by whoever has the user permission; read by everybody. */
const writtenWith: Readonly<Record<string, string>> = {
  CustomPermission: 'CustomizeApplication',
  FieldPermissions: 'ManageProfilesPermissionsets',
  Group: 'ManageUsers',
  GroupMember: 'ManageUsers',
  ObjectPermissions: 'ManageProfilesPermissionsets',
  Organization: 'CustomizeApplication',
  PermissionSet: 'ManageProfilesPermissionsets',
  PermissionSetAssignment: 'AssignPermissionSets',
  PermissionSetGroup: 'ManageProfilesPermissionsets',
  PermissionSetGroupComponent: 'ManageProfilesPermissionsets',
  PermissionSetLicenseAssign: 'AssignPermissionSets',
  QueueSobject: 'ManageUsers',
  SetupEntityAccess: 'ManageProfilesPermissionsets',
  User: 'ManageUsers',
  UserRole: 'ManageRoles'
};

/** Where access to an object is decided. */
export type ObjectRule =
  | { readonly kind: 'granted'; readonly object: string }
  | { readonly kind: 'readable'; readonly writePermission: string | undefined }
  | { readonly kind: 'open' };

/**
 * How access to an object is decided: by object permissions (its own or those of the object that it goes with), or
 * open to read for all.
 * @param object canonical name
 */
export function ruleFor(object: string): ObjectRule {
  const base = baseOf(object);
  if (ownPermissions.has(base) || isCustom(base)) return { kind: 'granted', object: base };
  const writePermission = writtenWith[base];
  return writePermission === undefined ? { kind: 'open' } : { kind: 'readable', writePermission };
}

function isCustom(object: string): boolean {
  return /__(c|e|mdt)$/i.test(object);
}

/** The object whose permissions count: `Listing__c` for `Listing__Share` and `Listing__History`. */
function baseOf(object: string): string {
  const custom = /^(.*)__(?:Share|History|Feed|ChangeEvent)$/.exec(object)?.[1];
  if (custom !== undefined) return `${custom}__c`;
  const standard = /^(.*?)(?:Share|FieldHistory|History)$/.exec(object)?.[1];
  if (standard !== undefined && ownPermissions.has(standard)) return standard;
  return governedBy[object] ?? object;
}

/** Does an object have rows of its own in ObjectPermissions? */
export function hasObjectPermissions(object: string): boolean {
  return ownPermissions.has(object) || /__(c|e)$/i.test(object);
}
