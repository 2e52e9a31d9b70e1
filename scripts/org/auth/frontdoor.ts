import type { FastifyInstance, FastifyRequest } from 'fastify';
import { secretToken } from '../../shared/index.ts';
import type { Clock } from '../../shared/index.ts';
import { readForm } from './oauth/form.ts';
import { instanceUrl, localTarget } from './oauth/index.ts';
import { requestToken, sessionCookieHeader } from './requestToken.ts';
import { allowsWeb } from './sessions.ts';
import type { Session, Sessions } from './sessions.ts';

interface FrontdoorParts {
  readonly sessions: Sessions;
  readonly clock: Clock;
}

/** How long a one-time address opens the door, in milliseconds. */
const lifetime = 60_000;

/**
 * `sf org open`: a client exchanges its token for an address that opens a browser session once.
 * https://help.salesforce.com/s/articleView?id=sf.frontdoor_singleaccess.htm
 */
export function registerFrontdoor(app: FastifyInstance, { sessions, clock }: FrontdoorParts): void {
  const doors = new Map<string, { readonly userId: string; readonly until: number }>();
  app.route({
    method: ['GET', 'POST'],
    url: '/services/oauth2/singleaccess',
    handler: (request, reply) => {
      const session = sessions.find(requestToken(request.headers) ?? '');
      if (session === undefined) return reply.code(401).send({ error: 'invalid_token' });
      if (!allowsWeb(session)) return reply.code(403).send(missingScope);
      for (const [old, { until }] of doors) if (until < clock.now()) doors.delete(old);
      const key = secretToken(48);
      doors.set(key, { userId: session.userId, until: clock.now() + lifetime });
      return {
        frontdoor_uri: `${instanceUrl(request)}/secur/frontdoor.jsp?${doorQuery(request, key)}`
      };
    }
  });
  app.get('/secur/frontdoor.jsp', (request, reply) => {
    const { otp = '', sid = '', retURL } = readForm(request.query);
    const door = doors.get(otp);
    doors.delete(otp);
    const isOpen = door !== undefined && door.until > clock.now();
    const userId = isOpen ? door.userId : webUser(sessions.find(sid));
    if (userId === undefined) return reply.redirect('/login', 302);
    const { token } = sessions.open(userId);
    return reply
      .header('set-cookie', sessionCookieHeader(token))
      .redirect(localTarget(retURL), 302);
  });
}

/** A token that was given for the data only must not become a browser's session. */
const missingScope = {
  error: 'insufficient_scope',
  error_description: 'the token has not the scope web or full'
};

function webUser(session: Session | undefined): string | undefined {
  return session !== undefined && allowsWeb(session) ? session.userId : undefined;
}

function doorQuery(request: FastifyRequest, otp: string): string {
  const form = { ...readForm(request.query), ...readForm(request.body) };
  const target = form['redirect_uri'];
  return new URLSearchParams({ otp, ...(target !== undefined && { retURL: target }) }).toString();
}
