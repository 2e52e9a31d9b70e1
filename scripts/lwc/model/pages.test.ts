import { areaOf, componentName, facetOf, propertyValue, regionsOf } from './flexiPage.ts';
import { isCurrent, navItemIcon, navItemUrl, searchLabels, tabObjects } from './pages.ts';
import type { FlexiPage, NavItem } from './pages.ts';
import { searchQuery } from './search.ts';
import { themeOf } from './theme.ts';
import { readToast } from './toast.ts';
import { toneOf } from './tone.ts';

const home: NavItem = { type: 'CustomTab', developerName: 'standard-home', label: 'Home' };
const offers: NavItem = { type: 'object', developerName: 'Offer__c', label: 'Offers' };
const overview: NavItem = { type: 'lwc', developerName: 'Overview', label: 'Overview' };

test.each([
  [home, '/lightning/page/home'],
  [offers, '/lightning/o/Offer__c/list'],
  [overview, '/lightning/n/Overview']
])('should lead %j to its page', (item, url) => {
  expect(navItemUrl(item)).toBe(url);
});

test.each([
  [home, '/lightning', true],
  [offers, '/lightning/r/Offer__c/a01/view', true],
  [offers, '/lightning/o/Listing__c/list', false],
  [overview, '/lightning/n/Overview', true],
  [overview, '/lightning/n/acme__Overview', true],
  [overview, '/lightning/n/acme__Other', false]
])('should know whether %j is open at %s', (item, path, expected) => {
  expect(isCurrent(item, path)).toBe(expected);
});

test('should find labels by all words that were typed', () => {
  const items = [{ label: 'Private Offers' }, { label: 'Offer Overview' }];

  expect(searchLabels(items, 'off pri')).toEqual([{ label: 'Private Offers' }]);
});

const page: FlexiPage = {
  type: 'RecordPage',
  template: 'flexipage:recordHomeTemplateDesktop',
  regions: [
    { name: 'header', components: [{ name: 'force:highlightsPanel' }] },
    { name: 'main', components: [{ name: 'flexipage:tabset' }] },
    { name: 'sidebar', components: [] },
    { name: 'Facet-1', components: [{ name: 'force:detailPanel' }] }
  ]
};

test('should place regions, leaving out facets and empty ones', () => {
  expect(regionsOf(page, 'header').map(({ name }) => name)).toEqual(['header']);
  expect(regionsOf(page, 'main').map(({ name }) => name)).toEqual(['main']);
  expect(regionsOf(page, 'side')).toEqual([]);
  expect(areaOf({ name: 'bottomLeft', components: [] })).toBe('main');
  expect(facetOf(page, 'Facet-1')).toEqual([{ name: 'force:detailPanel' }]);
});

test('should read component names and property values of metadata', () => {
  expect(componentName('clazar:offerOverview')).toEqual({
    namespace: 'clazar',
    local: 'offerOverview'
  });
  expect(componentName('offerOverview')).toEqual({ namespace: 'c', local: 'offerOverview' });
  expect(['true', 'false', '12', '1.2.3', 'x'].map(propertyValue)).toEqual([
    true,
    false,
    12,
    '1.2.3',
    'x'
  ]);
});

test.each([
  ['Accepted', 'good'],
  ['Not Accepted', 'neutral'],
  ['Action Required', 'bad'],
  ['Invited', 'waiting'],
  ['Pending Acceptance', 'waiting'],
  ['Submitted', 'active'],
  ['Whatever', 'neutral']
])('should hear %s as %s', (status, tone) => {
  expect(toneOf(status)).toBe(tone);
});

test('should quote what was typed for SOQL and for LIKE', () => {
  const query = searchQuery('Offer__c', 'Name', `O'Neil 50%`);

  expect(query).toContain(`LIKE '%O\\'Neil 50\\%%'`);
});

test.each([
  ['', 'slds2'],
  ['a=b; local-org-theme=slds2-dark', 'slds2-dark'],
  ['local-org-theme=nonsense', 'slds2']
])('should read the theme of the cookies %j', (cookies, name) => {
  expect(themeOf(cookies).name).toBe(name);
});

test('should put texts into a toast at once and keep links', () => {
  const link = { url: '/lightning/r/a01/view', label: 'PO-1' };

  const toast = readToast({ title: 'Saved', message: '{0} is {1}.', messageData: [link, 'saved'] });

  expect(toast).toMatchObject({ message: '{0} is saved.', messageLinks: { 0: link } });
});

test.each([
  [{ ...offers, iconName: 'Custom53: Bell' }, 'custom:custom53'],
  [{ ...offers, iconName: 'standard:account' }, 'standard:account'],
  [offers, 'standard:custom'],
  [overview, 'standard:apps']
])('should give %j an icon', (item, icon) => {
  expect(navItemIcon(item)).toBe(icon);
});

test('should name the objects with a tab once, whether an app shows it or not', () => {
  const app = { developerName: 'Clazar', label: 'Clazar', navItems: [home, offers] };
  const hidden: NavItem = { type: 'object', developerName: 'Buyer__c', label: 'Buyers' };
  const pages = { apps: [app], objectTabs: [offers, hidden], flexiPages: {}, recordPages: {} };

  expect(tabObjects(pages, app)).toEqual(['Offer__c', 'Buyer__c']);
  expect(tabObjects({ ...pages, objectTabs: [] })).toEqual(['Offer__c']);
});
