import { fixtures } from '../testing/fixtures.ts';
import type { FakeRecord } from '../testing/fixtures.ts';
import { fieldText } from './fieldText.ts';

const locale = { locale: 'en-US', timeZone: 'America/New_York', currency: 'USD' };
const offers = fixtures()['Private_Offer__c'];

function textOf(fields: FakeRecord['fields'], path: string) {
  if (offers === undefined) throw new Error('The fixtures have no offers.');
  const record = { id: 'a01', apiName: 'Private_Offer__c', fields };
  return fieldText(record, path, { info: offers.info, locale });
}

const value = (content: unknown) => ({ value: content, displayValue: null });

test.each([
  ['Amount__c', 1234.5, { text: '$1,234.50', isNumber: true }],
  ['Discount__c', 12, { text: '12%', isNumber: true }],
  ['Expires_On__c', '2026-12-01', { text: 'Dec 1, 2026' }],
  ['LastModifiedDate', '2026-11-22T03:40:00.000Z', { text: 'Nov 21, 2026, 10:40 PM' }],
  ['Auto_Renew__c', true, { text: 'Yes' }],
  ['Status__c', 'Accepted', { text: 'Accepted', tone: 'good' }],
  ['Cloud__c', 'AWS', { text: 'AWS' }],
  ['Buyer_Email__c', 'a@b.c', { text: 'a@b.c', href: 'mailto:a@b.c', isExternal: true }],
  ['Name', 'PO-1', { text: 'PO-1', href: '/lightning/r/Private_Offer__c/a01/view' }],
  ['Amount__c', null, { text: '' }]
])('should show %s %j', (field, content, shown) => {
  expect(textOf({ [field]: value(content) }, field)).toEqual(shown);
});

test.each(['Listing__c', 'Listing__r.Name'])('should show a lookup as a link: %s', (path) => {
  const listing = { id: 'a00', apiName: 'Listing__c', fields: { Name: value('Data Platform') } };
  const fields = { Listing__c: value('a00'), Listing__r: { value: listing, displayValue: null } };

  expect(textOf(fields, path)).toEqual({
    text: 'Data Platform',
    href: '/lightning/r/Listing__c/a00/view'
  });
});

test('should never make a link that runs code', () => {
  const listings = fixtures()['Listing__c'];
  if (listings === undefined) throw new Error('The fixtures have no listings.');
  const fields = { Cloud_URL__c: value('javascript:alert(1)') };
  const record = { id: 'a00', apiName: 'Listing__c', fields };

  const { href } = fieldText(record, 'Cloud_URL__c', { info: listings.info, locale });

  expect(href).toBe('https://alert(1)');
});
