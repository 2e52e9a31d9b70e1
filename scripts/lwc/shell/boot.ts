import { callOrg, FetchError } from '../modules/local/api.ts';
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
  const settings = readSettings();
  globalThis.localOrg = {
    sprites: settings.sprites,
    session: readSession(session as Partial<Session>),
    pages: { apps: [], flexiPages: {}, recordPages: {}, ...(pages as Partial<Pages>) }
  };
  document.documentElement.lang = globalThis.localOrg.session.locale;
  loadShell(settings.main);
}

/** Salesforce writes `en_US` where browsers want `en-US`. */
function readSession(session: Partial<Session>): Session {
  const { locale = 'en-US', users = [] } = session;
  return { ...standardSession, ...session, users, locale: locale.replaceAll('_', '-') };
}

/** What the page host wrote into the page. */
interface Settings extends Pick<LocalOrg, 'sprites'> {
  /** Address of the shell's script. */
  readonly main: string;
}

function readSettings(): Settings {
  const text = document.body.children.namedItem('local-org-settings')?.textContent ?? '';
  return JSON.parse(text) as Settings;
}

function loadShell(url: string): void {
  const script = document.createElement('script');
  script.type = 'module';
  script.src = url;
  document.head.append(script);
}

function explain(error: unknown): void {
  const isLoggedOut = error instanceof FetchError && error.status === 401;
  const message = error instanceof FetchError ? error.body.message : String(error);
  const heading = document.createElement('h1');
  heading.textContent = isLoggedOut ? 'You are logged out' : 'The page could not be loaded';
  const text = document.createElement('p');
  text.textContent = isLoggedOut ? 'Log in to the local org to go on.' : message;
  const link = document.createElement('a');
  link.textContent = isLoggedOut ? 'Log in' : 'Try again';
  link.href = isLoggedOut
    ? `/login?startURL=${encodeURIComponent(globalThis.location.pathname)}`
    : globalThis.location.href;
  link.className = 'slds-button slds-button_brand';
  const notice = document.createElement('main');
  notice.className = 'boot-notice';
  notice.append(heading, text, link);
  document.body.children.namedItem('boot')?.replaceWith(notice);
}

start().catch((error: unknown) => {
  console.error(error);
  explain(error);
});
