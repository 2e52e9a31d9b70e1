import type { FastifyReply, FastifyRequest } from 'fastify';
import { sameSecret, secretToken } from '../../shared/index.ts';
import type { Notice } from './layout.ts';
import type { ClazarUser } from './people.ts';
import { people, personWith } from './people.ts';

/** A browser in front of the pages. */
export interface PageSession {
  readonly id: string;
  /** Stands in every form of the session, and in no other page. */
  readonly csrf: string;
  user: ClazarUser;
  /** Where to go back to in Salesforce. */
  returnTo: string | undefined;
  /** Shown by the next page. */
  notice: Notice | undefined;
}

/** Sessions of browsers, in memory: they end with the sandbox. */
export interface PageSessions {
  /** The browser's session; a new one when it has none. */
  of(request: FastifyRequest, reply: FastifyReply): PageSession;
}

const cookieName = 'clazar_sandbox';
const most = 1000;

export function createPageSessions(): PageSessions {
  const sessions = new Map<string, PageSession>();
  return {
    of: (request, reply) => {
      const known = sessions.get(cookieOf(request));
      if (known) return known;
      const [user] = people;
      const created: PageSession = {
        id: secretToken(40),
        csrf: secretToken(40),
        user,
        returnTo: undefined,
        notice: undefined
      };
      sessions.set(created.id, created);
      const [oldest] = sessions.keys();
      if (sessions.size > most && oldest !== undefined) sessions.delete(oldest);
      // Lax: the way back from Salesforce's login is a link from another site.
      void reply.header(
        'set-cookie',
        `${cookieName}=${created.id}; Path=/; HttpOnly; SameSite=Lax`
      );
      return created;
    }
  };
}

function cookieOf({ headers }: FastifyRequest): string {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([name]) => name === cookieName)?.[1] ?? '';
}

/** Whether a form was sent by a page of this session, and by nobody else's. */
export function isOwnForm(request: FastifyRequest, session: PageSession): boolean {
  const { origin, host } = request.headers;
  const isSameOrigin = origin === undefined || origin === `${request.protocol}://${host ?? ''}`;
  return isSameOrigin && sameSecret(formOf(request)['csrf'] ?? '', session.csrf);
}

/** The texts of a form. */
export function formOf({ body }: FastifyRequest): Readonly<Record<string, string | undefined>> {
  return typeof body === 'object' && body !== null
    ? (body as Readonly<Record<string, string | undefined>>)
    : {};
}

/** Changes who the browser is: the sandbox has no passwords. */
export function becomes(session: PageSession, email: string | undefined): void {
  session.user = personWith(email);
}

/** The notice of the session, once. */
export function takeNotice(session: PageSession): Notice | undefined {
  const { notice } = session;
  session.notice = undefined;
  return notice;
}
