import type { FastifyInstance } from 'fastify';

/** Sends the page's calls to an org in memory, until the returned function is called. */
export function stubFetch(org: FastifyInstance): () => void {
  const original = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const { statusCode, statusMessage, body, headers } = await org.inject({
      url: input as string,
      method: (init?.method ?? 'GET') as 'GET',
      headers: init?.headers as Record<string, string>,
      ...(typeof init?.body === 'string' && { payload: init.body })
    });
    const isEmpty = statusCode === 204;
    return new Response(isEmpty ? null : body, {
      status: statusCode,
      statusText: statusMessage,
      headers: { 'content-type': headers['content-type'] ?? '' }
    });
  };
  return () => {
    globalThis.fetch = original;
  };
}

/** Lets everything that was started come to its end. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}
