import { nodesOf, textOf } from '../../metadata/index.ts';
import type { Component, XmlNode } from '../../metadata/index.ts';
import { ApexCallError } from '../../worker/index.ts';
import type { ApexAction, ApexActionField } from '../../worker/index.ts';
import { isPlainObject } from '../requestRecord.ts';
import { malformedBody, notFound } from '../restError.ts';
import { ok, parameter } from './route.ts';
import type { RestAnswer, RestCall, Route } from './route.ts';

/** Invocable actions: https://developer.salesforce.com/docs/atlas.en-us.api_action.meta/api_action/actions_intro.htm */
export const actionRoutes: readonly Route[] = [
  { method: 'GET', path: '/actions', handle: (call) => links(call, ['standard', 'custom']) },
  { method: 'GET', path: '/actions/standard', handle: () => Promise.resolve(ok({ actions: [] })) },
  { method: 'GET', path: '/actions/custom', handle: (call) => links(call, ['apex', 'flow']) },
  { method: 'GET', path: '/actions/custom/apex', handle: listApex },
  { method: 'GET', path: '/actions/custom/apex/:name', handle: describeApex },
  { method: 'POST', path: '/actions/custom/apex/:name', handle: invokeApex },
  { method: 'GET', path: '/actions/custom/flow', handle: listFlows },
  { method: 'GET', path: '/actions/custom/flow/:name', handle: describeFlow },
  { method: 'POST', path: '/actions/custom/flow/:name', handle: invokeFlow }
];

function links({ version }: RestCall, names: readonly string[]): Promise<RestAnswer> {
  const base = `/services/data/v${version}/actions${names.includes('apex') ? '/custom' : ''}`;
  return Promise.resolve(ok(Object.fromEntries(names.map((name) => [name, `${base}/${name}`]))));
}

async function listApex(call: RestCall): Promise<RestAnswer> {
  const actions = await call.org.actions();
  return ok({
    actions: actions.map(({ name, label }) => listed(call, { kind: 'apex', name, label }))
  });
}

interface Listed {
  readonly kind: 'apex' | 'flow';
  readonly name: string;
  readonly label: string;
}

function listed({ version }: RestCall, { kind, name, label }: Listed): unknown {
  const url = `/services/data/v${version}/actions/custom/${kind}/${name}`;
  return { label, name, type: kind.toUpperCase(), url };
}

async function describeApex(call: RestCall): Promise<RestAnswer> {
  const { name, label, description, inputs, outputs } = await requireAction(call);
  return ok({
    name,
    label,
    description: description ?? null,
    type: 'APEX',
    standard: false,
    targetEntityName: null,
    inputs: inputs.map(describeField),
    outputs: outputs.map(describeField)
  });
}

async function requireAction(call: RestCall): Promise<ApexAction> {
  const wanted = parameter(call, 'name').split('__').at(-1)?.toLowerCase();
  const actions = await call.org.actions();
  const action = actions.find(({ name }) => name.toLowerCase() === wanted);
  if (action === undefined) throw notFound();
  return action;
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
  string: 'STRING'
};

function describeField({ name, label, type, required, description }: ApexActionField): unknown {
  const element = /^List<(.+)>$/i.exec(type)?.[1];
  const single = element ?? type;
  const simple = typeNames[single.toLowerCase()];
  const isObject = simple === undefined && !single.includes('.');
  return {
    name,
    label,
    description: description ?? null,
    type: simple ?? (isObject ? 'SOBJECT' : 'APEX'),
    sobjectType: simple === undefined && isObject ? single : null,
    apexClass: simple === undefined && !isObject ? single : null,
    required,
    maxOccurs: element === undefined ? 1 : 2000,
    byteLength: 0,
    picklistValues: null
  };
}

function readInputs({ body }: RestCall): Record<string, unknown>[] {
  const inputs = isPlainObject(body) ? body['inputs'] : undefined;
  if (Array.isArray(inputs) && inputs.every(isPlainObject)) return inputs;
  throw malformedBody('The body needs inputs, a list of JSON objects.');
}

async function invokeApex(call: RestCall): Promise<RestAnswer> {
  const { name } = await requireAction(call);
  const inputs = readInputs(call);
  return attempt(name, inputs.length, async () => {
    const results = await call.org.invokeAction(call.userId, { className: name, inputs });
    return results.map(({ outputs }) => ({ errors: [], outputs }));
  });
}

interface ActionOutcome {
  readonly errors: readonly string[];
  readonly outputs: Readonly<Record<string, unknown>>;
}

