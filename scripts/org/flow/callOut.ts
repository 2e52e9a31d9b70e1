import { write } from './assign.ts';
import { fail, goOn, startInterview } from './interview.ts';
import type { Interview } from './interview.ts';
import type { ActionElement, FlowValue, ParameterInput, SubflowElement } from './model.ts';
import { evaluate, read } from './references.ts';

/** Calls an action once for all interviews that wait there. */
export function runAction(element: ActionElement, interviews: readonly Interview[]): void {
  const [first] = interviews;
  if (first === undefined) return;
  const results = first.context.actions.call({
    type: element.actionType,
    name: element.actionName,
    inputs: interviews.map((interview) => inputsOf(interview, element.inputs))
  });
  interviews.forEach((interview, index) => {
    const result = results[index];
    if (result === undefined || result.error !== undefined) {
      fail(interview, result?.error ?? `The action ${element.actionName} gave no result.`);
      return;
    }
    for (const [name, value] of Object.entries(result.outputs)) {
      interview.variables.set(`${element.name}.${name}`, value);
    }
    for (const { name, target } of element.outputs) {
      write(interview, target, result.outputs[name] ?? null);
    }
    goOn(interview);
  });
}

function inputsOf(
  interview: Interview,
  inputs: readonly ParameterInput[]
): Readonly<Record<string, FlowValue>> {
  return Object.fromEntries(inputs.map(({ name, value }) => [name, evaluate(interview, value)]));
}

type RunInterviews = (interviews: readonly Interview[]) => void;

/** Runs a subflow for all interviews that wait there, together. */
export function runSubflow(
  element: SubflowElement,
  interviews: readonly Interview[],
  runInterviews: RunInterviews
): void {
  const flow = interviews[0]?.context.library.find(element.flowName);
  if (flow === undefined) {
    for (const interview of interviews)
      fail(interview, `There is no active flow ${element.flowName}.`);
    return;
  }
  const children = interviews.map((interview) => {
    const child = startInterview(interview.context, flow, { access: interview.access });
    for (const [name, value] of Object.entries(inputsOf(interview, element.inputs))) {
      child.variables.set(name, value);
    }
    return child;
  });
  runInterviews(children);
  children.forEach((child, index) => {
    const parent = interviews[index];
    if (parent !== undefined) takeOver(parent, child, element);
  });
}

function takeOver(parent: Interview, child: Interview, element: SubflowElement): void {
  if (child.failure !== undefined) {
    fail(parent, child.failure.message);
    return;
  }
  for (const resource of child.flow.resources.values()) {
    if (resource.kind !== 'variable' || !resource.isOutput) continue;
    parent.variables.set(`${element.name}.${resource.name}`, read(child, [resource.name]));
  }
  for (const { name, target } of element.outputs) write(parent, target, read(child, [name]));
  goOn(parent);
}
