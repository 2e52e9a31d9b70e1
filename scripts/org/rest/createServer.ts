import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { registerBodies } from './bodies.ts';
import { registerCompression } from './compression.ts';
import { notFound, toRestError } from './restError.ts';

/** The platform takes 50 MB at most in one request. */
const bodyLimitBytes = 50 * 1024 * 1024;

const localHosts = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

export interface ServerOptions {
  /** Adds further resources, such as SOAP's. */
  readonly register?: readonly ((app: FastifyInstance) => void)[];
  /** Told of every request that no resource answers. */
  readonly onUnknown?: (request: { readonly method: string; readonly url: string }) => void;
}

/**
 * An HTTP server as Salesforce's clients expect one: doubled slashes count as one (a client stores the instance URL
 * with a slash at its end), JSON with an empty body is no error, unknown paths and broken bodies are answered in the
 * REST API's words. Only requests for this machine are answered, so that no other site's name can be pointed at it.
 */
export function createServer({ register = [], onUnknown }: ServerOptions = {}): FastifyInstance {
  const app = fastify({
    bodyLimit: bodyLimitBytes,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 1000 },
    rewriteUrl: ({ url = '/' }) => url.replace(/^\/{2,}/, '/')
  });
  registerBodies(app);
  app.addHook('onRequest', async (request, reply) => {
    if (localHosts.test(request.headers.host ?? '')) return;
    await reply.code(403).send({ message: 'The local org answers on localhost only.' });
  });
  registerCompression(app, bodyLimitBytes);
  app.setErrorHandler((error, request, reply) => {
    const { status, body } = toRestError(error, request.method);
    return reply.code(status).send(body);
  });
  app.setNotFoundHandler((request, reply) => {
    onUnknown?.({ method: request.method, url: request.url });
    return reply.code(404).send(notFound().items);
  });
  for (const add of register) add(app);
  return app;
}
