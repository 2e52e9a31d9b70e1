import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { LoggedRequest } from '../control/index.ts';
import type { Salesforce } from '../salesforce/index.ts';
import { checkInstanceUrl, SalesforceProblem, WouldReplace } from '../salesforce/index.ts';
import type { Html } from './html.ts';
import { page, paths } from './layout.ts';
import { logPage } from './logPage.ts';
import { profilePage } from './profilePage.ts';
import type { Entered } from './salesforcePage.ts';
import { disconnectPage, salesforcePage } from './salesforcePage.ts';
import type { PageSession, PageSessions } from './sessions.ts';
import { becomes, createPageSessions, formOf, isOwnForm, takeNotice } from './sessions.ts';

export interface PagesParts {
  readonly salesforce: Salesforce;
  readonly requests: () => readonly LoggedRequest[];
  /** `04t…` of the version to install; undefined when none is released. */
  readonly packageVersionId: string | undefined;
}

/** One request of a browser. */
interface Visit {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly session: PageSession;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly form: Readonly<Record<string, string | undefined>>;
}

type Handler = (visit: Visit) => Promise<FastifyReply> | FastifyReply;

/** Clazar's settings pages: Salesforce, Profile, and the log of requests. Rendered here, without scripts. */
export function registerPages(app: FastifyInstance, parts: PagesParts): void {
  void app.register((pages, _options, done) => {
    pages.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 65_536 },
      (_request, body, parsed) =>
        parsed(null, Object.fromEntries(new URLSearchParams(String(body))))
    );
    addRoutes(pages, parts);
    done();
  });
}

function addRoutes(pages: FastifyInstance, parts: PagesParts): void {
  const sessions = createPageSessions();
  const get = (url: string, handler: Handler): void => {
    pages.get(url, (request, reply) => handler(visitOf(sessions, request, reply)));
  };
  const post = (url: string, handler: Handler): void => {
    pages.post(url, (request, reply) => {
      const visit = visitOf(sessions, request, reply);
      return isOwnForm(request, visit.session) ? handler(visit) : refuseForm(visit);
    });
  };
  get('/', ({ reply }) => reply.redirect(paths.salesforce, 302));
  get(paths.salesforce, (visit) => showSalesforce(visit, parts));
  post(`${paths.salesforce}/connect`, (visit) => connect(visit, parts));
  get(paths.callback, (visit) => finish(visit, parts));
  get(`${paths.salesforce}/disconnect`, (visit) => askDisconnect(visit, parts));
  post(`${paths.salesforce}/disconnect`, (visit) => disconnect(visit, parts));
  get(paths.profile, (visit) => showProfile(visit, parts));
  post(`${paths.profile}/connect`, (visit) => connectUser(visit, parts));
  post(`${paths.profile}/disconnect`, (visit) => disconnectUser(visit, parts));
  post(`${paths.profile}/become`, (visit) => {
    becomes(visit.session, visit.form['email']);
    return back(visit, paths.profile);
  });
  get(paths.log, (visit) => {
    const content = logPage(parts.requests(), visit.query['q'] ?? '');
    return show(visit, { title: 'Log of requests', path: paths.log, content });
  });
}

function visitOf(sessions: PageSessions, request: FastifyRequest, reply: FastifyReply): Visit {
  const session = sessions.of(request, reply);
  const query = request.query as Visit['query'];
  return { request, reply, session, query, form: formOf(request) };
}

// Browsers follow a form's redirect only where this allows it: to the org that is to be connected.
const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "form-action 'self' https://*.salesforce.com http://localhost:* http://127.0.0.1:*",
  "base-uri 'none'",
  "frame-ancestors 'none'"
].join('; ');

function show(
  { reply, session }: Visit,
  { title, path, content }: { title: string; path: string; content: Html }
): FastifyReply {
  const notice = takeNotice(session);
  return reply
    .type('text/html; charset=utf-8')
    .headers({ 'content-security-policy': policy, 'cache-control': 'no-store' })
    .send(page({ title, path, user: session.user, notice, content }));
}

function back({ reply }: Visit, path: string): FastifyReply {
  return reply.redirect(path, 303);
}

function refuseForm(visit: Visit): FastifyReply {
  visit.session.notice = {
    kind: 'bad',
    text: 'The page was too old. Nothing was changed; please try again.'
  };
  return back(visit, paths.salesforce);
}

