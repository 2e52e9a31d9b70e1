import { localName, qualify } from './names.ts';

test.each([
  ['Offer__c', 'clazar__Offer__c'],
  ['Listing__r', 'clazar__Listing__r'],
  ['Private_Offer__c', 'clazar__Private_Offer__c'],
  ['clazar__Offer__c', 'clazar__Offer__c'],
  ['other__Offer__c', 'other__Offer__c'],
  ['Name', 'Name']
])('should know %s in the org as %s', (name, qualified) => {
  expect(qualify(name, 'clazar')).toBe(qualified);
});

test('should leave names alone in a project without a namespace', () => {
  expect(qualify('Offer__c', undefined)).toBe('Offer__c');
  expect(localName('clazar__Offer__c', undefined)).toBe('clazar__Offer__c');
});

test('should take the namespace away', () => {
  expect(localName('clazar__Offer__c', 'clazar')).toBe('Offer__c');
});
