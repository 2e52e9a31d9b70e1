import type { FieldDefinition } from '../../apex/index.ts';
import type { Run } from './run.ts';
import { problem } from './problem.ts';
import type { WorkRecord } from './work.ts';

/** User mode: may the user set the fields that the request sets? */
export function checkFieldAccess(
  run: Run,
  kind: 'insert' | 'update',
  records: readonly WorkRecord[]
): void {
  if (run.request.accessLevel !== 'user') return;
  for (const record of records) {
    const closed = closedFields(run, kind, record);
    if (closed.length > 0) record.errors.push(closedProblem(run, record.object, closed));
  }
}

function closedFields(run: Run, kind: 'insert' | 'update', record: WorkRecord): string[] {
  const { policy } = run.context;
  const names: string[] = [];
  for (const key in record.input.values) {
    const field = fieldGiven(run, record, key);
    if (field === undefined || policy.canEditField(record.object, field.name)) continue;
    if (kind === 'update' && record.values[field.name] === record.old?.[field.name]) continue;
    names.push(field.name);
  }
  return names;
}

/** The field that a key sets: itself, or the lookup that a nested parent fills; not the id. */
function fieldGiven(run: Run, { plan }: WorkRecord, key: string): FieldDefinition | undefined {
  const field = plan.field(key) ?? run.context.schema.parentRelationship(plan.object, key);
  return field?.type === 'id' ? undefined : field;
}

function closedProblem(run: Run, object: string, fields: readonly string[]) {
  if (run.context.origin === 'api') {
    return problem(
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      `Unable to create/update fields: ${fields.join(', ')}. Please check the security settings of this field and ` +
        'verify that it is read/write for your profile or permission set.',
      fields
    );
  }
  return problem(
    'INVALID_FIELD_FOR_INSERT_UPDATE',
    `Operation failed due to fields being inaccessible on Sobject ${object}, check errors on Exception or Result!`,
    fields
  );
}

/** With sharing enforced: has the user this level of access to the records? */
export function checkRecordAccess(
  run: Run,
  level: 'edit' | 'delete',
  records: readonly WorkRecord[]
): void {
  const { access } = run.context;
  const object = records[0]?.object;
  if (access === undefined || object === undefined || !run.request.sharing) return;
  const ids = records.flatMap(({ id }) => (id === undefined ? [] : [id]));
  const allowed = access.accessible(object, ids, level);
  for (const record of records) {
    if (record.id !== undefined && !allowed.has(record.id)) record.errors.push(noAccess());
  }
}

function noAccess() {
  return problem('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
}
