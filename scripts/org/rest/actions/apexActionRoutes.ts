import type { ApexAction, ApexActionField } from '../../worker/index.ts';
import { notFound } from '../restError.ts';
import { ok, parameter } from '../routes/route.ts';
import type { RestAnswer, RestCall, Route } from '../routes/route.ts';
import { described, invoke, listed, readInputs } from './action.ts';
import type { Action, ActionParameter } from './action.ts';

/** Methods with `@InvocableMethod`. */
export const apexActionRoutes: readonly Route[] = [
  { method: 'GET', path: '/actions/custom/apex', handle: list },
  { method: 'GET', path: '/actions/custom/apex/:name', handle: describe },
  { method: 'POST', path: '/actions/custom/apex/:name', handle: run }
];

async function list(call: RestCall): Promise<RestAnswer> {
  const actions = (await usable(call)).map(actionOf);
  return ok({ actions: actions.map((action) => listed(call, action, 'custom/apex')) });
}

/** What the user may run. */
async function usable({ org, userId }: RestCall): Promise<ApexAction[]> {
  const policy = await org.policy(userId);
  return (await org.actions()).filter(({ name }) => policy.canUseClass(name));
}

async function describe(call: RestCall): Promise<RestAnswer> {
  return ok(described(await requireAction(call)));
}

async function requireAction(call: RestCall): Promise<Action> {
  const wanted = parameter(call, 'name').split('__').at(-1)?.toLowerCase();
  const action = (await usable(call)).find(({ name }) => name.toLowerCase() === wanted);
  if (action === undefined) throw notFound();
  return actionOf(action);
}

function actionOf({ name, label, description, category, inputs, outputs }: ApexAction): Action {
  return {
    name,
    label,
    description: description ?? null,
    type: 'APEX',
    category: category ?? null,
    standard: false,
    inputs: inputs.map(parameterOf),
    outputs: outputs.map(parameterOf)
  };
}

/** Apex types by the names that actions give them. */
const typeNames: Readonly<Record<string, string>> = {
  boolean: 'BOOLEAN',
  date: 'DATE',
  datetime: 'DATETIME',
  decimal: 'NUMBER',
  double: 'NUMBER',
  id: 'ID',
  integer: 'INTEGER',
  long: 'LONG',
  string: 'STRING',
  time: 'TIME'
};

function parameterOf(field: ApexActionField): ActionParameter {
  const { name, label, required, description } = field;
  const element = /^List<(.+)>$/i.exec(field.type)?.[1];
  return {
    name,
    label,
    description: description ?? null,
    ...typeOf(element ?? field.type),
    required,
    maxOccurs: element === undefined ? 1 : 2000
  };
}

function typeOf(apex: string): Pick<ActionParameter, 'type' | 'sobjectType' | 'apexClass'> {
  const type = typeNames[apex.toLowerCase()];
  if (type !== undefined) return { type, sobjectType: null, apexClass: null };
  return apex.includes('.')
    ? { type: 'APEX', sobjectType: null, apexClass: apex }
    : { type: 'SOBJECT', sobjectType: apex, apexClass: null };
}

async function run(call: RestCall): Promise<RestAnswer> {
  const action = await requireAction(call);
  const inputs = readInputs(call);
  return invoke(action, inputs, async () => {
    const results = await call.org.invokeAction(call.userId, { className: action.name, inputs });
    return results.map(({ outputs }) => ({ errors: [], outputs }));
  });
}
