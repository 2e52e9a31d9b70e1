import { apexTriggers } from '../runtime/index.ts';
import type { OrgHost } from '../runtime/index.ts';
import type { StoredRow } from '../store/types.ts';

/** Published events of one object, in order. */
export interface EventBatch {
  readonly object: string;
  readonly rows: readonly StoredRow[];
}

/** Hands events to their Apex and Flow subscribers, as one after-insert trigger context. */
export function deliver(host: OrgHost, { object, rows }: EventBatch): void {
  const records = rows.map((values, index) => ({
    object,
    id: undefined,
    values: withSystemFields(host, values, index),
    old: undefined,
    addError: () => undefined
  }));
  const triggers = apexTriggers(host);
  if (triggers.handles(object, 'after insert')) triggers.run('after insert', object, records);
  host.services.flows.events(
    object,
    records.map(({ values }) => values)
  );
}

function withSystemFields(
  { services, transaction }: OrgHost,
  row: StoredRow,
  index: number
): StoredRow {
  return {
    EventUuid: services.random.uuid(),
    ReplayId: String(services.clock.now() * 1000 + index),
    CreatedDate: new Date(services.clock.now()).toISOString(),
    CreatedById: transaction.user.userId,
    ...row
  };
}

/** Published events by object, in the order in which each object came first. */
export function eventBatches(
  events: readonly { readonly object: string; readonly row: StoredRow }[]
): EventBatch[] {
  const groups = Map.groupBy(events, ({ object }) => object);
  return [...groups].map(([object, group]) => ({ object, rows: group.map(({ row }) => row) }));
}
