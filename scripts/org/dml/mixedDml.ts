import type { ObjectPlan } from './plan.ts';
import type { DmlContext } from './ports.ts';
import { DmlRequestError } from './problem.ts';

/**
 * Setup objects and others are not written in one Apex transaction.
 * @throws DmlRequestError MIXED_DML_OPERATION
 */
export function checkMix(context: DmlContext, plan: ObjectPlan): void {
  const { transaction } = context;
  const { name } = plan.object;
  const original = plan.setup ? transaction.firstOtherObject : transaction.firstSetupObject;
  if (original !== undefined && context.origin === 'apex') throw mixed(name, original);
  if (plan.setup) transaction.firstSetupObject ??= name;
  else if (!isFree(plan)) transaction.firstOtherObject ??= name;
}

/** Platform events and the like are not stored with other records. */
function isFree(plan: ObjectPlan): boolean {
  return plan.object.kind === 'platformEvent';
}

function mixed(name: string, original: string): DmlRequestError {
  const message =
    'DML operation on setup object is not permitted after you have updated a non-setup object (or vice versa): ' +
    `${name}, original object: ${original}`;
  return new DmlRequestError(message, 'MIXED_DML_OPERATION', 'DmlException');
}
