import { iconOf } from './pages.ts';

const standardIcons = new Set([
  'account',
  'contact',
  'lead',
  'opportunity',
  'quote',
  'contract',
  'user',
  'product2',
  'case',
  'campaign',
  'task',
  'event'
]);

/** The icon of an object: the one of its tab, else the platform's, else the one for custom objects. */
export function objectIcon(objectApiName: string): string {
  const { apps, objectTabs = [] } = globalThis.localOrg.pages;
  const items = [...apps.flatMap(({ navItems }) => navItems), ...objectTabs];
  const tab = items.find(
    (item) => item.type === 'object' && (item.objectApiName ?? item.developerName) === objectApiName
  );
  if (tab?.iconName) return iconOf(tab.iconName);
  const name = objectApiName.toLowerCase();
  return standardIcons.has(name) ? `standard:${name.replace(/2$/, '')}` : 'standard:custom';
}
