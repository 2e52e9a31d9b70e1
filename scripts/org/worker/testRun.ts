import { availableParallelism } from 'node:os';
import { consoleLog, seededRandom, systemClock } from '../../shared/index.ts';
import type { Log } from '../../shared/index.ts';
import { unsupportedMetadata } from '../metadata/index.ts';
import { namedId } from '../schema/index.ts';
import { findTests, isTestClass, mergeCoverage, summarize } from '../tests/index.ts';
import type {
  CoveredLines,
  TestClass,
  TestOutcome,
  TestRun,
  TestSelection
} from '../tests/index.ts';
import { ApexCallError, ApexCompileError } from './errors.ts';
import { startThread } from './orgThread.ts';
import type { OrgThread } from './orgThread.ts';
import { prepareProject } from './prepare.ts';
import type { PreparedProject } from './prepare.ts';
import { projectData } from './projectData.ts';
import type { ThreadData } from './protocol.ts';

export interface TestRunOptions extends TestSelection {
  readonly projectFolder: string;
  readonly cacheFolder?: string | undefined;
  readonly log?: Log;
  readonly coverage?: boolean;
}

/**
 * Runs a project's Apex tests on all cores, each thread with an org of its own in memory.
 * Apex that does not compile comes back as `compileErrors`.
 * @throws UserError for metadata that cannot be
 */
export async function runApexTests(options: TestRunOptions): Promise<TestRun> {
  const { projectFolder, cacheFolder, log = consoleLog } = options;
  const started = performance.now();
  try {
    const { project, compiled } = await prepareProject({ projectFolder, cacheFolder });
    for (const warning of unsupportedMetadata(project)) log.warn(warning);
    return await testPrepared({ project, compiled }, { log, selection: options });
  } catch (error) {
    if (!(error instanceof ApexCompileError)) throw error;
    return compileFailure(error, performance.now() - started);
  }
}

/** Runs the tests of a project that is compiled, whether or not an org runs it. */
export function testPrepared(
  { project, compiled }: Pick<PreparedProject, 'project' | 'compiled'>,
  { log, selection }: Omit<PreparedRun, 'data'>
): Promise<TestRun> {
  const data: Omit<ThreadData, 'channel'> = {
    role: 'test',
    project: projectData(project),
    keyPrefixes: new Map(),
    compiled,
    file: undefined,
    secretsFolder: undefined,
    rewrites: new Map(),
    organizationId: namedId('00D', 'local org'),
    organizationName: 'Local Org',
    instanceUrl: 'http://localhost:4000',
    time: undefined,
    seed: seededRandom(systemClock.now()).integer(0, 2 ** 31),
    coverage: false
  };
  return runPreparedTests({ data, log, selection });
}

function compileFailure({ errors }: ApexCompileError, durationMs: number): TestRun {
  const compileErrors = errors.map(({ message, place }) => {
    const { file = '', line = 1, column = 1 } = place;
    return { file, line, column, message };
  });
  return { summary: summarize([], durationMs), tests: [], compileErrors, coverage: [] };
}

interface PreparedRun {
  readonly data: Omit<ThreadData, 'channel'>;
  readonly log: Log;
  readonly selection: TestSelection & { readonly coverage?: boolean };
}

const patience = 60_000;

/** Runs the tests of a compiled project. */
export async function runPreparedTests({ data, log, selection }: PreparedRun): Promise<TestRun> {
  const started = performance.now();
  const waiting = findTests(data.compiled, selection);
  const coverage = selection.coverage === true;
  const order = new Map(waiting.map(({ name }, index) => [name, index]));
  const count = Math.min(availableParallelism(), Math.max(waiting.length, 1));
  const outcomes: TestOutcome[] = [];
  const parts: CoveredLines[] = [];
  const runOne = async (): Promise<void> => {
    const thread = startThread({ data: { ...data, coverage }, log, patience });
    try {
      await thread.ready;
      for (let test = waiting.shift(); test !== undefined; test = waiting.shift()) {
        outcomes.push(...(await runClass(thread, test)));
      }
      if (coverage) parts.push(await thread.call('takeCoverage'));
    } finally {
      await thread.close();
    }
  };
  await Promise.all(Array.from({ length: count }, runOne));
  const place = (name: string): number => order.get(name) ?? 0;
  const tests = outcomes.toSorted((a, b) => place(a.class) - place(b.class));
  return {
    summary: summarize(tests, performance.now() - started),
    tests,
    compileErrors: [],
    coverage: coverage ? mergeCoverage(data.compiled, parts, testNames(data)) : []
  };
}

async function runClass(thread: OrgThread, test: TestClass): Promise<TestOutcome[]> {
  try {
    return await thread.call('runTestClass', test);
  } catch (error) {
    const isLimit = error instanceof ApexCallError;
    const message = isLimit ? `${error.exceptionType}: ${error.message}` : String(error);
    const failed = { outcome: 'Fail', message, stack: null, log: null, durationMs: 0 } as const;
    return test.methods.map((method) => ({ class: test.name, method, ...failed }));
  }
}

function testNames({ compiled }: Omit<ThreadData, 'channel'>): (name: string) => boolean {
  const names = new Set(compiled.units.filter(isTestClass).map(({ name }) => name));
  return (name) => names.has(name);
}
