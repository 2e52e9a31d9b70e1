import { notFound } from './restError.ts';
import type { Route } from './routes/route.ts';

/** A route with what its path and query string hold. */
export interface Dispatched {
  readonly route: Route;
  readonly version: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
}

/** Finds the route of a request inside a request, as the server does for requests of their own. */
export interface Dispatch {
  find(method: string, url: string): Dispatched | undefined;
  /** What may be asked of a path; empty when there is no such resource. */
  methods(url: string): readonly Route['method'][];
}

interface Pattern {
  readonly route: Route;
  readonly expression: RegExp;
}

export function createDispatch(routes: readonly Route[]): Dispatch {
  const patterns: readonly Pattern[] = routes
    .toSorted((a, b) => variables(a) - variables(b))
    .map((route) => ({ route, expression: expressionOf(route.path) }));
  return {
    find: (method, url) => {
      const { path, version, query } = split(url);
      const found = patterns.find(
        ({ route, expression }) => route.method === method && expression.test(path)
      );
      if (version === undefined || found === undefined) return undefined;
      const values = Object.entries(found.expression.exec(path)?.groups ?? {});
      const parameters = values.map(([name, value]) => [name, decoded(value)]);
      return {
        route: found.route,
        version,
        parameters: Object.fromEntries(parameters) as Record<string, string>,
        query
      };
    },
    methods: (url) => {
      const { path } = split(url);
      const fitting = patterns.filter(({ expression }) => expression.test(path));
      return [...new Set(fitting.map(({ route }) => route.method))];
    }
  };
}

interface SplitUrl {
  /** Behind the version. */
  readonly path: string;
  /** Undefined for an address outside the REST API. */
  readonly version: string | undefined;
  readonly query: Readonly<Record<string, string>>;
}

function split(url: string): SplitUrl {
  const local = `http://localhost${url.replace(/^\/*/, '/')}`;
  if (!URL.canParse(local)) throw notFound();
  const { pathname, searchParams } = new URL(local);
  const [, version, path = '/'] = /^\/services\/data\/v(\d+\.\d)(\/.*)?$/.exec(pathname) ?? [];
  return { path, version, query: Object.fromEntries(searchParams) };
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    throw notFound();
  }
}

function variables({ path }: Route): number {
  return path.split('/:').length;
}

function expressionOf(path: string): RegExp {
  const source = path.replace(/[.*]/g, '\\$&').replace(/:(\w+)/g, '(?<$1>[^/]+)');
  return new RegExp(`^${source}/?$`);
}
