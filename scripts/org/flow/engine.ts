import { runAction, runSubflow } from './callOut.ts';
import { runGet } from './getRecords.ts';
import type { Interview } from './interview.ts';
import type { FlowElement } from './model.ts';
import { runCreate, runDelete, runUpdate } from './saveRecords.ts';
import { step } from './steps.ts';

/**
 * Runs interviews of one flow together to their ends: each goes on by itself up to an element that reads or writes
 * records, calls an action or a subflow; those that wait at the same element then do it at once
 * (https://help.salesforce.com/s/articleView?id=sf.flow_concepts_bulkification.htm).
 */
export function runInterviews(interviews: readonly Interview[]): void {
  for (;;) {
    for (const interview of interviews) advance(interview);
    const waiting = interviews.filter(({ at }) => at !== undefined);
    if (waiting.length === 0) return;
    for (const group of Map.groupBy(waiting, ({ at }) => at).values()) {
      const [first] = group;
      if (first !== undefined) runTogether(elementOf(first), group);
    }
  }
}

function advance(interview: Interview): void {
  while (interview.at !== undefined) {
    interview.context.checkCpuTime?.();
    const element = elementOf(interview);
    interview.visited.add(element.name);
    if (!step(interview, element)) return;
  }
}

function elementOf({ flow, at = '' }: Interview): FlowElement {
  const element = flow.elements.get(at);
  if (element === undefined) throw new Error(`The flow ${flow.name} has no element ${at}.`);
  return element;
}

function runTogether(element: FlowElement, interviews: readonly Interview[]): void {
  switch (element.kind) {
    case 'get':
      return runGet(element, interviews);
    case 'create':
      return runCreate(element, interviews);
    case 'update':
      return runUpdate(element, interviews);
    case 'delete':
      return runDelete(element, interviews);
    case 'action':
      return runAction(element, interviews);
    case 'subflow':
      return runSubflow(element, interviews, runInterviews);
    default:
      throw new Error(`${element.kind} is done by each interview alone.`);
  }
}
