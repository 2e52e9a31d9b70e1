import type { ObjectPlan } from './plan.ts';
import type { DmlContext } from './ports.ts';
import { DmlRequestError } from './problem.ts';
import type { Run } from './run.ts';
import { mixes } from './setupObjects.ts';
import type { WorkRecord } from './work.ts';

/**
 * Setup objects and others are not written in one transaction of Apex or flows.
 * @throws DmlRequestError MIXED_DML_OPERATION
 */
export function checkMix(run: Run, plan: ObjectPlan, records: readonly WorkRecord[]): void {
  const { context } = run;
  if (isFree(run, plan, records)) return;
  const { transaction } = context;
  const { name } = plan.object;
  const original = plan.setup ? transaction.firstOtherObject : transaction.firstSetupObject;
  if (original !== undefined && context.origin !== 'api') throw mixed(name, original);
  if (plan.setup) transaction.firstSetupObject ??= name;
  else transaction.firstOtherObject ??= name;
}

/** Platform events are not stored with other records, and some writes of setup objects stand beside others. */
function isFree(run: Run, plan: ObjectPlan, records: readonly WorkRecord[]): boolean {
  if (!plan.setup) return plan.object.kind === 'platformEvent';
  const { operation } = run.request;
  const object = plan.object.name;
  return records.every(({ input }) =>
    mixes({ object, operation, record: input, stored: () => storedRow(run.context, object, input) })
  );
}

function storedRow(context: DmlContext, object: string, { values }: WorkRecord['input']) {
  const id = values['Id'];
  return typeof id === 'string' ? context.store.get(object, [id])[0] : undefined;
}

function mixed(name: string, original: string): DmlRequestError {
  const message =
    'DML operation on setup object is not permitted after you have updated a non-setup object (or vice versa): ' +
    `${name}, original object: ${original}`;
  return new DmlRequestError(message, 'MIXED_DML_OPERATION', 'DmlException');
}