async function showSalesforce(visit: Visit, parts: PagesParts): Promise<FastifyReply> {
  const { query, session } = visit;
  remember(visit);
  const content = salesforcePage({
    session,
    connection: parts.salesforce.accounts.connection(),
    mapping: await parts.salesforce.mapping(),
    connecting: entered(query['instance_url']),
    installing: entered(query['install'] ?? query['instance_url']),
    packageVersionId: parts.packageVersionId
  });
  return show(visit, { title: 'Salesforce', path: paths.salesforce, content });
}

function entered(text = ''): Entered {
  return text === '' ? { text } : { text, ...checkInstanceUrl(text) };
}

/** A page of Salesforce that somebody came from; no other site. */
function remember({ query, session }: Visit): void {
  const target = query['return_to'];
  if (target !== undefined && checkInstanceUrl(target).instance) session.returnTo = target;
}

function isAdmin({ session }: Visit): boolean {
  return session.user.role === 'Admin';
}

function connect(visit: Visit, { salesforce }: PagesParts): FastifyReply {
  const { form, session } = visit;
  const entered = form['instance_url'] ?? '';
  const { instance } = checkInstanceUrl(entered);
  if (!instance || !isAdmin(visit)) {
    return back(visit, `${paths.salesforce}?instance_url=${encodeURIComponent(entered)}`);
  }
  const url = salesforce.begin({
    purpose: 'connection',
    loginUrl: instance.url,
    sessionId: session.id,
    email: session.user.email,
    redirectUri: callbackUrl(visit),
    mayReplace: form['may_replace'] === 'yes'
  });
  return visit.reply.redirect(url, 303);
}

/** Where Salesforce sends the browser back to, as it reached us. */
function callbackUrl({ request }: Visit): string {
  return `${request.protocol}://${request.host}${paths.callback}`;
}

async function finish(visit: Visit, { salesforce }: PagesParts): Promise<FastifyReply> {
  const { query, session } = visit;
  const { state = '', code, error_description: refusal } = query;
  try {
    if (code === undefined) throw new SalesforceProblem(declined(refusal));
    const purpose = await salesforce.finish({ state, code, sessionId: session.id });
    session.notice = { kind: 'good', text: 'Connected.' };
    return await back(visit, purpose === 'user' ? paths.profile : paths.salesforce);
  } catch (error) {
    if (!(error instanceof SalesforceProblem)) throw error;
    session.notice = { kind: 'bad', text: error.message };
    const isUser = !(error instanceof WouldReplace) && session.user.role !== 'Admin';
    return back(visit, isUser ? paths.profile : paths.salesforce);
  }
}

function declined(reason = 'no reason was given'): string {
  return `Salesforce gave no access: ${reason}. Nothing was changed.`;
}

function askDisconnect(visit: Visit, { salesforce }: PagesParts): FastifyReply {
  const connection = salesforce.accounts.connection();
  if (!connection || !isAdmin(visit)) return back(visit, paths.salesforce);
  const content = disconnectPage(visit.session, connection);
  return show(visit, { title: 'Salesforce', path: paths.salesforce, content });
}

function disconnect(visit: Visit, { salesforce }: PagesParts): FastifyReply {
  if (isAdmin(visit)) {
    salesforce.disconnect();
    visit.session.notice = {
      kind: 'good',
      text: 'Disconnected. All credentials are deleted; the package stays installed.'
    };
  }
  return back(visit, paths.salesforce);
}

function showProfile(visit: Visit, { salesforce }: PagesParts): FastifyReply {
  remember(visit);
  const { session } = visit;
  const content = profilePage({
    session,
    connection: salesforce.accounts.connection(),
    link: salesforce.accounts.links().find(({ email }) => email === session.user.email)
  });
  return show(visit, { title: 'Profile', path: paths.profile, content });
}

function connectUser(visit: Visit, { salesforce }: PagesParts): FastifyReply {
  const connection = salesforce.accounts.connection();
  if (!connection) return back(visit, paths.profile);
  const url = salesforce.begin({
    purpose: 'user',
    loginUrl: connection.instanceUrl,
    sessionId: visit.session.id,
    email: visit.session.user.email,
    redirectUri: callbackUrl(visit),
    mayReplace: false
  });
  return visit.reply.redirect(url, 303);
}

function disconnectUser(visit: Visit, { salesforce }: PagesParts): FastifyReply {
  const { email } = visit.session.user;
  const link = salesforce.accounts.links().find((candidate) => candidate.email === email);
  if (link) salesforce.unlink(link.userId);
  visit.session.notice = { kind: 'good', text: 'Your Salesforce user is disconnected.' };
  return back(visit, paths.profile);
}
