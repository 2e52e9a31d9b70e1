/** What a permission set may let its users do with an object's records. */
export type ObjectRight = 'read' | 'create' | 'edit' | 'delete' | 'viewAll' | 'modifyAll';

/** What a set gives on one object, and why. */
export interface ObjectAccess {
  readonly object: string;
  readonly rights: readonly ObjectRight[];
  readonly reason: string;
}

/** The name of the set that Clazar's cloud and the scheduled sync run with. */
export const integrationPermissionSet = 'Clazar_Salesforce_Integration_User';

/**
 * Everything that the integration user may do with Salesforce's own objects. Clazar's set-up page ticks three
 * rights for Account, four for Contact, Opportunity and Quote, two for Lead; nothing may be deleted.
 * The check of releases, the set-up guide and the tests all read this table.
 */
export const standardObjectAccess: readonly ObjectAccess[] = [
  {
    object: 'Account',
    rights: ['read', 'viewAll', 'create'],
    reason: 'finds the account of a buyer, and creates one where an admin wants it'
  },
  {
    object: 'Contact',
    rights: ['read', 'viewAll', 'create', 'edit'],
    reason: 'links the people of a co-sell opportunity'
  },
  {
    object: 'Opportunity',
    rights: ['read', 'viewAll', 'create', 'edit'],
    reason: 'creates and updates the opportunity that belongs to an accepted invitation'
  },
  {
    object: 'Quote',
    rights: ['read', 'viewAll', 'create', 'edit'],
    reason: 'takes the amounts of a private offer from a quote'
  },
  {
    object: 'Lead',
    rights: ['read', 'viewAll'],
    reason: 'finds the lead that an AWS referral is about'
  }
];

const synced: readonly ObjectRight[] = ['read', 'viewAll', 'create', 'edit'];

/** Everything that the integration user may do with the package's objects. */
export const packageObjectAccess: readonly ObjectAccess[] = [
  ...[
    'Buyer__c',
    'Contract__c',
    'Cosell_Contact__c',
    'Cosell_Opportunity__c',
    'Listing__c',
    'Private_Offer__c'
  ].map((object) => ({ object, rights: synced, reason: 'is written by the sync' })),
  { object: 'Clazar_Request__c', rights: synced, reason: 'is the outbox, which it sends' },
  ...['Sync_Cursor__c', 'Sync_Issue__c', 'Sync_Run__c'].map((object) => ({
    object,
    rights: synced,
    reason: 'is what the sync keeps of its own work'
  })),
  {
    object: 'Field_Mapping__c',
    rights: ['read', 'viewAll'],
    reason: 'says which field goes where; only an admin changes it'
  }
];

/** System permissions of the integration user. */
export const integrationUserPermissions: readonly string[] = ['ApiEnabled'];
