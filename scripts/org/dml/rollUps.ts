import type { StoredRow } from '../store/types.ts';
import { summarize } from './aggregate.ts';
import type { ReadField } from './aggregate.ts';
import type { ObjectPlan, RollUpPlan } from './plan.ts';
import type { Run } from './run.ts';
import { saveLoaded } from './save.ts';
import { sound, workRecord } from './work.ts';
import type { WorkRecord } from './work.ts';

/**
 * Recalculates the roll-up summaries that these records feed. Parents whose summaries change go through the save
 * procedure themselves, and so do their parents; an error there is the child's error.
 */
export function recalculateParents(run: Run, records: readonly WorkRecord[]): void {
  const rollUps = records[0]?.plan.rollUps ?? [];
  const byParent = Map.groupBy(rollUps, (rollUp) => rollUp.parent);
  for (const [parent, group] of byParent) {
    const plan = run.context.plans.get(parent);
    if (plan !== undefined) recalculate(run, { plan, rollUps: group, children: records });
  }
}

interface Recalculation {
  readonly plan: ObjectPlan;
  readonly rollUps: readonly RollUpPlan[];
  readonly children: readonly WorkRecord[];
}

function recalculate(run: Run, { plan, rollUps, children }: Recalculation): void {
  const ids = [...new Set(rollUps.flatMap(({ reference }) => parentIds(children, reference)))];
  const rows = run.context.store.get(plan.object.name, ids);
  const parents = rows.map((row, index) => parentRecord(plan, row, index));
  for (const rollUp of rollUps) applyRollUp(run, rollUp, parents);
  const changed = parents.filter(hasChanged);
  if (changed.length === 0) return;
  run.touched = true;
  saveParents(run, changed);
  for (const parent of changed) blameChildren(parent, { rollUps, children });
}

function parentIds(children: readonly WorkRecord[], reference: string): string[] {
  return children.flatMap(({ values, old }) =>
    [values[reference], old?.[reference]].filter((id) => typeof id === 'string')
  );
}

function parentRecord(plan: ObjectPlan, row: StoredRow, index: number): WorkRecord {
  const record = workRecord(plan, { object: plan.object.name, values: {} }, index);
  record.id = String(row['Id']);
  record.old = row;
  record.values = { ...row };
  return record;
}

function applyRollUp(run: Run, rollUp: RollUpPlan, parents: readonly WorkRecord[]): void {
  const { field, reference } = rollUp;
  if (field.rollUp === undefined) return;
  const ids = parents.map(({ id }) => id ?? null);
  const rows = run.context.store.find(field.rollUp.childObject, reference, ids);
  const byParent = Map.groupBy(rows, (row) => row[reference]);
  const read = fieldReader(run, field.rollUp.childObject);
  for (const parent of parents) {
    const children = byParent.get(parent.id ?? null) ?? [];
    parent.values[field.name] = summarize(field.rollUp, children, read);
  }
}

function fieldReader(run: Run, object: string): ReadField {
  const { plans, rules } = run.context;
  return (row, name) => {
    const isFormula = plans.get(object)?.field(name)?.formula !== undefined;
    return (isFormula ? rules?.fieldValue?.(object, name, row) : row[name]) ?? null;
  };
}

function hasChanged({ values, old = {}, plan }: WorkRecord): boolean {
  return plan.ownRollUps.some(({ name }) => (values[name] ?? null) !== (old[name] ?? null));
}

function saveParents(run: Run, parents: readonly WorkRecord[]): void {
  const request = { ...run.request, accessLevel: 'system', sharing: false } as const;
  saveLoaded({ context: run.context, request, touched: false }, 'update', parents);
}

function blameChildren(
  parent: WorkRecord,
  { rollUps, children }: Pick<Recalculation, 'rollUps' | 'children'>
): void {
  if (parent.errors.length === 0) return;
  const { id } = parent;
  const guilty = sound(children).filter((child) =>
    rollUps.some(({ reference }) => child.values[reference] === id || child.old?.[reference] === id)
  );
  for (const child of guilty) child.errors.push(...parent.errors);
}
