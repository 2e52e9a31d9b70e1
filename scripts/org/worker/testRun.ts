import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { consoleLog, seededRandom, systemClock } from '../../shared/index.ts';
import type { Log } from '../../shared/index.ts';
import { namedId } from '../schema/index.ts';
import { findTests, isTestClass, mergeCoverage, summarize } from '../tests/index.ts';
import type {
  ClassCoverage,
  CoveredLines,
  TestClass,
  TestOutcome,
  TestRun,
  TestSelection
} from '../tests/index.ts';
import { copyData, readKeyPrefixes } from '../store/index.ts';
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
  /** The org's records, which tests with SeeAllData see; they are not changed. */
  readonly dataFile?: string | undefined;
}

/**
 * Runs a project's Apex tests on all cores, each thread with an org of its own in memory; those
 * with `SeeAllData=true` over a copy of the org's records.
 * Apex that does not compile comes back as `compileErrors`.
 * @throws UserError for metadata that cannot be
 */
export async function runApexTests(options: TestRunOptions): Promise<TestRun> {
  const { projectFolder, cacheFolder, log = consoleLog } = options;
  const started = performance.now();
  try {
    const { project, compiled } = await prepareProject({ projectFolder, cacheFolder });
    const { dataFile } = options;
    return await testPrepared({ project, compiled }, { log, selection: options, dataFile });
  } catch (error) {
    if (!(error instanceof ApexCompileError)) throw error;
    return compileFailure(error, performance.now() - started);
  }
}

/** Runs the tests of a project that is compiled, whether or not an org runs it. */
export function testPrepared(
  { project, compiled }: Pick<PreparedProject, 'project' | 'compiled'>,
  run: Omit<PreparedRun, 'data'>
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
  return runPreparedTests({ ...run, data });
}

function compileFailure({ errors }: ApexCompileError, durationMs: number): TestRun {
  const compileErrors = errors.map(({ message, place }) => {
    const { file = '', line = 1, column = 1 } = place;
    return { file, line, column, message };
  });
  return {
    summary: summarize([], durationMs),
    tests: [],
    compileErrors,
    coverage: [],
    coverageByTest: new Map()
  };
}

interface PreparedRun {
  readonly data: Omit<ThreadData, 'channel'>;
  readonly log: Log;
  readonly selection: TestSelection & { readonly coverage?: boolean };
  /** The org's records, which tests with SeeAllData see; undefined when it has none. */
  readonly dataFile?: string | undefined;
}

const patience = 60_000;

/** Tests that one or more threads work through, each over records of its own. */
interface Share {
  readonly waiting: TestClass[];
  readonly data: Omit<ThreadData, 'channel'>;
  readonly threads: number;
}

/** Runs the tests of a compiled project. */
export async function runPreparedTests(run: PreparedRun): Promise<TestRun> {
  const started = performance.now();
  const { data, selection } = run;
  const tests = findTests(data.compiled, selection);
  const coverage = selection.coverage === true;
  const results: ThreadResults = { outcomes: [], parts: [], byTest: new Map() };
  const copies = mkdtempSync(join(tmpdir(), 'tests-'));
  try {
    const shares = sharesOf({ ...run, data: { ...data, coverage } }, tests, copies);
    const works = shares.flatMap((share) =>
      Array.from({ length: share.threads }, () => workThrough(share, run.log, results))
    );
    await Promise.all(works);
  } finally {
    rmSync(copies, { recursive: true, force: true });
  }
  const order = new Map(tests.map(({ name }, index) => [name, index]));
  const place = (name: string): number => order.get(name) ?? 0;
  const outcomes = results.outcomes.toSorted((a, b) => place(a.class) - place(b.class));
  const linesOf = (parts: readonly CoveredLines[]): ClassCoverage[] =>
    mergeCoverage(data.compiled, parts, testNames(data));
  return {
    summary: summarize(outcomes, performance.now() - started),
    tests: outcomes,
    compileErrors: [],
    coverage: coverage ? linesOf(results.parts) : [],
    coverageByTest: new Map([...results.byTest].map(([name, lines]) => [name, linesOf([lines])]))
  };
}

/** Tests with SeeAllData run over a copy of the org's records; all others on all cores over none. */
function sharesOf({ data, dataFile }: PreparedRun, tests: TestClass[], copies: string): Share[] {
  const isReal = ({ seeAllData }: TestClass): boolean =>
    seeAllData && dataFile !== undefined && existsSync(dataFile);
  const real = tests.filter(isReal);
  const plain = tests.filter((test) => !isReal(test));
  const threads = Math.min(availableParallelism(), plain.length);
  const shares: Share[] = [{ waiting: plain, data, threads }];
  if (dataFile === undefined || real.length === 0) return shares;
  const file = join(copies, 'org.sqlite');
  copyData(dataFile, file);
  const keyPrefixes = readKeyPrefixes(file);
  return [...shares, { waiting: real, data: { ...data, file, keyPrefixes }, threads: 1 }];
}

interface ThreadResults {
  readonly outcomes: TestOutcome[];
  readonly parts: CoveredLines[];
  readonly byTest: Map<string, CoveredLines>;
}

async function workThrough({ waiting, data }: Share, log: Log, results: ThreadResults) {
  const thread = startThread({ data, log, patience });
  try {
    await thread.ready;
    for (let test = waiting.shift(); test !== undefined; test = waiting.shift()) {
      results.outcomes.push(...(await runClass(thread, test)));
      if (!data.coverage) continue;
      const lines = await thread.call('takeCoverage');
      results.parts.push(lines);
      results.byTest.set(test.name, lines);
    }
  } finally {
    await thread.close();
  }
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
