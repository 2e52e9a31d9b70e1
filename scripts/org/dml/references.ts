import type { FieldDefinition } from '../../apex/index.ts';
import type { StoredRow } from '../store/types.ts';
import type { DmlContext } from './ports.ts';
import { problem } from './problem.ts';
import type { Run } from './run.ts';
import { sound } from './work.ts';
import type { WorkRecord } from './work.ts';

interface Pointer {
  readonly record: WorkRecord;
  readonly field: FieldDefinition;
  readonly id: string;
}

/** Checks that every lookup that was set or changed points at a record of the right kind that is there. */
export function checkReferences(run: Run, records: readonly WorkRecord[]): void {
  const { context } = run;
  const byTarget = new Map<string, Pointer[]>();
  for (const pointer of pointers(context, records)) {
    const target = targetOf(context, pointer);
    if (target === undefined) pointer.record.errors.push(wrongKind(pointer));
    else listOf(byTarget, target).push(pointer);
  }
  for (const [target, list] of byTarget) checkTargets(run, target, list);
}

function pointers(context: DmlContext, records: readonly WorkRecord[]): Pointer[] {
  const found: Pointer[] = [];
  for (const record of sound(records)) {
    for (const field of record.plan.references) {
      const id = record.values[field.name];
      if (typeof id === 'string' && isNew(context, record, field))
        found.push({ record, field, id });
    }
  }
  return found;
}

/** Was the lookup set or changed? An owner that is the user needs no check. */
function isNew(context: DmlContext, { values, old }: WorkRecord, field: FieldDefinition): boolean {
  const id = values[field.name];
  if (field.name === 'OwnerId' && id === context.user.userId) return false;
  return id !== old?.[field.name];
}

function targetOf(context: DmlContext, { field, id }: Pointer): string | undefined {
  const prefix = id.slice(0, 3);
  return field.referenceTo.find((name) => context.plans.get(name)?.object.keyPrefix === prefix);
}

function listOf(map: Map<string, Pointer[]>, key: string): Pointer[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}

function checkTargets(run: Run, target: string, list: readonly Pointer[]): void {
  const { context } = run;
  if (target === 'RecordType') {
    for (const pointer of list) checkRecordType(context, pointer);
    return;
  }
  const ids = [...new Set(list.map((pointer) => pointer.id))];
  const found = new Map(
    context.store.get(target, ids, { deleted: true }).map((row) => [row['Id'], row])
  );
  for (const pointer of list) {
    const error = targetProblem(found.get(pointer.id));
    if (error !== undefined) pointer.record.errors.push(error);
  }
  checkAccess(run, target, list);
}

/** A record is put under another one only by who sees that one; a detail by who edits its master. */
function checkAccess(run: Run, target: string, list: readonly Pointer[]): void {
  const { access } = run.context;
  if (access === undefined || !run.request.sharing) return;
  for (const isDetail of [true, false]) {
    const pointers = list.filter(
      ({ field, record }) => field.masterDetail === isDetail && record.errors.length === 0
    );
    const ids = [...new Set(pointers.map(({ id }) => id))];
    if (ids.length === 0) continue;
    const allowed = access.accessible(target, ids, isDetail ? 'edit' : 'read');
    for (const { record, id } of pointers) if (!allowed.has(id)) record.errors.push(outOfReach());
  }
}

function outOfReach() {
  const message = 'insufficient access rights on cross-reference id';
  return problem('INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', message);
}

function targetProblem(row: StoredRow | undefined) {
  if (row === undefined)
    return problem('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
  return row['IsDeleted'] === true || row['IsDeleted'] === 1
    ? problem('ENTITY_IS_DELETED', 'entity is deleted')
    : undefined;
}

function checkRecordType({ policy }: DmlContext, { record, field, id }: Pointer): void {
  const type = record.plan.object.recordTypes.find((each) => each.id === id);
  if (type !== undefined && (type.master || policy.canUseRecordType(id))) return;
  const message = `${field.label}: this ID value isn't valid for the user: ${id}`;
  record.errors.push(problem('INVALID_CROSS_REFERENCE_KEY', message, [field.name]));
}

function wrongKind({ field, id }: Pointer) {
  const message = `${field.label}: id value of incorrect type: ${id}`;
  return problem('FIELD_INTEGRITY_EXCEPTION', message, [field.name]);
}
