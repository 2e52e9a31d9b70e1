import { nodesOf, textOf } from '../../metadata/index.ts';
import type { Component, XmlNode } from '../../metadata/index.ts';
import { notFound } from '../restError.ts';
import { ok, parameter } from '../routes/route.ts';
import type { RestAnswer, RestCall, Route } from '../routes/route.ts';
import { described, invoke, listed, readInputs } from './action.ts';
import type { Action, ActionParameter } from './action.ts';

/** Active autolaunched flows. */
export const flowActionRoutes: readonly Route[] = [
  { method: 'GET', path: '/actions/custom/flow', handle: (call) => Promise.resolve(list(call)) },
  {
    method: 'GET',
    path: '/actions/custom/flow/:name',
    handle: (call) => Promise.resolve(ok(described(actionOf(requireFlow(call)))))
  },
  { method: 'POST', path: '/actions/custom/flow/:name', handle: run }
];

function autolaunched({ org }: RestCall): Component[] {
  return org.project.components('Flow').filter(({ xml }) => {
    const isPlain = textOf(xml, 'processType') === 'AutoLaunchedFlow';
    const start = nodesOf(xml, 'start')[0] ?? {};
    const isCalled = textOf(start, 'triggerType') === undefined;
    return isPlain && isCalled && textOf(xml, 'status') === 'Active';
  });
}

function list(call: RestCall): RestAnswer {
  const actions = autolaunched(call).map(actionOf);
  return ok({ actions: actions.map((action) => listed(call, action, 'custom/flow')) });
}

function requireFlow(call: RestCall): Component {
  const wanted = parameter(call, 'name').split('__').at(-1)?.toLowerCase();
  const flow = autolaunched(call).find(({ fullName }) => fullName.toLowerCase() === wanted);
  if (flow === undefined) throw notFound();
  return flow;
}

function actionOf({ fullName: name, xml }: Component): Action {
  const those = (flag: string): ActionParameter[] =>
    nodesOf(xml, 'variables')
      .filter((node) => textOf(node, flag) === 'true')
      .map(parameterOf);
  return {
    name,
    label: textOf(xml, 'label') ?? name,
    description: textOf(xml, 'description') ?? null,
    type: 'FLOW',
    category: null,
    standard: false,
    inputs: those('isInput'),
    outputs: those('isOutput')
  };
}

function parameterOf(node: XmlNode): ActionParameter {
  const name = textOf(node, 'name') ?? '';
  return {
    name,
    label: name,
    description: textOf(node, 'description') ?? null,
    type: (textOf(node, 'dataType') ?? 'String').toUpperCase(),
    sobjectType: textOf(node, 'objectType') ?? null,
    apexClass: textOf(node, 'apexClass') ?? null,
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

function run(call: RestCall): Promise<RestAnswer> {
  const flow = requireFlow(call);
  const inputs = readInputs(call);
  const typed = inputs.map((input) => typedInput(flow, input));
  return invoke(actionOf(flow), inputs, () =>
    call.org.runFlow(call.userId, { name: flow.fullName, inputs: typed })
  );
}

function typedInput({ xml }: Component, input: Record<string, unknown>) {
  const variables = nodesOf(xml, 'variables').filter((node) => textOf(node, 'isInput') === 'true');
  const byName = new Map(variables.map((node) => [textOf(node, 'name') ?? '', node]));
  const entries = Object.entries(input).flatMap(([key, value]) => {
    const variable = byName.get(key);
    return variable === undefined ? [] : [[key, { type: apexTypeOf(variable), value }] as const];
  });
  return Object.fromEntries(entries);
}
