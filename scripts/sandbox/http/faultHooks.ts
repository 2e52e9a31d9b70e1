import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';

import type { Fault, Faults, RequestLog } from '../control/index.ts';
import {
  brokenStream,
  controlPrefix,
  loggedBody,
  malformed,
  wrongTypes
} from '../control/index.ts';
import { unreachable } from '../../shared/index.ts';
import { pathOf } from './app.ts';
import type { Server } from './app.ts';

/** What the hooks need besides the server. */
export interface Watch {
  readonly server: Server;
  readonly faults: Faults;
  readonly requests: RequestLog;
  /** Waits for as many milliseconds. */
  sleep(milliseconds: number): Promise<void>;
  /** Runs before each request, so that it meets the world of its time. */
  catchUp(): void;
}

interface Watched {
  readonly faults: readonly Fault[];
  readonly entry: ReturnType<RequestLog['add']>;
}

/** Logs every request, and makes those go wrong that a fault waits for. */
export function addHooks(app: FastifyInstance, watch: Watch): void {
  const watched = new WeakMap<FastifyRequest, Watched>();
  app.addHook('onRequest', async (request, reply) => {
    if (isOwnPage(request.url)) return;
    watch.catchUp();
    const found = enter(request, watch);
    watched.set(request, found);
    reply.header('x-request-id', found.entry.requestId);
    for (const fault of found.faults) await before(fault, { request, reply, watch });
  });
  app.addHook('onSend', async (request, reply, payload) => {
    const found = watched.get(request);
    if (!found) return payload;
    found.entry.body = loggedBody(request.body);
    const depart = (sent: unknown, fault: Fault): unknown => after(fault, { reply, sent });
    const answered = found.faults.reduce<unknown>(depart, payload);
    found.entry.status = reply.raw.destroyed ? null : reply.statusCode;
    return answered;
  });
}

/** What people do in front of the sandbox is no request of Salesforce's. */
function isOwnPage(url: string): boolean {
  return url === '/' || [controlPrefix, '/settings', '/log'].some((path) => url.startsWith(path));
}

function enter(request: FastifyRequest, { server, faults, requests }: Watch): Watched {
  const path = pathOf(request);
  const struck = faults.strike(request.method, path);
  const entry = requests.add({
    at: new Date(server.clock.now()).toISOString(),
    method: request.method,
    path,
    query: request.url.split('?')[1] ?? '',
    idempotencyKey: request.headers['idempotency-key']?.toString() ?? null,
    correlationId: request.headers['x-correlation-id']?.toString(),
    hasToken: request.headers.authorization !== undefined,
    body: null,
    status: null,
    faults: struck.map(({ kind }) => kind)
  });
  return { faults: struck, entry };
}

interface Arrival {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly watch: Watch;
}

async function before(fault: Fault, { request, reply, watch }: Arrival): Promise<void> {
  if (reply.sent) return;
  switch (fault.kind) {
    case 'delay':
      return watch.sleep(fault.milliseconds);
    case 'expiredToken':
      return watch.server.tokens.expire(request.headers.authorization);
    case 'status':
      if (fault.when !== 'after') await answer(fault, reply).send(bodyOf(fault));
      return;
    case 'drop':
      if (fault.when !== 'after') hangUp(reply);
      return;
    case 'halfBody':
    case 'malformedJson':
    case 'wrongTypes':
      return;
    default:
      unreachable(fault);
  }
}

type StatusFault = Extract<Fault, { kind: 'status' }>;

function answer(fault: StatusFault, reply: FastifyReply): FastifyReply {
  if (fault.retryAfter !== undefined) reply.header('retry-after', String(fault.retryAfter));
  const isJson = typeof fault.body !== 'string';
  return reply
    .code(fault.status)
    .type(isJson ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8');
}

function bodyOf({ status, body }: StatusFault): string {
  if (typeof body === 'string') return body;
  return JSON.stringify(body ?? { detail: `The sandbox was asked for ${status}.`, code: 'fault' });
}

function hangUp(reply: FastifyReply): void {
  reply.hijack();
  reply.raw.destroy();
}

interface Departure {
  readonly reply: FastifyReply;
  readonly sent: unknown;
}

function after(fault: Fault, { reply, sent }: Departure): unknown {
  if (typeof sent !== 'string') return sent;
  switch (fault.kind) {
    case 'halfBody':
      return halved(reply, sent);
    case 'malformedJson':
      return malformed(sent);
    case 'wrongTypes':
      return resized(reply, wrongTypes(sent));
    case 'status':
      return fault.when === 'after' ? resized(answer(fault, reply), bodyOf(fault)) : sent;
    case 'drop':
      if (fault.when === 'after') reply.raw.destroy();
      return sent;
    case 'delay':
    case 'expiredToken':
      return sent;
    default:
      return unreachable(fault);
  }
}

/** A new length, since the framework has counted the old text. */
function resized(reply: FastifyReply, text: string): string {
  reply.header('content-length', Buffer.byteLength(text));
  return text;
}

function halved(reply: FastifyReply, text: string): Readable {
  reply.header('content-length', Buffer.byteLength(text));
  return brokenStream(text);
}
