import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RestError } from './restError.ts';

type Done = (error: Error | null, body?: unknown) => void;

/** How bodies are read: JSON as a value, tables and XML as text, forms with files as bytes, nothing else. */
export function registerBodies(app: FastifyInstance): void {
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    parseJson(String(body), done);
  });
  app.addContentTypeParser(
    ['text/csv', 'text/xml', 'application/xml'],
    { parseAs: 'string' },
    (_request, body, done) => done(null, body)
  );
  app.addContentTypeParser('multipart/form-data', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body)
  );
  app.addContentTypeParser('*', (request, _payload, done) => done(unsupported(request)));
}

/** JSON as a value; nothing at all is no mistake. */
export function parseJson(text: string, done: Done): void {
  if (text.trim() === '') {
    done(null, undefined);
    return;
  }
  try {
    done(null, JSON.parse(text));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    done(new RestError(400, { errorCode: 'JSON_PARSER_ERROR', message }));
  }
}

function unsupported({ headers }: FastifyRequest): RestError {
  const type = headers['content-type'] ?? '';
  return new RestError(415, {
    errorCode: 'UNSUPPORTED_MEDIA_TYPE',
    message: `Content-Type header specified in HTTP request is not supported: ${type}`
  });
}
