import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { cookieToken, requestToken, sessionCookieHeader } from '../auth/index.ts';
import type { Session, Sessions } from '../auth/index.ts';
import { isPlainObject, malformedBody, RestError } from '../rest/index.ts';
import type { RestOrg } from '../rest/index.ts';
import { toRestError } from '../rest/restError.ts';
import { describePages } from './pages.ts';

export interface LocalApiOptions {
  readonly org: RestOrg;
  readonly sessions: Sessions;
  /** Who a browser is until somebody else is chosen. */
  readonly defaultUserId: string;
  /** Users to choose among in the user menu, with what they are. */
  readonly users: () => Promise<readonly LocalUser[]>;
}

export interface LocalUser {
  readonly id: string;
  readonly displayName: string;
  readonly profile: string;
}

/**
 * What the page host needs and a real org has no public resource for: the session, the app's pages, Apex methods.
 * A page that is opened without a session gets one for the default user: everything here listens on this machine only.
 */
export function registerLocalApi(app: FastifyInstance, options: LocalApiOptions): void {
  const { org } = options;
  app.addHook('onRequest', async (request, reply) => {
    if (request.method === 'GET' && isPage(request)) openSession(request, reply, options);
    return Promise.resolve();
  });
  app.get('/services/local/session', (request) =>
    describeSession(options, currentUser(request, options))
  );
  app.post('/services/local/session/user', (request, reply) => switchUser(request, reply, options));
  app.get('/services/local/pages', (request) => {
    currentUser(request, options);
    return describePages(org);
  });
  app.post('/services/local/apex/:name', (request, reply) => callApex(request, reply, options));
}

function isPage({ url, headers }: FastifyRequest): boolean {
  const wantsPage = (headers.accept ?? '').includes('text/html');
  return wantsPage && (url === '/' || url.startsWith('/lightning'));
}

function openSession(request: FastifyRequest, reply: FastifyReply, options: LocalApiOptions): void {
  const token = cookieToken(request.headers);
  if (token !== undefined && options.sessions.find(token) !== undefined) return;
  const session = options.sessions.open(options.defaultUserId);
  void reply.header('set-cookie', sessionCookieHeader(session.token));
}

function currentSession(request: FastifyRequest, { sessions }: LocalApiOptions): Session {
  const token = requestToken(request.headers);
  const session = token === undefined ? undefined : sessions.find(token);
  if (session === undefined) {
    throw new RestError(401, {
      message: 'Session expired or invalid',
      errorCode: 'INVALID_SESSION_ID'
    });
  }
  return session;
}

function currentUser(request: FastifyRequest, options: LocalApiOptions): string {
  return currentSession(request, options).userId;
}

async function describeSession(options: LocalApiOptions, userId: string): Promise<unknown> {
  const user = await options.org.user(userId);
  return {
    userId,
    userName: user.username,
    displayName: user.name,
    locale: user.locale.replaceAll('_', '-'),
    timeZone: user.timeZone,
    currency: user.currency,
    orgId: options.org.organizationId,
    customPermissions: await customPermissions(options.org, userId),
    users: await options.users()
  };
}

async function customPermissions(org: RestOrg, userId: string): Promise<string[]> {
  const policy = await org.policy(userId);
  const names = org.project.components('CustomPermission').map(({ fullName }) => fullName);
  return names.filter((name) => policy.hasCustomPermission(name));
}

async function switchUser(
  request: FastifyRequest,
  reply: FastifyReply,
  options: LocalApiOptions
): Promise<unknown> {
  const old = currentSession(request, options);
  const userId = isPlainObject(request.body) ? request.body['userId'] : undefined;
  const known = (await options.users()).some(({ id }) => id === userId);
  if (typeof userId !== 'string' || !known) throw malformedBody('There is no such user.');
  options.sessions.close(old.token);
  const session = options.sessions.open(userId);
  return reply
    .header('set-cookie', sessionCookieHeader(session.token))
    .send(await describeSession(options, userId));
}

async function callApex(
  request: FastifyRequest,
  reply: FastifyReply,
  options: LocalApiOptions
): Promise<unknown> {
  const userId = currentUser(request, options);
  const { name } = request.params as { name: string };
  const [className = '', methodName = ''] = name.split('.');
  const parameters = request.body ?? {};
  if (!isPlainObject(parameters)) throw malformedBody('The parameters must be a JSON object.');
  try {
    const result = await options.org.invokeAura(userId, { className, methodName, parameters });
    return await reply.type('application/json').send(JSON.stringify(result ?? null));
  } catch (error) {
    return reply.code(apexStatus(error)).send(apexError(error));
  }
}

function apexStatus(error: unknown): number {
  return hasExceptionType(error) ? 500 : toRestError(error, 'POST').status;
}

/** What a component finds in `error.body`. */
function apexError(error: unknown): unknown {
  if (!hasExceptionType(error)) return { message: messageOf(error) };
  const { exceptionType, message, stackTrace = '' } = error;
  return {
    message,
    exceptionType,
    stackTrace,
    isUserDefinedException: !exceptionType.startsWith('System.')
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function hasExceptionType(
  error: unknown
): error is Error & { exceptionType: string; stackTrace?: string } {
  return (
    error instanceof Error && 'exceptionType' in error && typeof error.exceptionType === 'string'
  );
}
