import { meetsStart } from './conditions.ts';
import type { FlowContext } from './context.ts';
import { runInterviews } from './engine.ts';
import { accessModeOf, startInterview } from './interview.ts';
import type { AccessMode, Interview } from './interview.ts';
import type { LoadedFlow } from './library.ts';
import type { FlowRecord, FlowValue } from './model.ts';
import { read } from './references.ts';
import { findRecords } from './soql.ts';

/** How one interview of an autolaunched flow ended. */
export interface FlowRunResult {
  /** The text of the fault; undefined when it came to its end. */
  readonly error: string | undefined;
  /** Output variables by name. */
  readonly outputs: Readonly<Record<string, FlowValue>>;
}

const systemAccess: AccessMode = { accessLevel: 'system', sharing: false };

/**
 * Runs an autolaunched flow, once for each set of inputs, all together: for `Flow.Interview`, the REST action and
 * `invocable` calls.
 * @param access how the flow reads and writes when it leaves that open: a user's own way, or that of the calling class
 */
export function runAutolaunched(
  context: FlowContext,
  flow: LoadedFlow,
  {
    inputs,
    access
  }: {
    readonly inputs: readonly Readonly<Record<string, FlowValue>>[];
    readonly access: AccessMode;
  }
): FlowRunResult[] {
  const interviews = inputs.map((values) => {
    const interview = startInterview(context, flow, { access: accessModeOf(flow, access) });
    for (const [name, value] of Object.entries(values)) {
      const resource = flow.resources.get(name);
      if (resource?.kind === 'variable' && resource.isInput) interview.variables.set(name, value);
    }
    return interview;
  });
  runInterviews(interviews);
  return interviews.map(resultOf);
}

function resultOf(interview: Interview): FlowRunResult {
  const outputs = [...interview.flow.resources.values()].flatMap((resource) =>
    resource.kind === 'variable' && resource.isOutput
      ? [[resource.name, read(interview, [resource.name])] as const]
      : []
  );
  return { error: interview.failure?.message, outputs: Object.fromEntries(outputs) };
}

/** Runs a path that was kept for later, over records as they are now; those that are gone are left out. */
export function runLaterPath(
  context: FlowContext,
  flow: LoadedFlow,
  { path, recordIds }: { readonly path: string; readonly recordIds: readonly string[] }
): FlowRunResult[] {
  const object = flow.start.object ?? '';
  const start = flow.start.paths.find(({ name }) => name === path);
  const rows = context.store.get(object, recordIds);
  return runOver(context, flow, {
    at: start?.next,
    records: rows.map((values) => ({ object, values }))
  });
}

/** Runs a scheduled flow: once for each record that its start finds, or once when it names no object. */
export function runScheduled(context: FlowContext, flow: LoadedFlow): FlowRunResult[] {
  const { object, filters, next } = flow.start;
  if (object === undefined) return runOver(context, flow, { at: next, records: [undefined] });
  const probe = startInterview(context, flow, { access: accessModeOf(flow, systemAccess) });
  const fields = [...(context.schema.object(object)?.fields.values() ?? [])]
    .filter(({ type }) => type !== 'address' && type !== 'location' && type !== 'base64')
    .map(({ name }) => name);
  const records = findRecords(probe, { object, fields, filters });
  context.countQuery?.(records.length);
  return runOver(context, flow, { at: next, records });
}

/** Runs a flow that is triggered by platform events, once for each event that meets its conditions. */
export function runForEvents(
  context: FlowContext,
  flow: LoadedFlow,
  events: readonly FlowRecord[]
): FlowRunResult[] {
  const meeting = events.filter((record) =>
    meetsStart(startInterview(context, flow, { access: systemAccess, trigger: triggerOf(record) }))
  );
  return runOver(context, flow, { at: flow.start.next, records: meeting });
}

interface Over {
  readonly at: string | undefined;
  readonly records: readonly (FlowRecord | undefined)[];
}

function runOver(context: FlowContext, flow: LoadedFlow, { at, records }: Over): FlowRunResult[] {
  const access = accessModeOf(flow, systemAccess);
  const interviews = records.map((record) =>
    startInterview(context, flow, {
      access,
      at,
      trigger: record === undefined ? undefined : triggerOf(record)
    })
  );
  runInterviews(interviews);
  return interviews.map(resultOf);
}

function triggerOf(record: FlowRecord) {
  return { record, prior: undefined, addError: () => undefined };
}
