import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createApiUsage, dailyRequests } from './apiUsage.ts';
import type { ApiUsage } from './apiUsage.ts';
import { memoryTexts } from '../auth/index.ts';
import type { Sessions, TextStorage } from '../auth/index.ts';
import type { RestOrg } from './port.ts';
import { allRoutes } from './allRoutes.ts';
import { createDispatch } from './dispatch.ts';
import type { Dispatch, Dispatched } from './dispatch.ts';
import { createRecentItems } from './recentItems.ts';
import type { RecentItem, RecentItems } from './recentItems.ts';
import { registerApexRest } from './registerApexRest.ts';
import { requireSession } from './requireSession.ts';
import { readXmlBody, wantsXml, writeXml } from './xml.ts';
import { methodNotAllowed, toRestError } from './restError.ts';
import type { RestAnswer, Route } from './routes/route.ts';

export interface RestApiOptions {
  readonly org: RestOrg;
  readonly sessions: Sessions;
  /** More resources below `/services/data/vNN.N`, such as the UI API's. */
  readonly routes?: readonly Route[];
  /** What users have looked at, where that is to outlive the process. */
  readonly recent?: TextStorage<readonly RecentItem[]>;
}

/** Versions that `/services/data` lists; any other in the path is taken too, as clients ask for old ones. */
const listedVersions = ['64.0', '65.0', '66.0'];

const base = '/services/data/v:version(^\\d+\\.\\d$)';

/** What a request to the REST API meets. */
interface RestApi extends Omit<RestApiOptions, 'recent'> {
  readonly dispatch: Dispatch;
  readonly usage: ApiUsage;
  readonly recent: RecentItems;
}

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
  const usage = createApiUsage(options.org.clock);
  const recent = createRecentItems(options.recent ?? memoryTexts());
  const routes = allRoutes({ further: options.routes ?? [], usage, recent });
  const api = { ...options, usage, recent, dispatch: createDispatch(routes) };
  for (const route of routes) {
    const url = `${base}${route.path === '/' ? '' : route.path}`;
    app.route({
      method: route.method,
      url,
      ...(route.bodyLimit !== undefined && { bodyLimit: route.bodyLimit }),
      handler: (request, reply) =>
        answer(reply, api, () => handle(request, api, ownRoute(request, route)))
    });
  }
  app.route({
    method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    url: `${base}/*`,
    handler: (request, reply) => answerOther(request, reply, api)
  });
}

async function answer(
  reply: FastifyReply,
  { usage }: RestApi,
  work: () => Promise<RestAnswer>
): Promise<unknown> {
  usage.count();
  const limitInfo = `api-usage=${String(usage.used)}/${String(dailyRequests)}`;
  reply.header('Sforce-Limit-Info', limitInfo);
  try {
    const { status, headers = {}, body } = await work();
    return await send(reply.code(status).headers(headers), body);
  } catch (error) {
    const { status, body } = toRestError(error, reply.request.method);
    return send(reply.code(status), body);
  }
}

/** JSON, or XML to those who want it; files and tables as they are. */
function send(reply: FastifyReply, body: unknown): FastifyReply {
  const isValue = typeof body === 'object' && body !== null && !Buffer.isBuffer(body);
  if (!isValue || !wantsXml(reply.request.headers.accept)) return reply.send(body);
  return reply.type('application/xml; charset=utf-8').send(writeXml(body));
}

function ownRoute(request: FastifyRequest, route: Route): Dispatched {
  const parameters = request.params as Record<string, string>;
  const query = request.query as Record<string, string>;
  return { route, version: parameters['version'] ?? '66.0', parameters, query };
}

async function handle(
  request: FastifyRequest,
  { org, sessions, recent }: RestApi,
  { route, ...found }: Dispatched
): Promise<RestAnswer> {
  const { userId } = requireSession(sessions, request.headers);
  const { headers } = request;
  const body = bodyOf(request);
  const viewed = (item: RecentItem): void => recent.viewed(userId, item);
  return route.handle({ ...found, org, userId, headers, body, viewed });
}

function bodyOf({ headers, body }: FastifyRequest): unknown {
  const isXml = /^(application|text)\/xml\b/i.test(headers['content-type'] ?? '');
  return isXml && typeof body === 'string' ? readXmlBody(body) : body;
}

/**
 * A POST may say that it stands for another method; what else comes here has no resource at all, or none for its
 * method.
 */
function answerOther(
  request: FastifyRequest,
  reply: FastifyReply,
  api: RestApi
): Promise<unknown> | FastifyReply {
  const { method, url } = request;
  const meant = (request.query as Record<string, string | undefined>)['_HttpMethod'];
  const found =
    method === 'POST' && meant !== undefined
      ? api.dispatch.find(meant.toUpperCase(), url)
      : undefined;
  if (found !== undefined) return answer(reply, api, () => handle(request, api, found));
  const allowed = api.dispatch.methods(url);
  if (allowed.length > 0 && !allowed.some((each) => each === method)) {
    return answer(reply, api, () => Promise.reject(methodNotAllowed(method, allowed)));
  }
  reply.callNotFound();
  return reply;
}
