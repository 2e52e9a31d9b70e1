import type { DmlOperation } from '../../apex/index.ts';
import type { DmlError, DmlRecord, DmlResult } from '../dml/index.ts';
import { write } from './assign.ts';
import { fail, goOn } from './interview.ts';
import type { Interview } from './interview.ts';
import type {
  CreateElement,
  DeleteElement,
  FieldAssignment,
  FlowRecord,
  FlowValue,
  UpdateElement
} from './model.ts';
import { evaluate, read } from './references.ts';
import { findRecords } from './soql.ts';
import { isField, recordsIn } from './values.ts';

interface Work {
  readonly interview: Interview;
  readonly records: readonly FlowRecord[];
}

/** Create Records for all interviews that wait there, in one DML statement. */
export function runCreate(element: CreateElement, interviews: readonly Interview[]): void {
  const work = interviews.map((interview) => ({
    interview,
    records: toCreate(interview, element)
  }));
  const operation = element.externalIdField === undefined ? 'insert' : 'upsert';
  save(
    work,
    { operation, what: 'create records', externalIdField: element.externalIdField },
    (done) => {
      const id = done.records[0]?.values['Id'] ?? null;
      if (element.idTarget !== undefined) write(done.interview, element.idTarget, id);
      else if (element.input === undefined) done.interview.variables.set(element.name, id);
    }
  );
}

function toCreate(interview: Interview, element: CreateElement): readonly FlowRecord[] {
  if (element.input !== undefined) return recordsIn(read(interview, element.input));
  const values = assignedValues(interview, element.assignments);
  return [{ object: element.object ?? '', values }];
}

function assignedValues(interview: Interview, assignments: readonly FieldAssignment[]) {
  return Object.fromEntries(
    assignments.map(({ field, value }) => [field, fieldValueOf(evaluate(interview, value))])
  );
}

function fieldValueOf(value: FlowValue) {
  return isField(value) ? value : (recordsIn(value)[0]?.values['Id'] ?? null);
}

/** Update Records for all interviews that wait there, in one DML statement. */
export function runUpdate(element: UpdateElement, interviews: readonly Interview[]): void {
  const work = interviews.map((interview) => ({
    interview,
    records: toUpdate(interview, element)
  }));
  save(work, { operation: 'update', what: 'update records' }, () => undefined);
  if (element.input === undefined) interviews[0]?.context.countQuery?.(countOf(work));
}

function toUpdate(interview: Interview, element: UpdateElement): readonly FlowRecord[] {
  const given =
    element.input === undefined
      ? found(interview, element)
      : recordsIn(read(interview, element.input));
  if (element.assignments.length === 0) return given;
  const values = assignedValues(interview, element.assignments);
  return given.map(({ object, values: { Id } }) => ({
    object,
    values: { ...values, Id: Id ?? null }
  }));
}

/** Delete Records for all interviews that wait there, in one DML statement. */
export function runDelete(element: DeleteElement, interviews: readonly Interview[]): void {
  const work = interviews.map((interview) => ({
    interview,
    records:
      element.input === undefined
        ? found(interview, element)
        : recordsIn(read(interview, element.input))
  }));
  save(work, { operation: 'delete', what: 'delete records' }, () => undefined);
  if (element.input === undefined) interviews[0]?.context.countQuery?.(countOf(work));
}

function found(interview: Interview, element: UpdateElement | DeleteElement): FlowRecord[] {
  const { object = '', filters } = element;
  return findRecords(interview, { object, fields: [], filters });
}

function countOf(work: readonly Work[]): number {
  return work.reduce((sum, { records }) => sum + records.length, 0);
}

interface Operation {
  readonly operation: DmlOperation;
  /** As messages say it: `create records`. */
  readonly what: string;
  readonly externalIdField?: string | undefined;
}

function save(
  work: readonly Work[],
  { operation, what, externalIdField }: Operation,
  done: (work: Work) => void
): void {
  const [first] = work;
  if (first === undefined) return;
  const { context, access } = first.interview;
  const records = work.flatMap((each) => each.records);
  const results = context.dml({
    operation,
    records: records.map((record) => toDml(record, operation)),
    externalIdField,
    allOrNone: false,
    accessLevel: access.accessLevel,
    sharing: access.sharing
  });
  let position = 0;
  for (const each of work) {
    const own = results.slice(position, position + each.records.length);
    position += each.records.length;
    conclude(each, own, what);
    if (each.interview.at !== undefined && own.every(({ success }) => success)) done(each);
  }
}

function toDml({ object, values }: FlowRecord, operation: DmlOperation): DmlRecord {
  if (operation !== 'insert') return { object, values };
  return { object, values: { ...values, Id: null } };
}

function conclude({ interview, records }: Work, results: readonly DmlResult[], what: string): void {
  const error = results.flatMap(({ errors }) => errors)[0];
  records.forEach((record, index) => {
    const id = results[index]?.id;
    if (id !== undefined) record.values['Id'] = id;
  });
  if (error === undefined) goOn(interview);
  else fail(interview, faultText(what, error));
}

function faultText(what: string, { statusCode, message }: DmlError): string {
  return (
    `This error occurred when the flow tried to ${what}: ${statusCode}: ${message}. ` +
    'You can look up ExceptionCode values in the SOAP API Developer Guide.'
  );
}
