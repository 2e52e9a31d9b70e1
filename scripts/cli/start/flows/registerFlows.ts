import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { requestToken } from '../../../org/index.ts';
import type { Org, Sessions } from '../../../org/index.ts';
import { UserError } from '../../../shared/index.ts';
import { flowCatalogue } from './flowCatalogue.ts';
import { readRun, runScript } from './runScript.ts';
import type { TypedInputs } from './runScript.ts';

export interface FlowsParts {
  readonly org: Org;
  readonly sessions: Sessions;
}

/** What the page *Flows* of the local org asks: what can be called, and to call it. */
export function registerFlows(app: FastifyInstance, parts: FlowsParts): void {
  app.get('/services/local/flows', (request, reply) =>
    asUser(parts, { request, reply }, (userId) => flowCatalogue(parts.org, userId))
  );
  app.post('/services/local/flows/run', (request, reply) =>
    asUser(parts, { request, reply }, (userId) => run(parts.org, userId, request.body))
  );
}

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

async function asUser(
  { sessions }: FlowsParts,
  { request, reply }: Exchange,
  answer: (userId: string) => Promise<unknown>
): Promise<unknown> {
  const session = sessions.find(requestToken(request.headers) ?? '');
  if (session === undefined) {
    return reply.code(401).send({ message: 'The session has ended. Reload the page.' });
  }
  try {
    return await answer(session.userId);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return reply.code(400).send({ message: error.message });
  }
}

async function run(org: Org, userId: string, body: unknown): Promise<unknown> {
  const { kind, name, inputs } = readRequest(body);
  const catalogue = await flowCatalogue(org, userId);
  const entry = catalogue.find((candidate) => candidate.kind === kind && candidate.name === name);
  if (entry?.isRunnable !== true) {
    throw new UserError(`${name} cannot be run.`, 'Choose another one from the list.');
  }
  const outcome = await org.executeAnonymous(userId, runScript(entry, inputs));
  const result = readRun(outcome.log);
  if (result !== undefined) return result;
  const reason = outcome.exceptionMessage ?? outcome.compileProblem ?? 'It logged no result';
  return { isSuccess: false, errors: [reason], outputs: {}, limits: [] };
}

function readRequest(body: unknown): { kind: unknown; name: string; inputs: TypedInputs } {
  const { kind, name, inputs } = Object(body) as Record<string, unknown>;
  const texts = Object.entries(Object(inputs) as Record<string, unknown>).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string'
  );
  return { kind, name: typeof name === 'string' ? name : '', inputs: Object.fromEntries(texts) };
}
