import { runAssignment, write } from './assign.ts';
import { areMet, isNewlyMet } from './conditions.ts';
import { goOn } from './interview.ts';
import type { Interview } from './interview.ts';
import type {
  CustomErrorElement,
  DecisionElement,
  FilterElement,
  FlowElement,
  FlowValue,
  LoopElement,
  SortElement,
  UpdateElement
} from './model.ts';
import { evaluate, fillIn, read, runFormula } from './references.ts';
import { copyOf, isCollection, isRecord, orderOf } from './values.ts';

/** Does what needs no records and no action; false when the interview has to wait for the others. */
export function step(interview: Interview, element: FlowElement): boolean {
  switch (element.kind) {
    case 'assignment':
      for (const item of element.items) runAssignment(interview, item);
      goOn(interview);
      return true;
    case 'decision':
      decide(interview, element);
      return true;
    case 'loop':
      nextItem(interview, element);
      return true;
    case 'sort':
      sort(interview, element);
      return true;
    case 'filter':
      filter(interview, element);
      return true;
    case 'customError':
      showErrors(interview, element);
      return true;
    case 'update':
      return changesTriggeringRecord(interview, element);
    default:
      return false;
  }
}

function decide(interview: Interview, element: DecisionElement): void {
  const rule = element.rules.find(({ conditions, onlyWhenChanged }) =>
    onlyWhenChanged ? isNewlyMet(interview, conditions) : areMet(interview, conditions)
  );
  if (rule !== undefined) interview.visited.add(rule.name);
  interview.at = rule === undefined ? element.next : rule.next;
}

function nextItem(interview: Interview, element: LoopElement): void {
  const state = interview.loops.get(element.name) ?? begin(interview, element);
  const item = state.items[state.position];
  state.position += 1;
  if (item === undefined) {
    interview.loops.delete(element.name);
    interview.at = element.next;
    return;
  }
  interview.variables.set(element.variable ?? element.name, copyOf(item));
  interview.at = element.body;
}

function begin(interview: Interview, element: LoopElement) {
  const collection = itemsOf(interview, element.collection);
  const items = element.descending ? collection.toReversed() : collection;
  const state = { items, position: 0 };
  interview.loops.set(element.name, state);
  return state;
}

function itemsOf(interview: Interview, path: readonly string[]): readonly FlowValue[] {
  const value = read(interview, path);
  return isCollection(value) ? value : [];
}

function sort(interview: Interview, element: SortElement): void {
  const sorted = itemsOf(interview, element.collection).toSorted((one, other) => {
    for (const option of element.options) {
      const order = compareBy(interview, option, [one, other]);
      if (order !== 0) return order;
    }
    return 0;
  });
  interview.variables.set(element.collection.join('.'), sorted.slice(0, element.limit));
  goOn(interview);
}

function compareBy(
  interview: Interview,
  { field, descending, nullsLast }: SortElement['options'][number],
  [one, other]: readonly [FlowValue, FlowValue]
): number {
  const left = keyOf(interview, one, field);
  const right = keyOf(interview, other, field);
  if (left === null || right === null) {
    if (left === right) return 0;
    return (left === null) === nullsLast ? 1 : -1;
  }
  return descending ? orderOf(right, left) : orderOf(left, right);
}

function keyOf(interview: Interview, item: FlowValue, field: string | undefined): FlowValue {
  if (field === undefined || !isRecord(item)) return item;
  const object = interview.context.schema.object(item.object);
  const name = (object && interview.context.schema.field(object, field)?.name) ?? field;
  return item.values[name] ?? null;
}

function filter(interview: Interview, element: FilterElement): void {
  const kept = itemsOf(interview, element.collection).filter((item) => {
    interview.variables.set(element.variable, item);
    return element.formula === undefined
      ? areMet(interview, element.conditions)
      : runFormula(interview, element.formula) === true;
  });
  interview.variables.set(element.name, kept);
  goOn(interview);
}

/** A custom error ends the interview and keeps the record from being saved. */
function showErrors(interview: Interview, element: CustomErrorElement): void {
  for (const { text, field } of element.messages) {
    interview.trigger?.addError(fillIn(interview, text), field);
  }
  interview.at = undefined;
}

/** Before the save, updating the triggering record means setting its fields. */
function changesTriggeringRecord(interview: Interview, element: UpdateElement): boolean {
  const { trigger } = interview.flow.start;
  const isBefore = trigger.kind === 'record' && trigger.moment === 'before';
  const isTriggering = element.input?.[0]?.toLowerCase() === '$record';
  if (!isBefore || !isTriggering) return false;
  for (const { field, value } of element.assignments) {
    write(interview, ['$Record', field], evaluate(interview, value));
  }
  goOn(interview);
  return true;
}
