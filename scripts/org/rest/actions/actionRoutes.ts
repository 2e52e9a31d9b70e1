import { ok } from '../routes/route.ts';
import type { RestAnswer, RestCall, Route } from '../routes/route.ts';
import { apexActionRoutes } from './apexActionRoutes.ts';
import { flowActionRoutes } from './flowActionRoutes.ts';
import { standardActionRoutes } from './standardActionRoutes.ts';

/** Invocable actions: https://developer.salesforce.com/docs/platform/api-rest/guide/resources-actions-invocable.html */
export const actionRoutes: readonly Route[] = [
  { method: 'GET', path: '/actions', handle: (call) => links(call, '', ['standard', 'custom']) },
  {
    method: 'GET',
    path: '/actions/custom',
    handle: (call) => links(call, '/custom', ['apex', 'flow'])
  },
  ...standardActionRoutes,
  ...apexActionRoutes,
  ...flowActionRoutes
];

function links(
  { version }: RestCall,
  folder: string,
  names: readonly string[]
): Promise<RestAnswer> {
  const base = `/services/data/v${version}/actions${folder}`;
  return Promise.resolve(ok(Object.fromEntries(names.map((name) => [name, `${base}/${name}`]))));
}
