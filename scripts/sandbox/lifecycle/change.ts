import type { JsonObject } from '../json.ts';
import type { Opportunity } from '../records.ts';
import type { World } from '../world.ts';
import { awsSummary, azureSummary } from './summary.ts';

/** What changes about an opportunity: columns of its data set, and what the API keeps beside them. */
export interface OpportunityChange {
  readonly columns?: JsonObject;
  readonly metadata?: JsonObject;
}

/** The record with `change`, saved at an instant of its own (`at` in milliseconds since 1970). */
export function change(
  world: World,
  record: Opportunity,
  { at, columns = {}, metadata = {} }: OpportunityChange & { at: number }
): Opportunity {
  const stamp = world.stamps.next(at);
  const stamps = record.cloud === 'aws' ? { last_modified_date: stamp } : azureStamps(stamp);
  const details = { ...record.details, ...columns, ...stamps };
  const next = {
    ...record,
    ...(record.cloud === 'aws' ? awsSummary(details) : azureSummary(details)),
    metadata: { ...record.metadata, ...metadata },
    details,
    last_modified_at: stamp
  };
  world.records.opportunities.put(next);
  return next;
}

function azureStamps(stamp: string): JsonObject {
  return { updated_date_time: stamp, updated_at: stamp };
}
