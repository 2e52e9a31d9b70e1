import { ok } from './route.ts';
import type { Route } from './route.ts';

/** What an API version offers, by name. */
const resources = [
  'query',
  'queryAll',
  'sobjects',
  'composite',
  'search',
  'parameterizedSearch',
  'metadata',
  'limits',
  'recent',
  'ui-api',
  'tooling',
  'actions',
  'jobs'
];

export const versionRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/',
    handle: ({ version, headers, org, userId }) => {
      const paths = resources.map((name) => [name, `/services/data/v${version}/${name}`]);
      const host = String(headers['host'] ?? 'localhost');
      const identity = `http://${host}/id/${org.organizationId}/${userId}`;
      return Promise.resolve(ok({ ...Object.fromEntries(paths), identity }));
    }
  }
];
