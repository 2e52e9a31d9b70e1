/** Where one can go: the platform's page reference. */
export interface PageReference {
  readonly type: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly state: Readonly<Record<string, string>>;
}

type Part = string | number | boolean | null | undefined;

/** A page reference as components write it. */
export interface PageReferenceInput {
  readonly type: string;
  readonly attributes?: Readonly<Record<string, Part>>;
  readonly state?: Readonly<Record<string, Part>>;
}

interface Route {
  readonly type: string;
  /** Segments after `/lightning/`; `:name` is an attribute. */
  readonly pattern: readonly string[];
  readonly fixed?: Readonly<Record<string, string>>;
}

const route = (type: string, pattern: string, fixed?: Readonly<Record<string, string>>): Route => ({
  type,
  pattern: pattern.split('/'),
  ...(fixed !== undefined && { fixed })
});

/** Read from the top, in both directions: the first route that fits is taken. */
const routes: readonly Route[] = [
  route(
    'standard__recordRelationshipPage',
    'r/:objectApiName/:recordId/related/:relationshipApiName/:actionName'
  ),
  route('standard__recordPage', 'r/:objectApiName/:recordId/:actionName'),
  route('standard__recordPage', 'r/:recordId/:actionName'),
  route('standard__objectPage', 'o/:objectApiName/:actionName'),
  route('standard__navItemPage', 'n/:apiName'),
  route('standard__namedPage', 'page/home', { pageName: 'home' }),
  route('standard__namedPage', 'page/:pageName'),
  route('standard__component', 'cmp/:componentName'),
  route('standard__app', 'app/:appTarget')
];

const prefix = '/lightning/';

/** The page reference of an address; undefined when there is no such page. */
export function parseUrl(url: string): PageReference | undefined {
  const { pathname, searchParams } = new URL(url, 'http://local');
  const state = Object.fromEntries(searchParams);
  const path = pathname.slice(prefix.length).replace(/\/$/, '');
  if (path === '') return { type: 'standard__namedPage', attributes: { pageName: 'home' }, state };
  const segments = path.split('/').map(decodeURIComponent);
  for (const { type, pattern, fixed } of routes) {
    const attributes = matchPattern(pattern, segments);
    if (attributes !== undefined) return { type, attributes: { ...attributes, ...fixed }, state };
  }
  return undefined;
}

function matchPattern(
  pattern: readonly string[],
  segments: readonly string[]
): Record<string, string> | undefined {
  if (pattern.length !== segments.length) return undefined;
  const attributes: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? '';
    if (segment === '') return undefined;
    if (part.startsWith(':')) attributes[part.slice(1)] = segment;
    else if (part !== segment) return undefined;
  }
  return attributes;
}

const defaultActions: Readonly<Record<string, string>> = {
  standard__recordPage: 'view',
  standard__recordRelationshipPage: 'view',
  standard__objectPage: 'home'
};

/** The address of a page reference; undefined when the local org has no such page. */
export function buildUrl(reference: PageReferenceInput): string | undefined {
  const { type, state = {} } = reference;
  const attributes = { actionName: defaultActions[type], ...reference.attributes };
  if (type === 'standard__webPage') return String(reference.attributes?.url ?? '');
  for (const { type: routeType, pattern } of routes) {
    const path = routeType === type ? fillPattern(pattern, attributes) : undefined;
    if (path !== undefined) return prefix + path + queryOf(state);
  }
  return undefined;
}

function fillPattern(
  pattern: readonly string[],
  attributes: Readonly<Record<string, Part>>
): string | undefined {
  const parts = pattern.map((part) =>
    part.startsWith(':') ? (attributes[part.slice(1)] ?? undefined) : part
  );
  if (parts.some((part) => part === undefined)) return undefined;
  return parts.map((part) => encodeURIComponent(String(part))).join('/');
}

function queryOf(state: Readonly<Record<string, Part>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) {
    if (value !== undefined && value !== null) query.set(name, String(value));
  }
  return query.size === 0 ? '' : `?${query.toString()}`;
}
