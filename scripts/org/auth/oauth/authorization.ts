import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sameSecret } from '../../../shared/index.ts';
import { cookieToken, sessionCookieHeader } from '../requestToken.ts';
import type { Session } from '../sessions.ts';
import { requireCallback, requireClient, requireScopes } from './clients.ts';
import type { OAuthClient } from './clients.ts';
import { readForm } from './form.ts';
import { OAuthError } from './oauthError.ts';
import { allowPage, loginPage, refusalPage } from './pages.ts';
import type { OAuthParts } from './registerOAuth.ts';

/** The OAuth 2.0 Web Server Flow: log in, allow, and back to the app with a code. */
export function registerAuthorization(app: FastifyInstance, parts: OAuthParts): void {
  app.get('/services/oauth2/authorize', (request, reply) =>
    asPage(reply, () => authorize(request, reply, parts))
  );
  app.post('/services/oauth2/authorize', (request, reply) =>
    asPage(reply, () => decide(request, reply, parts))
  );
  app.get('/login', (_request, reply) => sendPage(reply, loginPage({})));
  app.post('/login', (request, reply) => logIn(request, reply, parts));
}

/** A checked request of an app. From here on errors may be sent back to it. */
interface Authorization {
  readonly client: OAuthClient;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly state: string | undefined;
  readonly challenge: string | undefined;
}

async function asPage(reply: FastifyReply, handle: () => Promise<unknown>): Promise<unknown> {
  try {
    return await handle();
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    return sendPage(reply.code(error.status), refusalPage(error.code, error.message));
  }
}

function sendPage(reply: FastifyReply, html: string): FastifyReply {
  const policy =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";
  return reply
    .type('text/html; charset=utf-8')
    .headers({ 'content-security-policy': policy, 'cache-control': 'no-store' })
    .send(html);
}

function readAuthorization(
  form: Record<string, string | undefined>,
  parts: OAuthParts
): Authorization {
  const client = requireClient(parts.clients, form['client_id']);
  const redirectUri = requireCallback(client, form['redirect_uri']);
  return {
    client,
    redirectUri,
    scopes: requireScopes(client, form['scope']),
    state: form['state'],
    challenge: readChallenge(client, form)
  };
}

function readChallenge(
  client: OAuthClient,
  form: Record<string, string | undefined>
): string | undefined {
  const { code_challenge: given } = form;
  const challenge = given === '' ? undefined : given;
  if (challenge === undefined && client.pkceRequired) {
    throw new OAuthError('invalid_request', 'missing required code challenge');
  }
  if (!['S256', undefined].includes(form['code_challenge_method'])) {
    throw new OAuthError('invalid_request', 'code challenge method must be S256');
  }
  return challenge;
}

async function authorize(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: OAuthParts
): Promise<unknown> {
  const form = readForm(request.query);
  const authorization = readAuthorization(form, parts);
  if (form['response_type'] !== 'code') {
    const description = 'response type not supported';
    return sendBack(reply, authorization, { error: 'unsupported_response_type', description });
  }
  const session = browserSession(request, parts);
  if (session === undefined || form['prompt'] === 'login') {
    return sendPage(reply, loginPage({ retURL: withoutPrompt(request.url) }));
  }
  const isAllowed = authorization.client.adminApproved && form['prompt'] !== 'consent';
  if (isAllowed) return sendCode(reply, authorization, { parts, session });
  const user = await parts.user(session.userId);
  const hidden = { ...ownFields(authorization), token: formToken(session) };
  const { client, scopes } = authorization;
  return sendPage(
    reply,
    allowPage({ clientLabel: client.label, userName: user.username, scopes, hidden })
  );
}

function browserSession(
  { headers }: FastifyRequest,
  { sessions }: OAuthParts
): Session | undefined {
  const token = cookieToken(headers);
  return token === undefined ? undefined : sessions.find(token);
}

function withoutPrompt(url: string): string {
  const parsed = new URL(url, 'http://localhost');
  parsed.searchParams.delete('prompt');
  return parsed.pathname + parsed.search;
}

function ownFields(authorization: Authorization): Record<string, string> {
  const { client, redirectUri, scopes, state, challenge } = authorization;
  return {
    client_id: client.id,
    redirect_uri: redirectUri,
    scope: scopes.join(' '),
    ...(state !== undefined && { state }),
    ...(challenge !== undefined && { code_challenge: challenge })
  };
}

/** Ties the form to the session, so that no other page can press *Allow*. */
function formToken({ token }: Session): string {
  return createHash('sha256').update(`allow ${token}`).digest('base64url');
}

function decide(request: FastifyRequest, reply: FastifyReply, parts: OAuthParts): Promise<unknown> {
  const form = readForm(request.body);
  const authorization = readAuthorization(form, parts);
  const session = browserSession(request, parts);
  if (session === undefined || !sameSecret(form['token'] ?? '', formToken(session))) {
    throw new OAuthError('access_denied', 'the page has expired; start again in the app', 403);
  }
  if (form['decision'] !== 'allow') {
    const description = 'end-user denied authorization';
    return Promise.resolve(sendBack(reply, authorization, { error: 'access_denied', description }));
  }
  return Promise.resolve(sendCode(reply, authorization, { parts, session }));
}

interface Allowed {
  readonly parts: OAuthParts;
  readonly session: Session;
}

function sendCode(
  reply: FastifyReply,
  authorization: Authorization,
  { parts, session }: Allowed
): FastifyReply {
  const { client, redirectUri, scopes, challenge } = authorization;
  const grant = { clientId: client.id, redirectUri, userId: session.userId, scopes, challenge };
  return sendBack(reply, authorization, { code: parts.codes.issue(grant) });
}

type Outcome = { readonly code: string } | { readonly error: string; readonly description: string };

function sendBack(
  reply: FastifyReply,
  { redirectUri, state }: Authorization,
  outcome: Outcome
): FastifyReply {
  const target = new URL(redirectUri);
  if ('code' in outcome) target.searchParams.set('code', outcome.code);
  else {
    target.searchParams.set('error', outcome.error);
    target.searchParams.set('error_description', outcome.description);
  }
  if (state !== undefined) target.searchParams.set('state', state);
  return reply.redirect(target.href, 302);
}

async function logIn(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: OAuthParts
): Promise<unknown> {
  const form = readForm(request.body);
  const target = localTarget(form['retURL']);
  const userId = await parts.users.checkPassword(form['username'] ?? '', form['password'] ?? '');
  if (userId === undefined) {
    const problem = 'Check your username and password.';
    return sendPage(reply.code(401), loginPage({ retURL: target }, problem));
  }
  const session = parts.sessions.open(userId);
  return reply.header('set-cookie', sessionCookieHeader(session.token)).redirect(target, 303);
}

/** Only a path of this org: a login must not lead anywhere else. */
export function localTarget(url: string | undefined): string {
  const isLocal = url !== undefined && /^\/(?![/\\])/.test(url);
  return isLocal ? url : '/lightning/page/home';
}
