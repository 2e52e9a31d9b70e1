import type { FieldValue } from '../store/types.ts';
import type { BinaryNode, BinaryOperator } from './parse.ts';
import { FormulaError, type Compiled, type FormulaType } from './types.ts';
import {
  asNumber, asText, datetimeFromDays, dateFromDay, dayOf, finite, instantDays, isBlank, tidy,
  timeFromMilliseconds, timeMilliseconds
} from './values.ts'; // prettier-ignore

type Pair = readonly [left: FormulaType, right: FormulaType];
type Combine = (left: FieldValue, right: FieldValue) => FieldValue;

interface Rule {
  readonly type: FormulaType;
  readonly combine: Combine;
}

const arithmetic: Readonly<Record<string, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => (right === 0 ? Number.NaN : left / right),
  '^': (left, right) => left ** right
};

/** Sums and differences of days and times. */
const calendar: Readonly<Record<string, Rule>> = {
  'date+number': {
    type: 'date',
    combine: (date, days) => dateFromDay(dayOf(date) + asNumber(days))
  },
  'number+date': {
    type: 'date',
    combine: (days, date) => dateFromDay(dayOf(date) + asNumber(days))
  },
  'date-number': {
    type: 'date',
    combine: (date, days) => dateFromDay(dayOf(date) - asNumber(days))
  },
  'date-date': { type: 'number', combine: (left, right) => dayOf(left) - dayOf(right) },
  'datetime+number': {
    type: 'datetime',
    combine: (instant, days) => datetimeFromDays(instantDays(instant) + asNumber(days))
  },
  'datetime-number': {
    type: 'datetime',
    combine: (instant, days) => datetimeFromDays(instantDays(instant) - asNumber(days))
  },
  'datetime-datetime': {
    type: 'number',
    combine: (left, right) => tidy(instantDays(left) - instantDays(right))
  },
  'time+number': {
    type: 'time',
    combine: (time, more) => timeFromMilliseconds(timeMilliseconds(time) + asNumber(more))
  },
  'time-number': {
    type: 'time',
    combine: (time, less) => timeFromMilliseconds(timeMilliseconds(time) - asNumber(less))
  },
  'time-time': {
    type: 'number',
    combine: (left, right) => timeMilliseconds(left) - timeMilliseconds(right)
  }
};

const orders: Readonly<Record<string, (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0
};

/** Compiles a binary operator over compiled sides. */
export function compileBinary<E>(
  node: BinaryNode,
  left: Compiled<E>,
  right: Compiled<E>
): Compiled<E> {
  refusePicklists(node, left, right);
  const rule = ruleFor(node, [left.type, right.type]);
  const { combine, type } = rule;
  if (node.operator === '&&')
    return {
      type,
      run: (environment) => left.run(environment) === true && right.run(environment) === true
    };
  if (node.operator === '||')
    return {
      type,
      run: (environment) => left.run(environment) === true || right.run(environment) === true
    };
  return { type, run: (environment) => combine(left.run(environment), right.run(environment)) };
}

function refusePicklists<E>(node: BinaryNode, left: Compiled<E>, right: Compiled<E>): void {
  const isPicklist = [left, right].some(
    ({ type }) => type === 'picklist' || type === 'multipicklist'
  );
  if (isPicklist)
    throw new FormulaError(
      'Picklist fields are only supported in certain functions: use ISPICKVAL or TEXT',
      node.offset
    );
}

function ruleFor(node: BinaryNode, pair: Pair): Rule {
  const { operator } = node;
  switch (operator) {
    case '&&':
    case '||':
      requireType(node, pair, 'boolean');
      return { type: 'boolean', combine: () => null };
    case '=':
    case '!=':
      requireSame(node, pair);
      return { type: 'boolean', combine: equality(operator === '=') };
    case '<':
    case '<=':
    case '>':
    case '>=':
      requireSame(node, pair);
      return { type: 'boolean', combine: ordering(operator) };
    case '&':
      return concatenation;
    default:
      return sum(node, operator, pair);
  }
}

const concatenation: Rule = {
  type: 'text',
  combine: (left, right) => asText(left) + asText(right)
};

function sum(node: BinaryNode, operator: BinaryOperator, pair: Pair): Rule {
  const [left, right] = pair;
  if (operator === '+' && [left, right].includes('text')) return concatenation;
  const rule = calendar[`${left}${operator}${right}`];
  if (rule !== undefined) return { ...rule, combine: blankless(rule.combine) };
  requireType(node, pair, 'number');
  const compute = arithmetic[operator];
  const end = operator === '/' || operator === '^' ? finite : tidy;
  const combine: Combine = (a, b) => end(compute?.(asNumber(a), asNumber(b)) ?? Number.NaN);
  return { type: 'number', combine: blankless(combine) };
}

/** Without a value on either side there is none. */
function blankless(combine: Combine): Combine {
  return (left, right) => (isBlank(left) || isBlank(right) ? null : combine(left, right));
}

function equality(equal: boolean): Combine {
  return (left, right) => (left === right || (isBlank(left) && isBlank(right))) === equal;
}

function ordering(operator: BinaryOperator): Combine {
  const test = orders[operator];
  return (left, right) => {
    if (isBlank(left) || isBlank(right)) return false;
    return test?.(compareValues(left, right)) ?? false;
  };
}

function compareValues(left: FieldValue, right: FieldValue): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  const [a, b] = [asText(left), asText(right)];
  return a < b ? -1 : a > b ? 1 : 0;
}

function requireType(node: BinaryNode, pair: Pair, type: FormulaType): void {
  const wrong = pair.find((given) => given !== type && given !== 'nothing');
  if (wrong === undefined) return;
  const message = `Incorrect parameter type for operator '${node.operator}'. Expected ${nameOf(type)}, received ${nameOf(wrong)}`;
  throw new FormulaError(message, node.offset);
}

function requireSame(node: BinaryNode, [left, right]: Pair): void {
  if (left === right || left === 'nothing' || right === 'nothing') return;
  const message = `Incorrect parameter type for operator '${node.operator}'. Expected ${nameOf(left)}, received ${nameOf(right)}`;
  throw new FormulaError(message, node.offset);
}

const names: Partial<Record<FormulaType, string>> = {
  datetime: 'DateTime',
  nothing: 'Null',
  multipicklist: 'Multi-Select Picklist'
};

/** A type as the platform's messages call it. */
export function nameOf(type: FormulaType): string {
  return names[type] ?? type.charAt(0).toUpperCase() + type.slice(1);
}
