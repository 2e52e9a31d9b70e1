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

/** Writes that a run has begun. */
export function recordStart(
  store: ToolingStore,
  { jobId, runId, userId, startTime }: TestRunRecord,
  isAllTests: boolean
): void {
  const none = { ClassesCompleted: 0, ClassesEnqueued: 0, MethodsCompleted: 0, MethodsEnqueued: 0 };
  const row = {
    Id: runId,
    AsyncApexJobId: jobId,
    Status: 'Processing',
    ...none,
    MethodsFailed: 0,
    StartTime: startTime,
    TestTime: 0,
    TestSetupTime: 0,
    IsAllTests: isAllTests,
    UserId: userId,
    CreatedDate: startTime
  };
  store.insert('ApexTestRunResult', [row]);
}

/** Writes what a run has found, and that it is over. */
export function recordEnd(run: TestRun, record: TestRunRecord, parts: RecordParts): void {
  const { store, now } = parts;
  const classes = Map.groupBy(run.tests, (test) => test.class);
  for (const [name, tests] of classes) recordClass(name, tests, { ...parts, record });
  recordCoverage(run, parts);
  store.update('ApexTestRunResult', {
    Id: record.runId,
    Status: 'Completed',
    ClassesCompleted: classes.size,
    ClassesEnqueued: classes.size,
    MethodsCompleted: run.summary.passed,
    MethodsEnqueued: run.tests.length,
    MethodsFailed: run.summary.failed,
    EndTime: now,
    TestTime: Math.round(run.summary.durationMs)
  });
}

function recordClass(
  name: string,
  tests: readonly TestOutcome[],
  { store, logs, project, now, record }: RecordParts & { readonly record: TestRunRecord }
): void {
  const queueItemId = store.nextId('ApexTestQueueItem');
  const classId = apexClassId(name, project.namespace);
  store.insert('ApexTestQueueItem', [
    {
      Id: queueItemId,
      ApexClassId: classId,
      Status: 'Completed',
      ParentJobId: record.jobId,
      TestRunResultId: record.runId,
      ShouldSkipCodeCoverage: false,
      CreatedDate: record.startTime
    }
  ]);
  const rows = tests.map((test) => ({
    Id: store.nextId('ApexTestResult'),
    ApexClassId: classId,
    ApexLogId: test.log === null ? null : logs.add(record.userId, test.log, 'ApexTestHandler'),
    ApexTestRunResultId: record.runId,
    AsyncApexJobId: record.jobId,
    QueueItemId: queueItemId,
    IsTestSetup: false,
    Message: test.message,
    MethodName: test.method,
    Outcome: test.outcome,
    RunTime: Math.round(test.durationMs),
    StackTrace: test.stack,
    TestTimestamp: now
  }));
  store.insert('ApexTestResult', rows);
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
