import type { ObjectDefinition } from '../platform/index.ts';
import type { TriggerUnit } from '../syntax/index.ts';
import type { Checker } from './checker.ts';

/**
 * Rules on the head of a trigger.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_triggers_defining.htm
 */
export function triggerRules(
  checker: Checker,
  { object: name, objectAt, events }: TriggerUnit,
  object: ObjectDefinition | undefined
): void {
  if (!object) return checker.report(objectAt, `Invalid type: ${name}`);
  const problems = [
    ...events
      .filter((event, index) => events.indexOf(event) !== index)
      .map((event) => `Duplicate Trigger Usage: ${event}`),
    ...(events.includes('before undelete')
      ? ['Trigger Usage Before Undelete is not supported']
      : []),
    ...objectProblems(object, events)
  ];
  for (const problem of problems) checker.report(objectAt, problem);
}

function objectProblems(
  { kind, name }: ObjectDefinition,
  events: readonly string[]
): readonly string[] {
  if (kind === 'customMetadata' || kind === 'customSetting') {
    return [`SObject type does not allow triggers: ${name}`];
  }
  const isEvent = kind === 'platformEvent' || kind === 'changeEvent';
  return isEvent && events.some((event) => event !== 'after insert')
    ? [`Platform Event SObjects only supports after insert: ${name}`]
    : [];
}
