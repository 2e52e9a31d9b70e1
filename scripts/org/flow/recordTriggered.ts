import type { RecordFlowPort, SaveKind, TriggerRecord } from '../dml/index.ts';
import { meetsStart } from './conditions.ts';
import type { FlowContext } from './context.ts';
import { runInterviews } from './engine.ts';
import { accessModeOf, startInterview } from './interview.ts';
import type { Interview, TriggeringRecord } from './interview.ts';
import { laterTime } from './later.ts';
import type { FlowLibrary, LoadedFlow } from './library.ts';

type Moment = 'before' | 'after';

/** Record-triggered flows run in the system's name unless they say otherwise. */
const systemAccess = { accessLevel: 'system', sharing: false } as const;

/**
 * The record-triggered flows of an org, for DML.
 * @param contextOf the context of the transaction at this moment
 */
export function recordFlows(library: FlowLibrary, contextOf: () => FlowContext): RecordFlowPort {
  const table = tableOf(library);
  return {
    handles: (object, moment, kind) => table.has(keyOf(object, moment, kind)),
    run(moment, kind, records) {
      const object = records[0]?.object ?? '';
      for (const flow of table.get(keyOf(object, moment, kind)) ?? []) {
        runFlow(contextOf(), flow, { moment, records });
      }
    }
  };
}

function keyOf(object: string, moment: Moment, kind: SaveKind): string {
  return `${moment} ${kind} ${object}`;
}

/** Flows with a trigger order come in that order, before those without; else by name. */
function tableOf(library: FlowLibrary): ReadonlyMap<string, readonly LoadedFlow[]> {
  const entries = library.flows
    .filter(({ isActive }) => isActive)
    .toSorted((one, other) => (one.order ?? 1001) - (other.order ?? 1001))
    .flatMap((flow) => {
      const { trigger, object = '' } = flow.start;
      if (trigger.kind !== 'record') return [];
      return [...trigger.events].map((kind) => ({
        key: keyOf(object, trigger.moment, kind),
        flow
      }));
    });
  const groups = Map.groupBy(entries, ({ key }) => key);
  return new Map([...groups].map(([key, list]) => [key, list.map(({ flow }) => flow)]));
}

interface Batch {
  readonly moment: Moment;
  readonly records: readonly TriggerRecord[];
}

function runFlow(context: FlowContext, flow: LoadedFlow, { moment, records }: Batch): void {
  const access = accessModeOf(flow, systemAccess);
  const runs = records
    .map((record) => ({
      record,
      interview: startInterview(context, flow, { access, trigger: triggering(record, moment) })
    }))
    .filter(({ interview }) => meetsStart(interview));
  runInterviews(runs.map(({ interview }) => interview));
  for (const { record, interview } of runs) report(flow, record, interview);
  if (moment === 'after')
    keepPaths(
      context,
      flow,
      runs.map(({ record }) => record)
    );
}

function triggering(record: TriggerRecord, moment: Moment): TriggeringRecord {
  const { object, values, old } = record;
  return {
    record: { object, values: moment === 'before' ? values : { ...values } },
    prior: old === undefined ? undefined : { object, values: old },
    addError: (message, field) => record.addError(message, field)
  };
}

function report(flow: LoadedFlow, record: TriggerRecord, { failure }: Interview): void {
  if (failure === undefined) return;
  const message =
    `We can't save this record because the “${flow.label}” process failed. ` +
    `Give your Salesforce admin these details. ${failure.message}`;
  record.addError(message, undefined, 'CANNOT_EXECUTE_FLOW_TRIGGER');
}

function keepPaths(
  context: FlowContext,
  flow: LoadedFlow,
  records: readonly TriggerRecord[]
): void {
  const now = context.clock.now();
  for (const path of flow.start.paths) {
    const saved = records.filter(({ id }) => id !== undefined);
    const byTime = Map.groupBy(saved, ({ values }) => laterTime(path, values, now));
    for (const [at, due] of byTime) {
      if (at === null) continue;
      for (let start = 0; start < due.length; start += path.batchSize) {
        const batch = due.slice(start, start + path.batchSize);
        const recordIds = batch.flatMap(({ id }) => id ?? []);
        const object = batch[0]?.object ?? '';
        context.later?.({ flow: flow.name, path: path.name, object, recordIds, at });
      }
    }
  }
}
