import { createDmlTransaction, createObjectPlans, executeDml } from '../../dml/index.ts';
import type { DmlContext, DmlRequest, DmlResult } from '../../dml/index.ts';
import { createOrgFormulas, recordFormulas } from '../../formula/index.ts';
import { aSeededOrg } from '../../setup/testing/seededOrg.ts';
import type { SeededOrg, Sources } from '../../setup/testing/seededOrg.ts';
import { sample } from '../../setup/testing/metadata.ts';
import { createQueryEngine } from '../../soql/index.ts';
import { loadFlows, recordFlows } from '../index.ts';
import type { ActionCall, ActionResult, FlowContext, LaterPath } from '../index.ts';

/** An org with flows. */
export interface FlowOrg {
  readonly org: SeededOrg;
  readonly flows: FlowContext;
  /** What was asked of actions. */
  readonly calls: ActionCall[];
  /** What actions answer, for each input; by default nothing. */
  answer: (call: ActionCall) => readonly ActionResult[];
  readonly later: LaterPath[];
  /** Statements and queries, as they were counted. */
  readonly counted: string[];
  dml(request: Pick<DmlRequest, 'operation' | 'records'>): DmlResult[];
}

/** The sample package with these flows. */
export function aFlowOrg(flows: Sources): FlowOrg {
  const acceptOffer = '<apiVersion>66.0</apiVersion><status>Active</status>';
  const org = aSeededOrg({ ...sample, 'ApexClass:AcceptOffer': acceptOffer, ...flows });
  const counted: string[] = [];
  const flowOrg: FlowOrg = {
    org,
    calls: [],
    later: [],
    counted,
    answer: ({ inputs }) => inputs.map(() => ({ error: undefined, outputs: {} })),
    flows: flowContext(org, {
      call: (call) => {
        flowOrg.calls.push(call);
        return flowOrg.answer(call);
      },
      dml: (request) => executeDml({ ...context, origin: 'flow' }, request),
      countQuery: (rows) => void counted.push(`query ${String(rows)}`),
      later: (path) => void flowOrg.later.push(path)
    }),
    dml: (request) =>
      executeDml(context, { allOrNone: false, accessLevel: 'system', sharing: false, ...request })
  };
  const context = dmlContext(flowOrg);
  return flowOrg;
}

interface Hooks extends Pick<FlowContext, 'dml' | 'countQuery' | 'later'> {
  readonly call: (call: ActionCall) => readonly ActionResult[];
}

function flowContext(org: SeededOrg, { call, ...hooks }: Hooks): FlowContext {
  const { schema, store, clock, project } = org;
  const user = org.user();
  const policy = org.policy();
  const formulas = createOrgFormulas({ schema, project });
  const evaluated = recordFormulas({ schema, store, formulas, user, policy, now: clock.now() });
  return {
    schema,
    store,
    clock,
    user,
    policy,
    library: loadFlows(project, schema),
    actions: { call },
    query: createQueryEngine({ schema, store }).executeQuery,
    formulaField: evaluated.fieldValue,
    ...hooks
  };
}

function dmlContext({ org, flows, counted }: FlowOrg): DmlContext {
  const { schema, store, clock } = org;
  return {
    schema,
    store,
    clock,
    user: flows.user,
    policy: flows.policy,
    plans: createObjectPlans(schema),
    transaction: createDmlTransaction(),
    origin: 'apex',
    flows: recordFlows(flows.library, () => flows),
    limits: {
      count: (name, by = 1) => void counted.push(`${name} ${String(by)}`),
      snapshot: () => undefined,
      restore: () => undefined
    }
  };
}

/** Inside of a record-triggered flow on an object. */
export function recordFlow(
  start: { object: string; moment?: string; on?: string; first: string; more?: string },
  elements: string
): string {
  const { object, moment = 'RecordAfterSave', on = 'CreateAndUpdate', first, more = '' } = start;
  return `<label>Test Flow</label><processType>AutoLaunchedFlow</processType><status>Active</status>
    <start>${connector(first)}<object>${object}</object><recordTriggerType>${on}</recordTriggerType>
    <triggerType>${moment}</triggerType>${more}</start>${elements}`;
}

/** Inside of an autolaunched flow. */
export function autolaunched(first: string, elements: string): string {
  return `<label>Test Flow</label><processType>AutoLaunchedFlow</processType><status>Active</status>
    <start>${connector(first)}</start>${elements}`;
}

export function connector(target: string, name = 'connector'): string {
  return `<${name}><targetReference>${target}</targetReference></${name}>`;
}

export function variable(name: string, dataType: string, more = ''): string {
  return `<variables><name>${name}</name><dataType>${dataType}</dataType>${more}</variables>`;
}

export const input = '<isInput>true</isInput>';
export const output = '<isOutput>true</isOutput>';
export const collection = '<isCollection>true</isCollection>';

/** `<value><elementReference>…` */
export function ref(path: string, element = 'value'): string {
  return `<${element}><elementReference>${path}</elementReference></${element}>`;
}

export function text(value: string, element = 'value'): string {
  return `<${element}><stringValue>${value}</stringValue></${element}>`;
}

export function assign(
  name: string,
  items: readonly [string, string, string][],
  next = ''
): string {
  const lines = items.map(
    ([target, operator, value]) =>
      `<assignmentItems><assignToReference>${target}</assignToReference><operator>${operator}</operator>${value}</assignmentItems>`
  );
  return `<assignments><name>${name}</name>${lines.join('')}${next === '' ? '' : connector(next)}</assignments>`;
}