/** One answer for each input; an exception is the answer to all of them, and nothing is saved. */
async function attempt(
  actionName: string,
  count: number,
  work: () => Promise<readonly ActionOutcome[]>
): Promise<RestAnswer> {
  try {
    const outcomes = await work();
    const failed = outcomes.some(({ errors }) => errors.length > 0);
    return { status: failed ? 400 : 200, body: outcomes.map((each) => answerOf(actionName, each)) };
  } catch (error) {
    if (!(error instanceof ApexCallError)) throw error;
    const message = `An Apex error occurred: ${error.exceptionType}: ${error.message}`;
    const answer = answerOf(actionName, { errors: [message], outputs: {} });
    return { status: 400, body: Array.from({ length: Math.max(count, 1) }, () => answer) };
  }
}

function answerOf(actionName: string, { errors, outputs }: ActionOutcome): unknown {
  if (errors.length === 0) {
    return { actionName, errors: null, isSuccess: true, outputValues: outputs };
  }
  const items = errors.map((message) => ({ statusCode: 'UNKNOWN_EXCEPTION', message, fields: [] }));
  return { actionName, errors: items, isSuccess: false, outputValues: null };
}

function autolaunched({ org }: RestCall): Component[] {
  return org.project.components('Flow').filter(({ xml }) => {
    const isPlain = textOf(xml, 'processType') === 'AutoLaunchedFlow';
    const start = nodesOf(xml, 'start')[0] ?? {};
    const isCalled = textOf(start, 'triggerType') === undefined;
    return isPlain && isCalled && textOf(xml, 'status') === 'Active';
  });
}

function listFlows(call: RestCall): Promise<RestAnswer> {
  const actions = autolaunched(call).map(({ fullName, xml }) =>
    listed(call, { kind: 'flow', name: fullName, label: textOf(xml, 'label') ?? fullName })
  );
  return Promise.resolve(ok({ actions }));
}

function requireFlow(call: RestCall): Component {
  const wanted = parameter(call, 'name').toLowerCase();
  const flow = autolaunched(call).find(({ fullName }) => fullName.toLowerCase() === wanted);
  if (flow === undefined) throw notFound();
  return flow;
}

function describeFlow(call: RestCall): Promise<RestAnswer> {
  const { fullName: name, xml } = requireFlow(call);
  const variables = nodesOf(xml, 'variables');
  const those = (flag: string): unknown[] =>
    variables.filter((node) => textOf(node, flag) === 'true').map(describeVariable);
  return Promise.resolve(
    ok({
      name,
      label: textOf(xml, 'label') ?? name,
      description: textOf(xml, 'description') ?? null,
      type: 'FLOW',
      standard: false,
      inputs: those('isInput'),
      outputs: those('isOutput')
    })
  );
}

function describeVariable(node: XmlNode): unknown {
  const name = textOf(node, 'name') ?? '';
  return {
    name,
    label: name,
    description: textOf(node, 'description') ?? null,
    type: (textOf(node, 'dataType') ?? 'String').toUpperCase(),
    sobjectType: textOf(node, 'objectType') ?? null,
    required: false,
    maxOccurs: textOf(node, 'isCollection') === 'true' ? 2000 : 1
  };
}

/** Apex types of flow variables. */
const apexTypes: Readonly<Record<string, string>> = {
  Boolean: 'Boolean',
  Currency: 'Decimal',
  Date: 'Date',
  DateTime: 'Datetime',
  Number: 'Decimal'
};

function apexTypeOf(node: XmlNode): string {
  const dataType = textOf(node, 'dataType') ?? '';
  const single =
    dataType === 'SObject'
      ? (textOf(node, 'objectType') ?? 'SObject')
      : (apexTypes[dataType] ?? 'String');
  return textOf(node, 'isCollection') === 'true' ? `List<${single}>` : single;
}

async function invokeFlow(call: RestCall): Promise<RestAnswer> {
  const { fullName: name, xml } = requireFlow(call);
  const types = new Map(
    nodesOf(xml, 'variables').map((node) => [textOf(node, 'name') ?? '', node])
  );
  const inputs = readInputs(call).map((input) =>
    Object.fromEntries(
      Object.entries(input).flatMap(([key, value]) => {
        const variable = types.get(key);
        return variable === undefined ? [] : [[key, { type: apexTypeOf(variable), value }]];
      })
    )
  );
  return attempt(name, inputs.length, () => call.org.runFlow(call.userId, { name, inputs }));
}
