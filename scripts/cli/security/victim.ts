import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordingLog, systemClock } from '../../shared/index.ts';
import { startProduct } from '../start/index.ts';
import type { RunningProduct } from '../start/index.ts';
import { projectFolder } from '../tools/index.ts';

/** An answer as an attacker sees it. */
export interface Seen {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** A browser session of one of the demo users. */
export interface Intruder {
  readonly userId: string;
  readonly cookie: string;
  /** Sends what the page's own scripts could send. */
  send(method: string, path: string, body?: unknown): Promise<Seen>;
}

/** The whole product, and everything that it has said so far. */
export interface Victim {
  readonly product: RunningProduct;
  readonly log: readonly string[];
  /** Texts of all answers so far. */
  readonly answers: readonly string[];
  /** A request as it is: no session, no redirect followed. */
  request(path: string, init?: RequestInit): Promise<Seen>;
  /** Logs in as the demo user whose rights are so described: `Clazar User`. */
  as(rights: string): Promise<Intruder>;
  close(): Promise<void>;
}

interface DemoUser {
  readonly id: string;
  readonly profile: string;
}

/** Starts the product on free ports with data of its own. */
export async function aVictim(): Promise<Victim> {
  const localFolder = mkdtempSync(join(tmpdir(), 'victim-'));
  const log = recordingLog();
  const product = await startProduct({
    projectFolder,
    localFolder,
    port: 0,
    sandboxPort: 0,
    fresh: true,
    clock: systemClock,
    log
  });
  const answers: string[] = [];
  const request = async (path: string, init: RequestInit = {}): Promise<Seen> => {
    const answer = await fetch(new URL(path, product.url), { redirect: 'manual', ...init });
    const text = await answer.text();
    answers.push(text);
    return { status: answer.status, headers: answer.headers, text };
  };
  return {
    product,
    log: log.lines,
    answers,
    request,
    as: (rights) => logIn(request, rights),
    close: async () => {
      await product.stop();
      rmSync(localFolder, { recursive: true });
    }
  };
}

async function logIn(request: Victim['request'], rights: string): Promise<Intruder> {
  const page = await request('/lightning/page/home', { headers: { accept: 'text/html' } });
  const first = intruder(request, '', cookieOf(page));
  const { text } = await first.send('GET', '/services/local/session');
  const { users } = JSON.parse(text) as { users: readonly DemoUser[] };
  const user = users.find(({ profile }) => profile === rights);
  if (user === undefined) throw new Error(`Nobody is described as ${rights}: ${text}`);
  const path = '/services/local/session/user';
  return intruder(request, user.id, cookieOf(await first.send('POST', path, { userId: user.id })));
}

function cookieOf({ headers }: Seen): string {
  return headers.get('set-cookie')?.split(';')[0] ?? '';
}

function intruder(request: Victim['request'], userId: string, cookie: string): Intruder {
  return {
    userId,
    cookie,
    send: (method, path, body) =>
      request(path, {
        method,
        headers: {
          cookie,
          'x-local-org': '1',
          ...(body !== undefined && { 'content-type': 'application/json' })
        },
        body: body === undefined ? null : JSON.stringify(body)
      })
  };
}
