import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ApexCallError } from '../worker/index.ts';
import type { RestRequestData } from '../worker/index.ts';
import type { RestApiOptions } from './registerRestApi.ts';
import { requireSession } from './requireSession.ts';
import { RestError, toRestError } from './restError.ts';

const base = '/services/apexrest';

/** Adds the project's Apex REST classes, under `/services/apexrest/`. Bodies reach Apex as they came. */
export function registerApexRest(app: FastifyInstance, options: RestApiOptions): void {
  app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, ready) =>
      ready(null, body)
    );
    scope.route({
      method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
      url: `${base}/*`,
      handler: (request, reply) => answer(request, reply, options)
    });
    done();
  });
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  { org, sessions }: RestApiOptions
): Promise<unknown> {
  try {
    const { userId } = requireSession(sessions, request.headers);
    const { statusCode, headers, body } = await org.apexRest(userId, requestData(request));
    return await reply.code(statusCode).headers(headers).send(Buffer.from(body));
  } catch (error) {
    const { status, body } = apexError(error, request.method);
    return reply.code(status).send(body);
  }
}

function requestData({ method, url, headers, query, body }: FastifyRequest): RestRequestData {
  const { pathname } = new URL(url, 'http://localhost');
  const named = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined || name === 'authorization' ? [] : [[name, String(value)]]
  );
  return {
    method,
    path: decodeURI(pathname.slice(base.length)),
    parameters: { ...(query as Record<string, string>) },
    headers: Object.fromEntries(named) as Record<string, string>,
    body: Buffer.isBuffer(body) ? new Uint8Array(body) : new Uint8Array()
  };
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_rest_methods.htm */
function apexError(error: unknown, method: string): RestError {
  if (!(error instanceof ApexCallError)) return toRestError(error, method);
  const { message, exceptionType, stackTrace } = error;
  return new RestError(500, {
    errorCode: 'APEX_ERROR',
    message: `${exceptionType}: ${message}\n\n${stackTrace}`
  });
}
