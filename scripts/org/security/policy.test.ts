import { sample } from '../setup/testing/metadata.ts';
import { aSeededOrg } from '../setup/testing/seededOrg.ts';
import { inaccessibleFields, reachesObject } from './index.ts';

const agent = 'agent@clazar.local';
const offer = 'clazar__Offer__c';

test('should let an administrator do everything with every object and field', () => {
  const policy = aSeededOrg(sample).policy();

  expect(policy.canDelete(offer)).toBe(true);
  expect(policy.modifiesAll('Account')).toBe(true);
  expect(policy.canEditField(offer, 'clazar__Secret__c')).toBe(true);
  expect(policy.hasUserPermission('ViewSetup')).toBe(true);
});

test('should grant what a permission set grants and no more', () => {
  const policy = aSeededOrg(sample).policy(agent);

  expect([policy.canRead(offer), policy.canCreate(offer), policy.canEdit(offer)]).toEqual([
    true,
    true,
    true
  ]);
  expect([policy.canDelete(offer), policy.viewsAll(offer)]).toEqual([false, false]);
  expect([policy.canRead('Account'), policy.canEdit('Account')]).toEqual([true, false]);
  expect(policy.canRead('Opportunity')).toBe(false);
});

test('should open fields one by one, and those that cannot be closed with the object', () => {
  const policy = aSeededOrg(sample).policy(agent);

  expect(policy.canEditField(offer, 'clazar__Note__c')).toBe(true);
  expect(policy.canReadField(offer, 'clazar__Code__c')).toBe(true);
  expect(policy.canEditField(offer, 'clazar__Code__c')).toBe(false);
  expect(policy.canReadField(offer, 'clazar__Secret__c')).toBe(false);
  expect(policy.canReadField(offer, 'Name')).toBe(true);
  expect(policy.canReadField('clazar__Line__c', 'clazar__Offer__c')).toBe(true);
});

// https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_fieldpermissions.htm
test('should open the parts of an address with the address', () => {
  const policy = aSeededOrg(sample).policy(agent);

  expect(policy.canReadField('Account', 'BillingCity')).toBe(true);
  expect(policy.canReadField('Account', 'ShippingCity')).toBe(false);
});

test('should know custom permissions and classes by name in any case, with or without namespace', () => {
  const policy = aSeededOrg(sample).policy(agent);

  expect(policy.hasCustomPermission('clazar__Act')).toBe(true);
  expect(policy.hasCustomPermission('act')).toBe(true);
  expect(policy.canUseClass('OfferController')).toBe(true);
  expect(policy.canUseClass('Other')).toBe(false);
});

test('should follow an assignment that is made, expires or is taken away', () => {
  const org = aSeededOrg(sample);
  const [set] = org.store.find('PermissionSet', 'Name', ['Clazar_Integration_User']);
  const assignment = {
    Id: org.store.nextId('PermissionSetAssignment'),
    AssigneeId: org.user(agent).userId,
    PermissionSetId: String(set?.['Id']),
    ExpirationDate: '2026-04-01T00:00:00.000Z'
  };

  org.store.insert('PermissionSetAssignment', [assignment]);
  const assigned = org.policy(agent).viewsAll(offer);
  org.clock.advance(60 * 24 * 3_600_000);
  const expired = org.policy(agent).viewsAll(offer);

  expect([assigned, expired]).toEqual([true, false]);
});

test('should let an integration user use the API', () => {
  const policy = aSeededOrg(sample).policy('clazar.integration.user@clazar.local');

  expect(policy.hasUserPermission('ApiEnabled')).toBe(true);
  expect(policy.hasUserPermission('ModifyAllData')).toBe(false);
});

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_with_security_stripInaccessible.htm
test('should name the fields that stripInaccessible takes away', () => {
  const org = aSeededOrg(sample);
  const source = { schema: org.schema, policy: org.policy(agent) };
  const record = {
    object: offer,
    fields: ['Id', 'Name', 'clazar__Note__c', 'clazar__Code__c', 'clazar__Secret__c']
  };

  expect(inaccessibleFields(source, record, 'READABLE')).toEqual(['clazar__Secret__c']);
  expect(inaccessibleFields(source, record, 'UPDATABLE')).toEqual([
    'clazar__Code__c',
    'clazar__Secret__c'
  ]);
  expect(reachesObject(source.policy, 'Opportunity', 'READABLE')).toBe(false);
});
