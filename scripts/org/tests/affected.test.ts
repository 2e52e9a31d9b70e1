import { affectedBy } from './affected.ts';

const sources = [
  { name: 'Money', text: 'public class Money {}' },
  { name: 'Offer', text: 'public class Offer { Money price; }' },
  { name: 'OfferTest', text: '@IsTest class OfferTest { static void t() { new OFFER(); } }' },
  { name: 'OtherTest', text: '@IsTest class OtherTest {}' }
];

test('should reach what uses a changed class through others, in any case', () => {
  expect([...affectedBy(new Set(['Money']), sources)].sort()).toEqual([
    'money',
    'offer',
    'offertest'
  ]);
});

test('should reach nothing but a test that nobody uses', () => {
  expect([...affectedBy(new Set(['OtherTest']), sources)]).toEqual(['othertest']);
});
