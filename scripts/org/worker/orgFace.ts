import { internalNames } from '../async/index.ts';
import { fileSecrets } from '../callouts/index.ts';
import { publishTime } from './clock.ts';
import type { Org } from './org.ts';
import { createTurns, transact } from './orgTransaction.ts';
import type { Turns } from './orgTransaction.ts';
import type { OrgThread } from './orgThread.ts';
import type { PreparedProject } from './prepare.ts';
import { startRunning } from './runningOrg.ts';
import type { RunningOptions, RunningOrg } from './runningOrg.ts';
import { runPreparedTests } from './testRun.ts';

export interface FaceParts {
  readonly options: RunningOptions;
  readonly first: RunningOrg;
  prepare(projectFolder: string): Promise<PreparedProject>;
  cleanUp(): void;
}

/** One org for its callers, whatever project it runs at the moment. */
export function orgFace({ options, first, prepare, cleanUp }: FaceParts): Org {
  const { clock, log, folder } = options;
  let running = first;
  const turns = createTurns({
    started: () => publishTime(running.data.time, clock),
    finished: () => running.queue.wake()
  });

  async function replace(next: PreparedProject): Promise<void> {
    await running.stop();
    await startRunning(options, next).then(
      (started) => (running = started),
      async (error: unknown) => {
        running = await startRunning(options, running.prepared);
        throw error;
      }
    );
  }

  return {
    ...callsOf(turns, () => running),
    get project() {
      return running.project;
    },
    get schema() {
      return running.schema;
    },
    get changedAt() {
      return running.startedAt;
    },
    clock,
    organizationId: first.data.organizationId,
    runTests: (selection = {}) =>
      runPreparedTests({
        data: { ...running.data, role: 'test', file: undefined },
        log,
        selection,
        dataFile: running.data.file
      }),
    reload: async (given = running.project.folder) => {
      const next = typeof given === 'string' ? await prepare(given) : given;
      await turns.exclusively(() => replace(next));
    },
    secrets: fileSecrets(folder),
    messages: () => running.store.all(`SELECT * FROM "${internalNames.message}" ORDER BY "Id"`, []),
    settled: () => {
      publishTime(running.data.time, clock);
      return running.queue.settled();
    },
    close: () => turns.exclusively(() => running.stop()).then(cleanUp)
  };
}

type Calls = Pick<
  Org,
  | 'query'
  | 'search'
  | 'explain'
  | 'user'
  | 'policy'
  | 'save'
  | 'hardDelete'
  | 'transaction'
  | 'invokeAura'
  | 'invokeAction'
  | 'actions'
  | 'runFlow'
  | 'standardAction'
  | 'apexRest'
  | 'executeAnonymous'
>;

/** What takes its turn: reads in this thread, the rest in the org's. */
function callsOf(turns: Turns, running: () => RunningOrg): Calls {
  const working = <T>(work: (thread: OrgThread) => Promise<T>): Promise<T> =>
    turns.working(() => work(running().interactive));
  const reading = <T>(work: (reads: RunningOrg['reading']) => Promise<T>): Promise<T> =>
    turns.reading(() => work(running().reading));
  return {
    query: (userId, query) => reading((reads) => reads.query(userId, query)),
    search: (userId, sosl) => reading((reads) => reads.search(userId, sosl)),
    explain: (userId, soql) => reading((reads) => reads.explain(userId, soql)),
    user: (userId) => reading((reads) => reads.user(userId)),
    policy: (userId) => reading((reads) => reads.policy(userId)),
    save: (userId, request) => working((thread) => thread.call('save', userId, request)),
    hardDelete: (userId, request) =>
      working((thread) => thread.call('hardDelete', userId, request)),
    transaction: (userId, work) => turns.alone(() => transact(running().interactive, userId, work)),
    invokeAura: (userId, call) => working((thread) => thread.call('invokeAura', userId, call)),
    invokeAction: (userId, call) => working((thread) => thread.call('invokeAction', userId, call)),
    actions: () => working((thread) => thread.call('actions')),
    runFlow: (userId, call) => working((thread) => thread.call('runFlow', userId, call)),
    standardAction: (userId, call) =>
      working((thread) => thread.call('standardAction', userId, call)),
    apexRest: (userId, request) => working((thread) => thread.call('apexRest', userId, request)),
    executeAnonymous: (userId, text) =>
      working((thread) => thread.call('executeAnonymous', userId, text))
  };
}
