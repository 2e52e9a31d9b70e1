import type { FieldValue } from '../store/types.ts';
import type { FlowRecord, FlowValue } from './model.ts';

export function isRecord(value: FlowValue | undefined): value is FlowRecord {
  return typeof value === 'object' && value !== null && 'values' in value && 'object' in value;
}

export function isCollection(value: FlowValue | undefined): value is readonly FlowValue[] {
  return Array.isArray(value);
}

export function isField(value: FlowValue | undefined): value is FieldValue {
  return value === null || typeof value !== 'object' || value instanceof Uint8Array;
}

/** A record of its own with the same values. */
export function copyOf(value: FlowValue): FlowValue {
  if (isRecord(value)) return { object: value.object, values: { ...value.values } };
  return isCollection(value) ? value.map(copyOf) : value;
}

/** The records in a value: none, one, or those of a collection. */
export function recordsIn(value: FlowValue): FlowRecord[] {
  if (isCollection(value)) return value.filter(isRecord);
  return isRecord(value) ? [value] : [];
}

/** How a value shows in text. */
export function textOfValue(value: FlowValue): string {
  if (value === null) return '';
  if (isCollection(value)) return `[${value.map(textOfValue).join(', ')}]`;
  if (isRecord(value)) return textOfValue(value.values['Id'] ?? null);
  return isField(value) ? String(value) : '';
}

function isEmpty(value: FlowValue): boolean {
  return value === null || value === '' || (isCollection(value) && value.length === 0);
}

/** Compares as flows do: numbers as numbers, times as times, text with regard to case. */
export function compareValues(left: FlowValue, operator: string, right: FlowValue): boolean {
  switch (operator) {
    case 'EqualTo':
      return isEqual(left, right);
    case 'NotEqualTo':
      return !isEqual(left, right);
    case 'IsNull':
    case 'IsBlank':
    case 'IsEmpty':
    case 'WasSet': {
      const wanted = right === true || right === 'true';
      return (operator === 'WasSet' ? !isEmpty(left) : isEmpty(left)) === wanted;
    }
    case 'WasVisited':
      return (left === true) === (right === true);
    case 'In':
      return isCollection(right) && right.some((item) => isEqual(left, item));
    case 'NotIn':
      return !(isCollection(right) && right.some((item) => isEqual(left, item)));
    default:
      return compareOrdered(left, operator, right);
  }
}

function compareOrdered(left: FlowValue, operator: string, right: FlowValue): boolean {
  if (operator === 'Contains' && isCollection(left))
    return left.some((item) => isEqual(item, right));
  if (isEmpty(left) || isEmpty(right)) return false;
  const [text, part] = [textOfValue(left), textOfValue(right)];
  const order = orderOf(left, right);
  switch (operator) {
    case 'GreaterThan':
      return order > 0;
    case 'GreaterThanOrEqualTo':
      return order >= 0;
    case 'LessThan':
      return order < 0;
    case 'LessThanOrEqualTo':
      return order <= 0;
    case 'StartsWith':
      return text.startsWith(part);
    case 'EndsWith':
      return text.endsWith(part);
    case 'Contains':
      return text.includes(part);
    default:
      throw new Error(`Unknown operator ${operator}.`);
  }
}

function isEqual(left: FlowValue, right: FlowValue): boolean {
  if (isEmpty(left) || isEmpty(right)) return isEmpty(left) && isEmpty(right);
  return orderOf(left, right) === 0;
}

/** Negative, zero or positive, as the left value is before, at or after the right one. */
export function orderOf(left: FlowValue, right: FlowValue): number {
  if (typeof left === 'number' || typeof right === 'number') return Number(left) - Number(right);
  const [one, other] = alignDays(textOfValue(left), textOfValue(right));
  return one === other ? 0 : one < other ? -1 : 1;
}

const dayLength = 10;

/** A day and an instant are compared as days. */
function alignDays(left: string, right: string): [string, string] {
  const areTimes = /^\d{4}-\d{2}-\d{2}/.test(left) && /^\d{4}-\d{2}-\d{2}/.test(right);
  if (!areTimes || left.length === right.length) return [left, right];
  return [left.slice(0, dayLength), right.slice(0, dayLength)];
}
