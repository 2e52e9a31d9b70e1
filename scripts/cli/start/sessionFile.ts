import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** How tools find the running org. */
export interface SessionInfo {
  readonly instanceUrl: string;
  readonly sandboxUrl: string | undefined;
  readonly username: string;
  /** Of all demo users, for the login page of clients; a new one at each start. */
  readonly password: string;
  readonly accessToken: string;
  readonly orgId: string;
}

/** Writes the running org's session for tools; only the owner can read it. */
export function writeSessionFile(file: string, session: SessionInfo): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(session, undefined, 2)}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
}

export function removeSessionFile(file: string): void {
  rmSync(file, { force: true });
}
