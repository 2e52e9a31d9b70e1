import type { DmlContext } from './ports.ts';
import type { WorkRecord } from './work.ts';

/**
 * Manual shares go when a record changes hands; those that Apex made for a reason of its own stay
 * (https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_bulk_sharing_creating_with_apex.htm).
 */
export function dropManualShares(context: DmlContext, records: readonly WorkRecord[]): void {
  const moved = records.filter(
    ({ values, old }) => old !== undefined && values['OwnerId'] !== old['OwnerId']
  );
  const object = moved[0]?.object;
  if (object === undefined) return;
  const isCustom = object.endsWith('__c');
  const share = isCustom ? object.replace(/__c$/, '__Share') : `${object}Share`;
  const parent = isCustom ? 'ParentId' : `${object}Id`;
  if (context.plans.get(share)?.has(parent) !== true) return;
  const ids = moved.map(({ id }) => id ?? null);
  const manual = context.store
    .find(share, parent, ids)
    .filter((row) => row['RowCause'] === 'Manual')
    .map((row) => String(row['Id']));
  if (manual.length > 0) context.store.purge(share, manual);
}
