import type { DmlContext } from './ports.ts';
import { problem, shortId } from './problem.ts';
import type { WorkRecord } from './work.ts';

/** A hierarchy setting belongs to the organization unless it says to whom. */
export function defaultSettingOwner(context: DmlContext, record: WorkRecord): void {
  if (!isHierarchy(record)) return;
  const organizationId = context.store.getSetting('organizationId');
  if (organizationId !== undefined) record.values['SetupOwnerId'] ??= organizationId;
}

/** One record of a hierarchy setting for each owner. */
export function checkSettingOwners(context: DmlContext, records: readonly WorkRecord[]): void {
  for (const record of records) {
    if (!isHierarchy(record)) continue;
    const owner = record.values['SetupOwnerId'] ?? null;
    const holders = context.store.find(record.object, 'SetupOwnerId', [owner]);
    const other = holders.find((row) => row['Id'] !== record.id);
    if (other !== undefined) record.errors.push(taken(String(other['Id'])));
  }
}

function isHierarchy({ plan }: WorkRecord): boolean {
  return plan.object.customSettingType === 'Hierarchy';
}

function taken(holder: string) {
  const message = `duplicate value found: SetupOwnerId duplicates value on record with id: ${shortId(holder)}`;
  return problem('DUPLICATE_VALUE', message);
}
