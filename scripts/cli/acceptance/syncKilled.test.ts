import { spawn } from 'node:child_process';
import type { IncomingMessage } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { administrator, createOrg, localUserId } from '../../org/index.ts';
import { createSandbox } from '../../sandbox/index.ts';
import type { Sandbox } from '../../sandbox/index.ts';
import { manualClock, recordingLog } from '../../shared/index.ts';
import { installedProgram, projectFolder } from '../tools/index.ts';
import { differences, orgState, sandboxState } from './comparison.ts';

const userId = localUserId(administrator.username);
const start = '2026-11-24T10:00:00Z';
const hour = 3_600_000;
/** Six lists and two data sets of one page each. */
const requestsOfASync = 8;

let dataFolder: string;
let sandbox: Sandbox;
let url: string;

beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'clazar-killed-'));
  sandbox = createSandbox({ clock: manualClock(start), seed: 7, log: recordingLog() });
  ({ url } = await sandbox.start({ port: 0 }));
});

afterEach(async () => {
  await sandbox.stop();
  rmSync(dataFolder, { recursive: true, force: true });
});

test('should end with the data of Clazar when the process is killed at every request', async () => {
  let status = '';
  let killed = 0;
  for (let life = 0; life <= requestsOfASync; life += 1) {
    // The request of the life before is repeated first, except in the first life.
    const deadly = life < requestsOfASync ? Math.min(life, 1) + 1 : undefined;
    status = await live(life, deadly);
    killed += status === '' ? 1 : 0;
  }

  expect(killed).toBe(requestsOfASync);
  expect(status).toBe('Completed');
  await expectEqualSides();
}, 600_000);

/** Runs a process until it ends by itself, or kills it while the nth request of data waits for its answer. */
async function live(life: number, deadly: number | undefined): Promise<string> {
  const instant = new Date(Date.parse(start) + life * hour).toISOString();
  const script = join(projectFolder, 'scripts', 'cli', 'acceptance', 'syncProcess.ts');
  const last = life === 0 ? ['start'] : [];
  const child = spawn(
    installedProgram('node'),
    ['--disable-warning=ExperimentalWarning', script, dataFolder, url, instant, ...last],
    { stdio: ['ignore', 'pipe', 'inherit'] }
  );
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString('utf8')));
  const stopCounting = countData((count) => {
    if (count === deadly) child.kill('SIGKILL');
  });
  const { promise, resolve } = Promise.withResolvers<undefined>();
  child.on('close', () => {
    resolve(undefined);
  });
  await promise;
  stopCounting();
  return printed;
}

/** Tells of each request of data as it arrives, long before its answer leaves. */
function countData(tell: (count: number) => void): () => void {
  sandbox.control.clearFaults();
  sandbox.control.addFault({ kind: 'delay', milliseconds: 200, times: 1000 });
  let count = 0;
  const listener = ({ url: path }: IncomingMessage): void => {
    if (path?.startsWith('/authenticate') === true) return;
    count += 1;
    tell(count);
  };
  sandbox.app.server.on('request', listener);
  return () => sandbox.app.server.off('request', listener);
}

async function expectEqualSides(): Promise<void> {
  const org = await createOrg({
    projectFolder,
    dataFolder,
    log: recordingLog(),
    clock: manualClock(new Date(Date.parse(start) + 20 * hour).toISOString())
  });
  try {
    expect(await orgState(org, userId)).toEqual(sandboxState(sandbox));
    expect(await differences({ org, userId, sandbox })).toEqual([]);
  } finally {
    await org.close();
  }
}
