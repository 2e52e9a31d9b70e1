import requestObject from '@salesforce/schema/Clazar_Request__c';

/** Where a link leads, as `NavigationMixin` takes it. */
export interface PageTarget {
  readonly type: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly state?: Readonly<Record<string, string | undefined>>;
}

/** What a list is opened with. */
export interface ListState {
  readonly view?: string;
  readonly cloud?: string;
  readonly status?: string;
  readonly stage?: string;
}

export type ListName = 'cosell' | 'offers' | 'contracts' | 'buyers' | 'listings';

const TABS: Readonly<Record<ListName, string>> = {
  cosell: 'Clazar_Cosell',
  offers: 'Clazar_Offers',
  contracts: 'Clazar_Contracts',
  buyers: 'Clazar_Buyers',
  listings: 'Clazar_Listings'
};
const STATE_KEYS = ['view', 'cloud', 'status', 'stage'] as const;

/** `clazar__` where the package is installed, nothing in the project itself. */
function namespacePrefix(): string {
  const [prefix = ''] = /^\w+?__(?=\w+__c$)/.exec(requestObject.objectApiName) ?? [];
  return prefix;
}

/** A tab of the package. */
export function tabPage(name: string): PageTarget {
  return { type: 'standard__navItemPage', attributes: { apiName: `${namespacePrefix()}${name}` } };
}

/** A list of the app, opened with a view and filters. */
export function listPage(name: ListName, state: ListState = {}): PageTarget {
  const prefix = statePrefix();
  const entries = STATE_KEYS.filter((key) => (state[key] ?? '') !== '').map((key) => [
    `${prefix}${key}`,
    state[key]
  ]);
  return { ...tabPage(TABS[name]), state: Object.fromEntries(entries) as Record<string, string> };
}

export function recordPage(recordId: string): PageTarget {
  return { type: 'standard__recordPage', attributes: { recordId, actionName: 'view' } };
}

/** What the address says about a list; empty when it says nothing. */
export function listState(state: Readonly<Record<string, string | undefined>>): ListState {
  const prefix = statePrefix();
  const entries = STATE_KEYS.map((key) => [key, state[`${prefix}${key}`]] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** The platform drops what is not prefixed: by the package's namespace, or `c`. */
function statePrefix(): string {
  return namespacePrefix() || 'c__';
}
