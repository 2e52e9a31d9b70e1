import type { SchemaPort } from '../../apex/index.ts';
import { executeDml } from '../dml/index.ts';
import type { RecordFlowPort } from '../dml/index.ts';
import {
  loadFlows,
  recordFlows,
  runAutolaunched,
  runForEvents,
  runLaterPath,
  runScheduled
} from '../flow/index.ts';
import type { FlowContext, FlowLibrary, LaterPath } from '../flow/index.ts';
import type { Project } from '../metadata/index.ts';
import type { ActionOutcome, FlowsPort, OrgHost } from '../runtime/index.ts';
import type { StoredRow } from '../store/types.ts';
import { flowActions, toApexValue, toFlowValue } from './flowActions.ts';

/**
 * The project's flows over an org.
 * @throws UserError for a flow that the local org does not run
 */
export function orgFlows(project: Project, schema: SchemaPort, host: OrgHost): FlowsPort {
  const library = loadFlows(project, schema);
  const contextOf = (): FlowContext => flowContext(host, library);
  const records: RecordFlowPort | undefined =
    library.flows.length === 0 ? undefined : recordFlows(library, contextOf);
  return {
    records,
    scheduled: library.flows.flatMap(({ name, isActive, start: { trigger } }) =>
      isActive && trigger.kind === 'scheduled' ? [{ name, schedule: trigger.schedule }] : []
    ),
    runScheduled: (name) => {
      const flow = library.find(name);
      if (flow !== undefined) raise(runScheduled(contextOf(), flow));
    },
    events: (object, rows) => runEventFlows(contextOf(), object, rows),
    later: (path) => runLater(contextOf(), path),
    autolaunched: (name, inputs) => runNamed(host, contextOf(), { name, inputs })
  };
}

function flowContext(host: OrgHost, library: FlowLibrary): FlowContext {
  const { services, transaction } = host;
  const { schema, store, clock } = services;
  const rules = services.rules(transaction);
  return {
    schema,
    store,
    clock,
    library,
    user: transaction.user,
    policy: transaction.policy,
    actions: flowActions(services.context),
    query: (request) => services.query(request),
    dml: (request) => {
      transaction.callouts.workDone();
      return executeDml({ ...services.dmlContext(transaction), origin: 'flow' }, request);
    },
    formulaField: (object, field, record) => rules.fieldValue(object, field, record),
    countQuery: (rows) => {
      transaction.limits.count('queries');
      transaction.limits.count('queryRows', rows);
    },
    checkCpuTime: () => transaction.limits.checkCpuTime(),
    later: (path) => services.jobs.flowPath(path)
  };
}

function runEventFlows(context: FlowContext, object: string, rows: readonly StoredRow[]): void {
  for (const flow of context.library.flows) {
    const { trigger } = flow.start;
    if (!flow.isActive || trigger.kind !== 'event' || flow.start.object !== object) continue;
    raise(
      runForEvents(
        context,
        flow,
        rows.map((values) => ({ object, values }))
      )
    );
  }
}

function runLater(context: FlowContext, { flow: name, path, recordIds }: LaterPath): void {
  const flow = context.library.find(name);
  if (flow !== undefined) raise(runLaterPath(context, flow, { path, recordIds }));
}

function raise(results: readonly { readonly error: string | undefined }[]): void {
  const error = results.find((result) => result.error !== undefined)?.error;
  if (error !== undefined) throw new Error(error);
}

interface NamedRun {
  readonly name: string;
  readonly inputs: readonly ReadonlyMap<string, unknown>[];
}

function runNamed(
  { services }: OrgHost,
  context: FlowContext,
  { name, inputs }: NamedRun
): ActionOutcome[] | undefined {
  const flow = context.library.find(name);
  if (flow === undefined) return undefined;
  const values = inputs.map((input) =>
    Object.fromEntries([...input].map(([key, value]) => [key, toFlowValue(value)]))
  );
  const sharing = services.context.sharing === 'with';
  const access = { accessLevel: 'system', sharing } as const;
  return runAutolaunched(context, flow, { inputs: values, access }).map(({ error, outputs }) => ({
    errors: error === undefined ? [] : [error],
    outputs: new Map(
      Object.entries(outputs).map(([key, value]) => {
        const resource = flow.resources.get(key);
        return [key, toApexValue(services.context, value, apexTypeOf(resource))];
      })
    )
  }));
}

const apexNames: Readonly<Record<string, string>> = {
  Boolean: 'Boolean',
  Currency: 'Decimal',
  Date: 'Date',
  DateTime: 'Datetime',
  Number: 'Decimal'
};

function apexTypeOf(resource: unknown): string {
  const { dataType = '' } = (resource ?? {}) as { dataType?: string };
  return apexNames[dataType] ?? 'String';
}
