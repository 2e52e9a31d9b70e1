import { manualClock, recordingLog, seededRandom, systemClock } from '../../../shared/index.ts';
import type { ManualClock } from '../../../shared/index.ts';
import { memorySecrets } from '../../callouts/index.ts';
import type { CalloutOutcome, CalloutRequest } from '../../callouts/index.ts';
import { administrator, localUserId } from '../../setup/index.ts';
import { openCore } from '../core.ts';
import type { OrgCore } from '../core.ts';
import { prepareProject } from '../prepare.ts';
import { seedRecords } from '../seed.ts';
import { apexProject } from './apexProject.ts';

/** An org in this thread, for tests of what Apex does. */
export interface ApexBench {
  readonly core: OrgCore;
  readonly clock: ManualClock;
  readonly requests: CalloutRequest[];
  readonly userId: string;
  /** Runs anonymous Apex; gives what it wrote with `System.debug`, or `Type: message` of what it threw. */
  run(apex: string): string[];
  close(): void;
}

const ok: CalloutOutcome = {
  kind: 'response',
  response: { statusCode: 200, status: 'OK', headers: [], body: new TextEncoder().encode('pong') }
};

export interface BenchOptions {
  /** Where the records are kept; in memory when it is not said. */
  readonly file?: string;
  /** How long a write waits for another transaction, in milliseconds. */
  readonly lockWait?: number;
}

/** Compiles the sources and opens an org over them, in memory unless a file is named. */
export async function apexBench(
  sources: Readonly<Record<string, string>> = {},
  { file, lockWait }: BenchOptions = {}
): Promise<ApexBench> {
  const { folder, remove } = apexProject({ 'Empty.cls': 'public class Empty {}', ...sources });
  const prepared = await prepareProject({ projectFolder: folder, cacheFolder: `${folder}/cache` });
  const clock = manualClock('2026-03-04T05:06:07.000Z');
  const requests: CalloutRequest[] = [];
  const org = {
    ...prepared,
    clock,
    organizationId: '00D000000000001EAA',
    organizationName: 'Test',
    instanceUrl: 'http://localhost'
  };
  const core = openCore({
    ...org,
    file,
    lockWait,
    stopwatch: systemClock,
    random: seededRandom(1),
    log: recordingLog(),
    transport: (request) => {
      requests.push(request);
      return ok;
    },
    secrets: memorySecrets(),
    rewrites: new Map()
  });
  seedRecords({ ...org, store: core.store });
  const userId = localUserId(administrator.username);
  return {
    core,
    clock,
    requests,
    userId,
    run: (apex) => runAnonymous(core, userId, apex),
    close: () => {
      core.close();
      remove();
    }
  };
}

function runAnonymous(core: OrgCore, userId: string, apex: string): string[] {
  const { errors, run } = core.apex.anonymous(apex);
  if (run === undefined) return errors.map(({ line, message }) => `${line}: ${message}`);
  let messages: readonly string[] = [];
  const outcome = core.transact({ quiddity: 'ANONYMOUS', userId }, (transaction) => {
    messages = transaction.log.messages;
    run();
  });
  if (outcome.kind === 'done') return [...messages];
  return [...messages, `${outcome.failure.type}: ${outcome.failure.message}`];
}
