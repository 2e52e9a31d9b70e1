import type { DmlOperation } from '../../apex/index.ts';
import { LockTimeout } from '../store/index.ts';
import { checkObjectAccess } from './objectAccess.ts';
import { deleteRecords } from './delete.ts';
import { insertRecords, updateRecords } from './insertUpdate.ts';
import { mergeRecords } from './merge.ts';
import { checkMix } from './mixedDml.ts';
import type { ObjectPlan } from './plan.ts';
import type { DmlContext } from './ports.ts';
import { DmlRequestError, problem, shortId } from './problem.ts';
import type { Run } from './run.ts';
import type { DmlError, DmlRequest, DmlResult } from './types.ts';
import { truncated } from './truncate.ts';
import { undeleteRecords } from './undelete.ts';
import { upsertRecords } from './upsert.ts';
import { workRecord } from './work.ts';
import type { WorkRecord } from './work.ts';

const chunkSize = 200;
const maximumGroups = 10;

/**
 * Performs one DML operation and tells for each record, in order, how it went. With `allOrNone` a failure takes
 * everything back that this call has done; the caller commits.
 * @throws DmlRequestError when the request as a whole is refused
 */
export function executeDml(context: DmlContext, request: DmlRequest): DmlResult[] {
  const { limits, store } = context;
  if (request.records.length === 0) return [];
  limits?.count('dmlStatements');
  limits?.count('dmlRows', request.records.length);
  const run: Run = { context, request, touched: false };
  const savepoint = store.savepoint();
  try {
    const records = perform(run);
    const failed = records.some((record) => record.errors.length > 0);
    if (failed && request.allOrNone) {
      store.rollbackTo(savepoint);
      markRolledBack(records);
    }
    store.release(savepoint);
    return records.map(resultOf);
  } catch (error) {
    store.rollbackTo(savepoint);
    store.release(savepoint);
    if (error instanceof LockTimeout) return locked(request);
    throw error;
  }
}

/** Another transaction kept the records to itself for too long. */
function locked({ records, allOrNone }: DmlRequest): DmlResult[] {
  const ids = records.map(({ values }) => values['Id']).filter((id) => typeof id === 'string');
  const which =
    ids.length === 0 ? '' : ` or ${String(ids.length)} records: ${ids.map(shortId).join(',')}`;
  const message = `unable to obtain exclusive access to this record${which}`;
  const errors = [problem('UNABLE_TO_LOCK_ROW', message)];
  if (allOrNone) throw new DmlRequestError(message, 'UNABLE_TO_LOCK_ROW', 'DmlException');
  return records.map(() => ({ id: undefined, success: false, created: false, errors }));
}

function perform(run: Run): readonly WorkRecord[] {
  const { context, request } = run;
  const groups = groupsOf(context, request);
  for (const group of groups) {
    checkMix(run, group.plan, group.records);
    checkObjectAccess(run, group.plan);
  }
  for (const { records } of groups) performGroup(run, records);
  return groups.flatMap((group) => group.records);
}

function performGroup(run: Run, records: readonly WorkRecord[]): void {
  const living = records.filter((record) => record.errors.length === 0);
  if (run.request.operation === 'merge') return mergeRecords(run, living);
  for (let start = 0; start < living.length; start += chunkSize) {
    performChunk(run, living.slice(start, start + chunkSize));
  }
}

type ChunkedOperation = Exclude<DmlOperation, 'merge'>;

const operations: Readonly<
  Record<ChunkedOperation, (run: Run, records: readonly WorkRecord[]) => void>
> = {
  insert: insertRecords,
  update: updateRecords,
  upsert: upsertRecords,
  delete: deleteRecords,
  undelete: undeleteRecords
};

function performChunk(run: Run, records: readonly WorkRecord[]): void {
  const { operation } = run.request;
  if (operation !== 'merge') operations[operation](run, records);
}

interface Group {
  readonly plan: ObjectPlan;
  readonly records: WorkRecord[];
}

/** Neighbours of one object belong together. */
function groupsOf(context: DmlContext, { records, truncates }: DmlRequest): readonly Group[] {
  const groups: Group[] = [];
  records.forEach((input, index) => {
    let group = groups.at(-1);
    if (group === undefined || group.plan !== context.plans.get(input.object)) {
      group = { plan: planOf(context, input.object), records: [] };
      groups.push(group);
    }
    const given = truncates === true ? truncated(group.plan, input) : input;
    group.records.push(workRecord(group.plan, given, index));
  });
  if (groups.length > maximumGroups) throw tooManyGroups();
  return groups;
}

function planOf(context: DmlContext, object: string): ObjectPlan {
  const plan = context.plans.get(object);
  if (plan !== undefined) return plan;
  const message = `sObject type '${object}' is not supported.`;
  throw new DmlRequestError(message, 'INVALID_TYPE', 'TypeException');
}

function tooManyGroups(): DmlRequestError {
  const message =
    'Cannot have more than 10 chunks in a single operation. Please rearrange the data to reduce chunking.';
  return new DmlRequestError(message, 'LIMIT_EXCEEDED', 'TypeException');
}

function markRolledBack(records: readonly WorkRecord[]): void {
  const message =
    'Record rolled back because not all records were valid and the request was using AllOrNone header';
  for (const record of records) {
    if (record.errors.length === 0) {
      record.errors.push(problem('ALL_OR_NONE_OPERATION_ROLLED_BACK', message));
    }
  }
}

function resultOf({ id, errors, created, old, related }: WorkRecord): DmlResult {
  const success = errors.length === 0;
  const known = success || old !== undefined ? id : undefined;
  return { id: known, success, created: success && created, errors: distinct(errors), related };
}

function distinct(errors: readonly DmlError[]): readonly DmlError[] {
  return errors.length < 2
    ? errors
    : errors.filter((error, index) => errors.findIndex((other) => isSame(error, other)) === index);
}

function isSame(one: DmlError, other: DmlError): boolean {
  return (
    one.statusCode === other.statusCode &&
    one.message === other.message &&
    one.fields.join() === other.fields.join()
  );
}
