import type { FastifyInstance } from 'fastify';
import { secretToken } from '../../shared/index.ts';

interface Message {
  readonly channel?: unknown;
  readonly id?: unknown;
}

/**
 * As much of the Streaming API as `sf apex get test` asks for before it finds that the run is over: a handshake.
 * Subscriptions are refused; everything else here is to be polled.
 */
export function registerStreaming(app: FastifyInstance): void {
  app.post('/cometd/:version', (request) => {
    const messages: unknown[] = Array.isArray(request.body) ? request.body : [request.body];
    return messages.map((message) => answerTo((message ?? {}) as Message));
  });
}

function answerTo({ channel, id }: Message): object {
  if (channel !== '/meta/handshake') {
    const error = '403:denied_by_security_policy:The local org streams nothing';
    return { channel, id, successful: false, error, advice: { reconnect: 'none' } };
  }
  return {
    channel,
    id,
    successful: true,
    version: '1.0',
    clientId: secretToken(24),
    supportedConnectionTypes: ['long-polling']
  };
}
