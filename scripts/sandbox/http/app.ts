import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fastify from 'fastify';

import type { Clock, Log } from '../../shared/index.ts';
import { withSlash } from '../control/index.ts';
import type { Salesforce } from '../salesforce/index.ts';
import type { World } from '../world.ts';
import { ApiError, notFound } from './errors.ts';
import type { Idempotency } from './idempotency.ts';
import type { Answer, Call, Method, Operation, Query } from './operation.ts';
import type { RateLimiter } from './rateLimit.ts';
import type { Tokens } from './tokens.ts';

/** What the server works with. Getters, because a reset replaces some of it. */
export interface Server {
  readonly clock: Clock;
  readonly log: Log;
  readonly tokens: Tokens;
  readonly salesforce: Salesforce;
  world(): World;
  idempotency(): Idempotency;
  rateLimiter(): RateLimiter | undefined;
}

const largestBody = 1_048_576;
const methods: readonly Method[] = ['GET', 'POST', 'PATCH', 'DELETE'];

/** An HTTP server without routes: parses JSON, and answers every error in the API's shape. */
export function createApp(log: Log): FastifyInstance {
  const app = fastify({
    bodyLimit: largestBody,
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    routerOptions: { ignoreTrailingSlash: true },
    frameworkErrors: (_error, _request, reply) => {
      void refuse(reply, notFound());
    }
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, done) => {
    parse(String(text), done);
  });
  app.setNotFoundHandler((_request, reply) => refuse(reply, notFound()));
  app.setErrorHandler((error, _request, reply) => refuse(reply, toApiError(error, log)));
  return app;
}

function parse(text: string, done: (error: Error | null, body?: unknown) => void): void {
  if (text.trim() === '') return done(null, undefined);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : '';
    return done(new ApiError('malformed_json', `JSON parse error: ${reason}`));
  }
  done(null, body);
}

function refuse(reply: FastifyReply, error: ApiError): FastifyReply {
  return reply.code(error.status).headers(error.headers).send(error.body);
}

/** Errors of the HTTP layer in the API's words. */
function toApiError(error: unknown, log: Log): ApiError {
  if (error instanceof ApiError) return error;
  const { code, statusCode, message } = error as { code?: string } & Partial<ApiErrorLike>;
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    return new ApiError('unsupported_media_type', 'Send application/json.');
  }
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return new ApiError('body_too_large', `The body has more than ${largestBody} bytes.`);
  }
  if (statusCode === 400) return new ApiError('invalid_request', message ?? 'Bad request.');
  log.error(`The sandbox failed: ${error instanceof Error ? error.stack : String(error)}`);
  return new ApiError('internal_error', 'The sandbox failed; its log says why.');
}
type ApiErrorLike = { statusCode: number; message: string };

/** Adds every operation, and a 405 for the methods that its path does not have. */
export function addOperations(
  app: FastifyInstance,
  operations: readonly Operation[],
  server: Server
): void {
  for (const operation of operations) addOperation(app, operation, server);
  for (const path of new Set(operations.map((operation) => operation.path))) {
    const own = operations.filter((operation) => operation.path === path);
    refuseOthers(app, own, server);
  }
}

function routeOf(path: string): string {
  return path.replaceAll('{', ':').replaceAll('}', '');
}

function admit({ isPublic, limit }: Operation, request: FastifyRequest, server: Server): void {
  if (!isPublic) server.tokens.check(request.headers.authorization);
  if (limit !== 'none') server.rateLimiter()?.count(limit);
}

function addOperation(app: FastifyInstance, operation: Operation, server: Server): void {
  app.route({
    method: operation.method,
    url: routeOf(operation.path),
    config: { operation },
    onRequest: (request, _reply, done) => {
      admit(operation, request, server);
      done();
    },
    handler: (request, reply) => {
      const { answer, isReplay } = run(operation, request, server);
      if (isReplay) reply.header('idempotency-replayed', 'true');
      return reply.code(answer.status).send(answer.body);
    }
  });
}

function run(
  operation: Operation,
  request: FastifyRequest,
  server: Server
): { answer: Answer; isReplay: boolean } {
  const call = callOf(request, server);
  const handle = (): Answer => operation.handle(call);
  if (operation.isPublic || operation.method === 'GET')
    return { answer: handle(), isReplay: false };
  const key = request.headers['idempotency-key'];
  const path = pathOf(request);
  const write = { key: key?.toString(), method: request.method, path, body: request.body };
  return server.idempotency().run(write, handle);
}

/** The path without its query, with a slash at the end. */
export function pathOf(request: FastifyRequest): string {
  return withSlash(request.url.split('?', 1)[0] ?? '');
}

function callOf(request: FastifyRequest, server: Server): Call {
  return {
    world: server.world(),
    tokens: server.tokens,
    salesforce: server.salesforce,
    now: server.clock.now(),
    params: request.params as Readonly<Record<string, string>>,
    query: request.query as Query,
    body: request.body,
    url: `${request.protocol}://${request.host}${pathOf(request)}`
  };
}

function refuseOthers(app: FastifyInstance, own: readonly Operation[], server: Server): void {
  const [first] = own;
  if (!first) return;
  const allowed = own.map(({ method }) => method);
  const method = [...methods, 'PUT'].filter((other) => !allowed.some((known) => known === other));
  app.route({
    method,
    url: routeOf(first.path),
    onRequest: (request, _reply, done) => {
      admit(first, request, server);
      const message = `Method "${request.method}" not allowed.`;
      const headers = { allow: allowed.join(', ') };
      done(new ApiError('method_not_allowed', message, { headers }));
    },
    handler: (_request, reply) => reply
  });
}
