/** The answer of `GET /services/local/pages`: apps, tabs and pages from the metadata. */
export interface Pages {
  readonly apps: readonly App[];
  /** Tabs of objects, whether an app shows them or not. */
  readonly objectTabs?: readonly NavItem[];
  readonly flexiPages: Readonly<Record<string, FlexiPage | undefined>>;
  /** FlexiPage name by object. */
  readonly recordPages: Readonly<Record<string, string | undefined>>;
  readonly homePage?: string | null;
}

export interface App {
  readonly developerName: string;
  readonly label: string;
  readonly description?: string | null;
  readonly navItems: readonly NavItem[];
}

export interface NavItem {
  readonly type: 'CustomTab' | 'object' | 'flexiPage' | 'lwc';
  readonly developerName: string;
  readonly label: string;
  readonly iconName?: string | null;
  readonly objectApiName?: string | null;
  /** The component or FlexiPage that the tab shows. */
  readonly component?: string | null;
}

export interface FlexiPage {
  readonly type: string;
  readonly sobjectType?: string | null;
  readonly template: string;
  readonly regions: readonly Region[];
}

export interface Region {
  readonly name: string;
  readonly components: readonly ComponentInstance[];
}

export interface ComponentInstance {
  readonly name: string;
  readonly properties?: Readonly<Record<string, unknown>>;
}

const homeNames = new Set(['home', 'standard-home']);

/** The address that a navigation item leads to. */
export function navItemUrl(item: NavItem): string {
  if (homeNames.has(item.developerName.toLowerCase())) return '/lightning/page/home';
  if (item.type === 'object') return `/lightning/o/${objectOf(item)}/list`;
  return `/lightning/n/${item.developerName}`;
}

/** The object of a tab; its developer name is the object's unless told otherwise. */
export function objectOf(item: NavItem): string {
  return item.objectApiName ?? item.developerName;
}

/** The objects that an app shows as tabs. */
export function appObjects(app: App | undefined): string[] {
  return (app?.navItems ?? []).filter(({ type }) => type === 'object').map(objectOf);
}

/** The objects that have a tab, in this app or in none. */
export function tabObjects({ objectTabs = [], apps }: Pages, app?: App): string[] {
  const shown = app === undefined ? apps.flatMap(appObjects) : appObjects(app);
  return [...new Set([...shown, ...objectTabs.map(objectOf)])];
}

/** Which item is open: an address below it counts, as does a record of its object. */
export function isCurrent(item: NavItem, path: string): boolean {
  const [, , kind, name] = path.split('/');
  if (kind === 'o' || kind === 'r') return item.type === 'object' && objectOf(item) === name;
  if (kind === 'n') return withoutPackage(item.developerName) === withoutPackage(name);
  return navItemUrl(item) === path || (path === '/lightning' && navItemUrl(item).endsWith('/home'));
}

/** Links of a package name its tabs with its namespace: `clazar__Clazar_Offers`. */
function withoutPackage(tab = ''): string {
  return tab.replace(/^[A-Za-z0-9]+__/, '');
}

/** Apps and items whose label contains every word. */
export function searchLabels<T extends { readonly label: string }>(
  items: readonly T[],
  text: string
): T[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return items.filter(({ label }) => words.every((word) => label.toLowerCase().includes(word)));
}

/** The icon of a navigation item. */
export function navItemIcon({ type, iconName }: NavItem): string {
  if (iconName) return iconOf(iconName);
  return type === 'object' ? 'standard:custom' : 'standard:apps';
}

/** Tabs name their icon by a motif such as `Custom53: Bell`. */
export function iconOf(name: string): string {
  const [, number] = /^Custom(\d+):/.exec(name) ?? [];
  return number === undefined ? name : `custom:custom${number}`;
}
