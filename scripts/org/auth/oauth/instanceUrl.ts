import type { FastifyRequest } from 'fastify';

/** `http://localhost:4000`, as the client reached us. */
export function instanceUrl({
  protocol,
  headers
}: Pick<FastifyRequest, 'protocol' | 'headers'>): string {
  return `${protocol}://${headers.host ?? 'localhost'}`;
}
