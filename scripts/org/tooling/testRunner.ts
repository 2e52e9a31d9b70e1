import { setTimeout as wait } from 'node:timers/promises';
import { namedId } from '../schema/index.ts';
import { runTestResult } from '../deploy/index.ts';
import type { RunTestResult } from '../deploy/index.ts';
import type { Project } from '../metadata/index.ts';
import type { LogBook } from './logBook.ts';
import { runTests } from './runTests.ts';
import { apexClassId } from '../security/index.ts';
import { recordCoverage, recordEnd, recordStart } from './testRecords.ts';
import type { TestClassRow } from './testRecords.ts';
import type { TestRequest } from './testRequest.ts';
import type { ToolingService } from './toolingService.ts';

/** Runs an org's Apex tests for clients. */
export interface TestRunner {
  /** Runs tests and gives their results. */
  now(userId: string, request: TestRequest): Promise<RunTestResult>;
  /** Starts a run. @returns the id of its job; what it finds is to be queried */
  later(userId: string, request: TestRequest): Promise<string>;
  /** Resolves when no run goes on any more. */
  settled(): Promise<void>;
}

/** A run that is over by then is known to be over at the client's first look. */
const patienceMilliseconds = 1500;

export function createTestRunner({ metadata, store }: ToolingService, logs: LogBook): TestRunner {
  const { org } = metadata;
  const now = (): string => new Date(org.clock.now()).toISOString();
  let count = 0;
  let last: Promise<unknown> = Promise.resolve();
  return {
    now: async (_userId, request) => {
      const run = await runTests(org, request);
      recordCoverage(run, { store, project: org.project });
      return runTestResult(run, org.project.namespace);
    },
    later: async (userId, request) => {
      count += 1;
      const key = `${now()} ${String(count)}`;
      const jobId = namedId('707', key);
      const record = { jobId, runId: namedId('05m', key), userId, startTime: now() };
      recordStart(store, record, classesOf(org.project, request));
      last = last
        .then(() => runTests(org, request))
        .then((run) => recordEnd(run, record, { store, logs, project: org.project, now: now() }))
        .catch(() => store.update('ApexTestRunResult', { Id: record.runId, Status: 'Failed' }));
      await Promise.race([last, wait(patienceMilliseconds, undefined, { ref: false })]);
      return jobId;
    },
    settled: async () => {
      await last;
    }
  };
}

/** The classes of a run: those that are named, or all that have the annotation. */
function classesOf(project: Project, { classes }: TestRequest): TestClassRow[] {
  const names =
    classes ??
    project
      .components('ApexClass')
      .filter((component) => /@istest\b/i.test(project.read(component)))
      .map(({ fullName }) => fullName);
  return names.map((name) => ({ name, id: apexClassId(name, project.namespace) }));
}
