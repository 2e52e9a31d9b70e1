import type { Pages } from '../model/pages.ts';

/** What the page knows before any component runs. */
interface LocalOrg {
  readonly session: Session;
  readonly pages: Pages;
  /** Address of the icon sprite by category. */
  readonly sprites: Readonly<Record<string, string>>;
}

/** The answer of `GET /services/local/session`. */
interface Session {
  readonly userId: string;
  readonly userName: string;
  readonly displayName: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly orgId: string;
  readonly users: readonly SessionUser[];
  readonly customPermissions?: readonly string[];
  readonly userPermissions?: readonly string[];
}

interface SessionUser {
  readonly id: string;
  readonly displayName: string;
  readonly profile: string;
}

declare global {
  var localOrg: LocalOrg;
}

export type { LocalOrg, Session, SessionUser };
