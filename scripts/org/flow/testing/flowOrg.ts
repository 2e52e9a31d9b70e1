import { createDmlTransaction, createObjectPlans, executeDml } from '../../dml/index.ts';
import type { DmlContext, DmlRequest, DmlResult } from '../../dml/index.ts';
import { createOrgFormulas, recordFormulas } from '../../formula/index.ts';
import { aSeededOrg } from '../../setup/testing/seededOrg.ts';
import type { SeededOrg, Sources } from '../../setup/testing/seededOrg.ts';
import { sample } from '../../setup/testing/metadata.ts';
import { createQueryEngine } from '../../soql/index.ts';
import { openStore } from '../../store/index.ts';
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
  const org = aSeededOrg({ ...sample, ...flows });
  const { schema, store, clock, project } = org;
  const engine = createQueryEngine({ schema, store: store as ReturnType<typeof openStore> });
  const user = org.user();
  const policy = org.policy();
  const formulas = createOrgFormulas({ schema, project });
  const evaluated = recordFormulas({ schema, store, formulas, user, policy, now: clock.now() });
  const library = loadFlows(project, schema);
  const counted: string[] = [];
  const flowOrg: FlowOrg = {
    org,
    calls: [],
    later: [],
    counted,
    answer: ({ inputs }) => inputs.map(() => ({ error: undefined, outputs: {} })),
    flows: {
      schema,
      store,
      clock,
      user,
      policy,
      library,
      actions: {
        call: (call) => {
          flowOrg.calls.push(call);
          return flowOrg.answer(call);
        }
      },
      query: engine.executeQuery,
      dml: (request) => executeDml({ ...context, origin: 'flow' }, request),
      formulaField: evaluated.fieldValue,
      countQuery: (rows) => void counted.push(`query ${rows}`),
      later: (path) => void flowOrg.later.push(path)
    },
    dml: (request) =>
      executeDml(context, { allOrNone: false, accessLevel: 'system', sharing: false, ...request })
  };
  const context: DmlContext = {
    schema,
    store,
    clock,
    user,
    policy,
    plans: createObjectPlans(schema),
    transaction: createDmlTransaction(),
    origin: 'apex',
    flows: recordFlows(library, () => flowOrg.flows),
    limits: {
      count: (name, by = 1) => void counted.push(`${name} ${by}`),
      snapshot: () => undefined,
      restore: () => undefined
    }
  };
  return flowOrg;
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
