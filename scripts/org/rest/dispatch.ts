import type { Route } from './routes/route.ts';

/** A route with what its path and query string hold. */
export interface Dispatched {
  readonly route: Route;
  readonly version: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
}

export type Dispatch = (method: string, url: string) => Dispatched | undefined;

interface Pattern {
  readonly route: Route;
  readonly expression: RegExp;
}

/** Finds the route of a request inside a request, as the server does for requests of their own. */
export function createDispatch(routes: readonly Route[]): Dispatch {
  const patterns = routes
    .toSorted((a, b) => variables(a) - variables(b))
    .map((route) => ({ route, expression: expressionOf(route.path) }));
  return (method, url) => {
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    const match = /^\/+services\/data\/v(\d+\.\d)(\/.*)?$/.exec(pathname);
    const [, version = '', path = '/'] = match ?? [];
    const found = patterns.find(
      ({ route, expression }: Pattern) => route.method === method && expression.test(path)
    );
    if (match === null || found === undefined) return undefined;
    const values = Object.entries(found.expression.exec(path)?.groups ?? {});
    const parameters = values.map(([name, value]) => [name, decodeURIComponent(value)]);
    return {
      route: found.route,
      version,
      parameters: Object.fromEntries(parameters) as Record<string, string>,
      query: Object.fromEntries(searchParams)
    };
  };
}

function variables({ path }: Route): number {
  return path.split('/:').length;
}

function expressionOf(path: string): RegExp {
  const source = path.replace(/[.*]/g, '\\$&').replace(/:(\w+)/g, '(?<$1>[^/]+)');
  return new RegExp(`^${source}/?$`);
}
