import type { Interview } from './interview.ts';
import { evaluateLogic } from './logic.ts';
import type { FlowCondition, FlowConditions, FlowFilters } from './model.ts';
import { evaluate, read, runFormula } from './references.ts';
import { compareValues } from './values.ts';

/** Are the conditions of a rule met? */
export function areMet(interview: Interview, conditions: FlowConditions): boolean {
  return evaluateLogic(conditions.logic, conditions.items.length, (number) => {
    const condition = conditions.items[number - 1];
    return condition !== undefined && isMet(interview, condition);
  });
}

function isMet(interview: Interview, { left, operator, right }: FlowCondition): boolean {
  const wanted = evaluate(interview, right);
  if (operator === 'IsChanged') return isChanged(interview, left) === (wanted === true);
  if (operator === 'WasVisited') return interview.visited.has(left[0] ?? '') === (wanted === true);
  return compareValues(read(interview, left), operator, wanted);
}

function isChanged(interview: Interview, path: readonly string[]): boolean {
  if (interview.trigger?.prior === undefined) return false;
  const before = read(interview, ['$Record__Prior', ...path.slice(1)]);
  return !compareValues(read(interview, path), 'EqualTo', before);
}

/** Does the record that triggers a flow meet its entry conditions? */
export function meetsStart(interview: Interview): boolean {
  const { filters, formula, onlyWhenChanged } = interview.flow.start;
  if (formula !== undefined) return runFormula(interview, formula) === true;
  if (!areFiltersMet(interview, filters)) return false;
  const prior = interview.trigger?.prior;
  if (!onlyWhenChanged || prior === undefined) return true;
  return !areFiltersMet(asItWas(interview), filters);
}

/** Is a decision's rule met now that was not met before the change? */
export function isNewlyMet(interview: Interview, conditions: FlowConditions): boolean {
  if (!areMet(interview, conditions)) return false;
  return interview.trigger?.prior === undefined || !areMet(asItWas(interview), conditions);
}

function asItWas(interview: Interview): Interview {
  const { trigger } = interview;
  if (trigger?.prior === undefined) return interview;
  return { ...interview, trigger: { ...trigger, record: trigger.prior } };
}

function areFiltersMet(interview: Interview, { logic, items }: FlowFilters): boolean {
  return evaluateLogic(logic, items.length, (number) => {
    const filter = items[number - 1];
    if (filter === undefined) return false;
    const { field, operator, value } = filter;
    return isMet(interview, { left: ['$Record', field], operator, right: value });
  });
}
