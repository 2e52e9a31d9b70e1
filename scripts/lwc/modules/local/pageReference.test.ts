import fc from 'fast-check';
import { buildUrl, parseUrl } from './pageReference.ts';

test.each([
  [
    {
      type: 'standard__recordPage',
      attributes: { recordId: 'a01', objectApiName: 'Offer__c', actionName: 'view' }
    },
    '/lightning/r/Offer__c/a01/view'
  ],
  [{ type: 'standard__recordPage', attributes: { recordId: 'a01' } }, '/lightning/r/a01/view'],
  [
    {
      type: 'standard__objectPage',
      attributes: { objectApiName: 'Offer__c', actionName: 'list' },
      state: { filterName: 'All' }
    },
    '/lightning/o/Offer__c/list?filterName=All'
  ],
  [{ type: 'standard__navItemPage', attributes: { apiName: 'Overview' } }, '/lightning/n/Overview'],
  [{ type: 'standard__namedPage', attributes: { pageName: 'home' } }, '/lightning/page/home'],
  [{ type: 'standard__webPage', attributes: { url: 'https://clazar.io' } }, 'https://clazar.io'],
  [
    { type: 'standard__component', attributes: { componentName: 'c__x' }, state: { c__id: 1 } },
    '/lightning/cmp/c__x?c__id=1'
  ],
  [{ type: 'standard__unknown', attributes: {} }, undefined]
])('should give %j its address', (reference, url) => {
  expect(buildUrl(reference)).toBe(url);
});

test.each(['/lightning', '/lightning/', '/lightning/page/home'])('should see Home in %s', (url) => {
  expect(parseUrl(url)).toEqual({
    type: 'standard__namedPage',
    attributes: { pageName: 'home' },
    state: {}
  });
});

test.each(['/lightning/x/y/z', '/lightning/r/Offer__c//view'])(
  'should know no page for %s',
  (url) => {
    expect(parseUrl(url)).toBeUndefined();
  }
);

test('should find its way back from every address that it makes', () => {
  const segment = fc.stringMatching(/^[\w %]{1,12}$/);
  const pages = fc.record({
    type: fc.constant('standard__recordPage'),
    attributes: fc.record({ objectApiName: segment, recordId: segment, actionName: segment }),
    state: fc.dictionary(fc.stringMatching(/^c__\w{1,5}$/), fc.string({ maxLength: 8 }))
  });

  fc.assert(
    fc.property(pages, (page) => {
      expect(parseUrl(buildUrl(page) ?? '')).toEqual(page);
    })
  );
});
