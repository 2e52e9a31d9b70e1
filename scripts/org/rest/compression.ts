import { Readable } from 'node:stream';
import { createGunzip, gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

/** Shorter answers gain nothing. */
const worthBytes = 1024;

/** Takes and gives gzip, as clients of the REST and Bulk APIs may ask for. @param mostBytes of an unpacked body */
export function registerCompression(app: FastifyInstance, mostBytes: number): void {
  app.addHook('preParsing', async (request, _reply, payload) => {
    if (!/^gzip$/i.test(request.headers['content-encoding'] ?? '')) return payload;
    delete request.headers['content-length'];
    const unpacked = payload.pipe(createGunzip());
    payload.on('error', (error: Error) => unpacked.destroy(error));
    const most = request.routeOptions.bodyLimit ?? mostBytes;
    return Promise.resolve(Readable.from(limited(unpacked, most)));
  });
  app.addHook('onSend', async (request, reply, payload) => {
    const isWanted = /\bgzip\b/i.test(request.headers['accept-encoding'] ?? '');
    const isText = typeof payload === 'string' && payload.length >= worthBytes;
    if (!isWanted || !isText || reply.hasHeader('content-encoding')) return payload;
    reply.header('content-encoding', 'gzip').header('vary', 'accept-encoding');
    reply.removeHeader('content-length');
    return Promise.resolve(gzipSync(payload));
  });
}

/** A few bytes can unpack to many: what is too long is cut off with the error of a body that is too long. */
async function* limited(source: AsyncIterable<Buffer>, mostBytes: number): AsyncGenerator<Buffer> {
  let size = 0;
  try {
    for await (const chunk of source) {
      size += chunk.length;
      if (size > mostBytes) break;
      yield chunk;
    }
  } catch {
    throw Object.assign(new Error('Request body is no gzip'), { statusCode: 400 });
  }
  if (size > mostBytes) {
    throw Object.assign(new Error('Request body is too large'), { statusCode: 413 });
  }
}
