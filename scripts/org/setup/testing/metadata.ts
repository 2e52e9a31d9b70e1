import type { Sources } from './seededOrg.ts';

/** Inside of a CustomObject with a text name. */
export function objectXml(label: string, sharingModel = 'ReadWrite'): string {
  return `<label>${label}</label><pluralLabel>${label}s</pluralLabel>
    <nameField><label>${label} Name</label><type>Text</type></nameField>
    <deploymentStatus>Deployed</deploymentStatus><sharingModel>${sharingModel}</sharingModel>`;
}

/** Inside of a CustomField. */
export function fieldXml(name: string, type: string, more = ''): string {
  return `<fullName>${name}</fullName><label>${name.replace('__c', '')}</label><type>${type}</type>${more}`;
}

const objectGrant = (object: string, levels: string): string => `<objectPermissions>
  <allowCreate>${levels.includes('C')}</allowCreate><allowDelete>${levels.includes('D')}</allowDelete>
  <allowEdit>${levels.includes('E')}</allowEdit><allowRead>${levels.includes('R')}</allowRead>
  <modifyAllRecords>${levels.includes('M')}</modifyAllRecords><object>${object}</object>
  <viewAllRecords>${levels.includes('V')}</viewAllRecords></objectPermissions>`;

/** `Account: 'RCE'`, letters as Read, Create, Edit, Delete, View all, Modify all. */
export function objectGrants(grants: Readonly<Record<string, string>>): string {
  return Object.entries(grants)
    .map(([object, levels]) => objectGrant(object, levels))
    .join('');
}

/** `'Account.Industry': 'edit'` */
export function fieldGrants(grants: Readonly<Record<string, 'read' | 'edit'>>): string {
  return Object.entries(grants)
    .map(
      ([field, level]) =>
        `<fieldPermissions><editable>${level === 'edit'}</editable><field>${field}</field><readable>true</readable></fieldPermissions>`
    )
    .join('');
}

/** A small package: offers and their lines, an agent's and an integration's permission set. */
export const sample: Sources = {
  'CustomObject:Offer__c': objectXml('Offer', 'Private'),
  'CustomField:Offer__c.Code__c': fieldXml(
    'Code__c',
    'Text',
    '<length>20</length><externalId>true</externalId><unique>true</unique>'
  ),
  'CustomField:Offer__c.Note__c': fieldXml('Note__c', 'Text', '<length>80</length>'),
  'CustomField:Offer__c.Secret__c': fieldXml('Secret__c', 'Text', '<length>80</length>'),
  'CustomObject:Line__c': objectXml('Line', 'ControlledByParent'),
  'CustomField:Line__c.Offer__c': fieldXml(
    'Offer__c',
    'MasterDetail',
    '<referenceTo>Offer__c</referenceTo><relationshipName>Lines</relationshipName>'
  ),
  'CustomPermission:Act': '<label>Act</label>',
  'ApexClass:OfferController': '<apiVersion>66.0</apiVersion><status>Active</status>',
  'PermissionSet:Agent': `<label>Agent</label>
    ${objectGrants({ Offer__c: 'RCE', Line__c: 'RCED', Account: 'R' })}
    ${fieldGrants({ 'Offer__c.Note__c': 'edit', 'Offer__c.Code__c': 'read', 'Account.BillingAddress': 'read' })}
    <classAccesses><apexClass>OfferController</apexClass><enabled>true</enabled></classAccesses>
    <customPermissions><enabled>true</enabled><name>Act</name></customPermissions>`,
  'PermissionSet:Clazar_Integration_User': `<label>Integration</label>
    ${objectGrants({ Offer__c: 'RCEV' })}
    <userPermissions><enabled>true</enabled><name>ApiEnabled</name></userPermissions>`
};
