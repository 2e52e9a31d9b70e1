import { apexTriggerId } from '../deploy/index.ts';
import type { Project } from '../metadata/index.ts';
import { apexClassId } from '../security/index.ts';
import { coveredPercent } from '../tests/index.ts';
import type { ClassCoverage, TestOutcome, TestRun } from '../tests/index.ts';
import type { StoredRow } from '../store/index.ts';
import type { LogBook } from './logBook.ts';
import type { ToolingStore } from './toolingStore.ts';

/** A run of tests, as records. */
export interface TestRunRecord {
  /** `707…` */
  readonly jobId: string;
  readonly runId: string;
  readonly userId: string;
  /** ISO 8601. */
  readonly startTime: string;
}

interface RecordParts {
  readonly store: ToolingStore;
  readonly logs: LogBook;
  readonly project: Project;
  /** ISO 8601. */
  readonly now: string;
}

/** A class of a run. */
export interface TestClassRow {
  readonly name: string;
  readonly id: string;
}

/** Writes that a run has begun: clients expect an item for each class from the first moment. */
export function recordStart(
  store: ToolingStore,
  { jobId, runId, userId, startTime }: TestRunRecord,
  classes: readonly TestClassRow[]
): void {
  const run = {
    Id: runId,
    AsyncApexJobId: jobId,
    Status: 'Processing',
    ClassesCompleted: 0,
    ClassesEnqueued: classes.length,
    MethodsCompleted: 0,
    MethodsEnqueued: 0,
    MethodsFailed: 0,
    StartTime: startTime,
    TestTime: 0,
    TestSetupTime: 0,
    IsAllTests: false,
    UserId: userId,
    CreatedDate: startTime
  };
  store.insert('ApexTestRunResult', [run]);
  const items = classes.map(({ id }) => ({
    Id: store.nextId('ApexTestQueueItem'),
    ApexClassId: id,
    Status: 'Processing',
    ParentJobId: jobId,
    TestRunResultId: runId,
    ShouldSkipCodeCoverage: false,
    CreatedDate: startTime
  }));
  store.insert('ApexTestQueueItem', items);
}

/** Writes what a run has found, and that it is over. */
export function recordEnd(run: TestRun, record: TestRunRecord, parts: RecordParts): void {
  const { store, now } = parts;
  const items = store.find('ApexTestQueueItem', 'ParentJobId', record.jobId);
  const rows = run.tests.map((test) => resultRow(test, items, { ...parts, record }));
  store.insert('ApexTestResult', rows);
  for (const { Id = null } of items) store.update('ApexTestQueueItem', { Id, Status: 'Completed' });
  recordCoverage(run, parts);
  store.update('ApexTestRunResult', {
    Id: record.runId,
    Status: 'Completed',
    ClassesCompleted: items.length,
    MethodsCompleted: run.summary.passed,
    MethodsEnqueued: run.tests.length,
    MethodsFailed: run.summary.failed,
    EndTime: now,
    TestTime: Math.round(run.summary.durationMs)
  });
}

function resultRow(
  test: TestOutcome,
  items: readonly StoredRow[],
  { store, logs, project, now, record }: RecordParts & { readonly record: TestRunRecord }
): StoredRow {
  const classId = apexClassId(test.class, project.namespace);
  return {
    Id: store.nextId('ApexTestResult'),
    ApexClassId: classId,
    ApexLogId: test.log === null ? null : logs.add(record.userId, test.log, 'ApexTestHandler'),
    ApexTestRunResultId: record.runId,
    AsyncApexJobId: record.jobId,
    QueueItemId: items.find(({ ApexClassId }) => ApexClassId === classId)?.['Id'] ?? null,
    IsTestSetup: false,
    Message: test.message,
    MethodName: test.method,
    Outcome: test.outcome,
    RunTime: Math.round(test.durationMs),
    StackTrace: test.stack,
    TestTimestamp: now
  };
}

/** The last run's lines, of each class and by each test class. */
export function recordCoverage(
  run: TestRun,
  { store, project }: Pick<RecordParts, 'store' | 'project'>
): void {
  if (run.coverage.length === 0) return;
  const put = (object: string, rows: readonly StoredRow[]): void =>
    store.replace(
      object,
      rows.map((row) => ({ Id: store.nextId(object), ...row }))
    );
  const whole = run.coverage.map((coverage) => coverageRow(coverage, project));
  put('ApexCodeCoverageAggregate', whole);
  put(
    'ApexCodeCoverage',
    [...run.coverageByTest].flatMap(([test, list]) => byTest(test, list, project))
  );
  put('ApexOrgWideCoverage', [{ PercentCovered: Math.floor(coveredPercent(run.coverage)) }]);
}

/** Which of a class's methods ran which lines is not known. */
function byTest(test: string, list: readonly ClassCoverage[], project: Project): StoredRow[] {
  const touched = list.filter(({ covered }) => covered.length > 0);
  const owner = { ApexTestClassId: apexClassId(test, project.namespace), TestMethodName: null };
  return touched.map((coverage) => ({ ...owner, ...coverageRow(coverage, project) }));
}

function coverageRow({ name, path, covered, uncovered }: ClassCoverage, { namespace }: Project) {
  const id = path.endsWith('.trigger') ? apexTriggerId(name) : apexClassId(name, namespace);
  return {
    ApexClassOrTriggerId: id,
    NumLinesCovered: covered.length,
    NumLinesUncovered: uncovered.length,
    Coverage: JSON.stringify({ coveredLines: covered, uncoveredLines: uncovered })
  };
}
