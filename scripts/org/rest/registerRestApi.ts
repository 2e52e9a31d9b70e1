import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { allowsApi, requestToken } from '../auth/index.ts';
import type { Sessions } from '../auth/index.ts';
import type { RestOrg } from './port.ts';
import { createQueryCursors } from './queryCursors.ts';
import { invalidSession, sessionWithoutApi, toRestError } from './restError.ts';
import { collectionRoutes } from './routes/collectionRoutes.ts';
import { limitRoutes } from './routes/limitRoutes.ts';
import { queryRoutes } from './routes/queryRoutes.ts';
import { recordRoutes } from './routes/recordRoutes.ts';
import type { RestAnswer, Route } from './routes/route.ts';
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
  return [
    ...versionRoutes,
    ...limitRoutes,
    ...queryRoutes(createQueryCursors()),
    ...collectionRoutes,
    ...recordRoutes,
    ...routes
  ];
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
  const token = requestToken(request.headers);
  const session = token === undefined ? undefined : sessions.find(token);
  if (session === undefined) throw invalidSession();
  if (!allowsApi(session)) throw sessionWithoutApi();
  const parameters = request.params as Record<string, string>;
  return route.handle({
    org,
    userId: session.userId,
    version: parameters['version'] ?? '66.0',
    parameters,
    query: request.query as Record<string, string | undefined>,
    headers: request.headers,
    body: request.body
  });
}
