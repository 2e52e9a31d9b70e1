import { callOrg, isFetchError } from '../modules/local/api.ts';
import type { LocalOrg, Session } from '../types/localOrg.d.ts';
import type { Pages } from '../model/pages.ts';

const standardSession = {
  userId: '',
  userName: '',
  displayName: 'User',
  timeZone: 'UTC',
  currency: 'USD',
  orgId: ''
};

/** The base components read locale and time zone as they load: the session comes first. */
async function start(): Promise<void> {
  const [session, pages] = await Promise.all([
    callOrg('/services/local/session'),
    callOrg('/services/local/pages')
  ]);
  globalThis.localOrg = {
    ...readSettings(),
    session: readSession(session as Partial<Session>),
    pages: { apps: [], flexiPages: {}, recordPages: {}, ...(pages as Partial<Pages>) }
  };
  document.documentElement.lang = globalThis.localOrg.session.locale;
  const { showShell } = await import('./main.ts');
  showShell();
}

/** Salesforce writes `en_US` where browsers want `en-US`. */
function readSession(session: Partial<Session>): Session {
  const { locale = 'en-US', users = [] } = session;
  return { ...standardSession, ...session, users, locale: locale.replaceAll('_', '-') };
}

function readSettings(): Pick<LocalOrg, 'sprites'> {
  const text = document.querySelector('#local-org-settings')?.textContent ?? '{}';
  return JSON.parse(text) as Pick<LocalOrg, 'sprites'>;
}

function explain(error: unknown): void {
  const isLoggedOut = isFetchError(error) && error.status === 401;
  const message = isFetchError(error) ? error.body.message : String(error);
  const heading = document.createElement('h1');
  heading.textContent = isLoggedOut ? 'You are logged out' : 'The page could not be loaded';
  const text = document.createElement('p');
  text.textContent = isLoggedOut ? 'Log in to the local org to go on.' : message;
  const link = document.createElement('a');
  link.textContent = isLoggedOut ? 'Log in' : 'Try again';
  link.href = isLoggedOut
    ? `/login?startURL=${encodeURIComponent(location.pathname)}`
    : location.href;
  link.className = 'slds-button slds-button_brand';
  const notice = document.createElement('main');
  notice.className = 'boot-notice';
  notice.append(heading, text, link);
  document.querySelector('#boot')?.replaceWith(notice);
}

start().catch((error: unknown) => {
  console.error(error);
  explain(error);
});
