import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Sessions } from '../auth/index.ts';
import type { RestOrg } from './port.ts';
import { createQueryCursors } from './queryCursors.ts';
import { registerApexRest } from './registerApexRest.ts';
import { requireSession } from './requireSession.ts';
import { toRestError } from './restError.ts';
import { compositeRoutes } from './composite/compositeRoutes.ts';
import { treeRoutes } from './composite/treeRoutes.ts';
import { actionRoutes } from './routes/actionRoutes.ts';
import { collectionRoutes } from './routes/collectionRoutes.ts';
import { limitRoutes } from './routes/limitRoutes.ts';
import { queryRoutes } from './routes/queryRoutes.ts';
import { recordRoutes } from './routes/recordRoutes.ts';
import type { RestAnswer, Route } from './routes/route.ts';
import { searchRoutes } from './routes/searchRoutes.ts';
import { versionRoutes } from './routes/versionRoutes.ts';

export interface RestApiOptions {
  readonly org: RestOrg;
  readonly sessions: Sessions;
  /** More resources below `/services/data/vNN.N`, such as the UI API's. */
  readonly routes?: readonly Route[];
}

/** Versions that `/services/data` lists; any other in the path is taken too, as clients ask for old ones. */
const listedVersions = ['64.0', '65.0', '66.0'];

/** Adds the REST API to a server. */
export function registerRestApi(app: FastifyInstance, options: RestApiOptions): void {
  app.get('/services/data', () =>
    listedVersions.map((version) => ({
      label: `API ${version}`,
      url: `/services/data/v${version}`,
      version
    }))
  );
  registerApexRest(app, options);
  for (const route of allRoutes(options)) {
    const url = `/services/data/v:version${route.path === '/' ? '' : route.path}`;
    app.route({
      method: route.method,
      url,
      handler: (request, reply) => answer({ request, reply, route, options })
    });
  }
}

function allRoutes({ routes = [] }: RestApiOptions): readonly Route[] {
  const single = [
    ...versionRoutes,
    ...limitRoutes,
    ...queryRoutes(createQueryCursors()),
    ...searchRoutes,
    ...collectionRoutes,
    ...treeRoutes,
    ...recordRoutes,
    ...actionRoutes,
    ...routes
  ];
  return [...single, ...compositeRoutes(single)];
}

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly route: Route;
  readonly options: RestApiOptions;
}

async function answer({ request, reply, route, options }: Exchange): Promise<unknown> {
  try {
    const result = await handle(request, route, options);
    return await reply
      .code(result.status)
      .headers({ 'Sforce-Limit-Info': 'api-usage=1/15000', ...result.headers })
      .send(result.body);
  } catch (error) {
    const { status, body } = toRestError(error, request.method);
    return reply.code(status).send(body);
  }
}

function handle(
  request: FastifyRequest,
  route: Route,
  { org, sessions }: RestApiOptions
): Promise<RestAnswer> {
  const { userId } = requireSession(sessions, request.headers);
  const parameters = request.params as Record<string, string>;
  return route.handle({
    org,
    userId,
    version: parameters['version'] ?? '66.0',
    parameters,
    query: request.query as Record<string, string | undefined>,
    headers: request.headers,
    body: request.body
  });
}
