import { withoutNamespace } from './names.ts';
import type { PicklistValue } from '../modules/local/uiTypes.ts';
import { isDeadEnd } from './tone.ts';

export interface PathStep {
  readonly label: string;
  readonly state: 'complete' | 'current' | 'incomplete' | 'lost';
}

/**
 * The way a record takes, from the values of its status field: dead ends (Rejected, Expired)
 * are shown only when the record is in one, and then nothing is said about the steps before.
 */
export function pathSteps(values: readonly PicklistValue[], status: string): PathStep[] {
  const steps = values.filter(({ value }) => value === status || !isDeadEnd(value));
  const current = steps.findIndex(({ value }) => value === status);
  if (isDeadEnd(status)) {
    return steps
      .filter(({ value }) => value !== status)
      .map(({ label }): PathStep => ({ label, state: 'incomplete' }))
      .concat({ label: steps[current]?.label ?? status, state: 'lost' });
  }
  return steps.map(({ label }, index) => ({ label, state: stateOf(index, current) }));
}

function stateOf(index: number, current: number): PathStep['state'] {
  if (index === current) return 'current';
  return index < current ? 'complete' : 'incomplete';
}

const pathFields = ['Status__c', 'Stage__c', 'StageName', 'Status'];

/** The field whose values make the path, if the record has one. */
export function pathField(
  fields: Readonly<Record<string, { dataType: string } | undefined>>
): string | undefined {
  const picklists = Object.entries(fields).filter(([, field]) => field?.dataType === 'Picklist');
  const names = new Map(picklists.map(([name]) => [withoutNamespace(name), name]));
  const found = pathFields.find((name) => names.has(name));
  return found === undefined ? undefined : names.get(found);
}
