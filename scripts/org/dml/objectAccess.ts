import type { DmlOperation } from '../../apex/index.ts';
import type { ObjectPlan } from './plan.ts';
import { DmlRequestError } from './problem.ts';
import type { Run } from './run.ts';

const verbs: Readonly<Record<DmlOperation, string>> = {
  insert: 'inserted',
  update: 'updated',
  upsert: 'updated',
  delete: 'deleted',
  undelete: 'undeleted',
  merge: 'merged'
};

/**
 * May this operation be done on the object at all, and, in user mode, by this user?
 * @throws DmlRequestError
 */
export function checkObjectAccess(run: Run, plan: ObjectPlan): void {
  const { operation } = run.request;
  const { name } = plan.object;
  if (!isPossible(operation, plan)) {
    const message = `DML operation ${operation.toUpperCase()} not allowed on ${name}`;
    throw new DmlRequestError(message, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', 'TypeException');
  }
  if (run.request.accessLevel === 'user' && !isPermitted(run, name)) throw denied(run, plan);
}

function isPossible(operation: DmlOperation, { object }: ObjectPlan): boolean {
  if (object.kind === 'platformEvent') return operation === 'insert';
  const possible: Readonly<Record<DmlOperation, boolean>> = {
    insert: object.createable,
    update: object.updateable,
    upsert: object.createable || object.updateable,
    delete: object.deletable,
    undelete: object.undeletable,
    merge: object.mergeable
  };
  return possible[operation];
}

function isPermitted({ context, request }: Run, name: string): boolean {
  const { policy } = context;
  const permitted: Readonly<Record<DmlOperation, () => boolean>> = {
    insert: () => policy.canCreate(name),
    update: () => policy.canEdit(name),
    upsert: () => policy.canCreate(name) && policy.canEdit(name),
    delete: () => policy.canDelete(name),
    undelete: () => policy.canCreate(name),
    merge: () => policy.canDelete(name) && policy.canEdit(name)
  };
  return permitted[request.operation]();
}

function denied({ context, request }: Run, { object }: ObjectPlan): DmlRequestError {
  if (context.origin === 'api') {
    const message = `entity type cannot be ${verbs[request.operation]}: ${object.label}`;
    return new DmlRequestError(message, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', 'DmlException');
  }
  const message = `Access to entity '${object.name}' denied`;
  return new DmlRequestError(message, 'INSUFFICIENT_ACCESS_OR_READONLY', 'SecurityException');
}
