import { listPage, listState } from 'c/pages';

jest.mock(
  '@salesforce/schema/Clazar_Request__c',
  () => ({ default: { objectApiName: 'clazar__Clazar_Request__c' } }),
  { virtual: true }
);

describe('c/pages', () => {
  it('should name the tab and the state with the namespace of the package', () => {
    expect(listPage('offers', { view: 'expiring', cloud: '' })).toEqual({
      type: 'standard__navItemPage',
      attributes: { apiName: 'clazar__Clazar_Offers' },
      state: { clazar__view: 'expiring' }
    });
  });

  it('should read from an address what it wrote there, and nothing else', () => {
    const { state = {} } = listPage('cosell', { view: 'open', stage: 'Qualified' });

    expect(listState({ ...state, clazar__other: 'x' })).toEqual({
      view: 'open',
      stage: 'Qualified'
    });
  });
});
