import type { Interview } from './interview.ts';
import type { AssignmentItem, FlowRecord, FlowValue } from './model.ts';
import { evaluate, read } from './references.ts';
import { compareValues, copyOf, isCollection, isField, isRecord, textOfValue } from './values.ts';

/** Does what one line of an Assignment element says. */
export function runAssignment(interview: Interview, item: AssignmentItem): void {
  const value = evaluate(interview, item.value);
  const current = (): FlowValue => read(interview, item.target);
  write(interview, item.target, combine(item.operator, current, value));
}

function combine(operator: string, current: () => FlowValue, value: FlowValue): FlowValue {
  switch (operator) {
    case 'Add':
    case 'AddItem':
      return add(current(), value);
    case 'Subtract':
      return subtract(current(), value);
    case 'AddAtStart':
      return [...listOf(copyOf(value)), ...listOf(current())];
    case 'AssignCount':
      return listOf(value).length;
    case 'RemoveAll':
      return listOf(current()).filter(
        (item) => !listOf(value).some((other) => compareValues(item, 'EqualTo', other))
      );
    case 'RemoveFirst': {
      const items = listOf(current());
      const position = items.findIndex((item) => compareValues(item, 'EqualTo', value));
      return items.filter((_, index) => index !== position);
    }
    default:
      return copyOf(value);
  }
}

function listOf(value: FlowValue): readonly FlowValue[] {
  if (value === null) return [];
  return isCollection(value) ? value : [value];
}

function add(current: FlowValue, value: FlowValue): FlowValue {
  if (isCollection(current)) return [...current, ...listOf(copyOf(value))];
  if (typeof value === 'number') return addNumber(current, value);
  return `${textOfValue(current)}${textOfValue(value)}`;
}

const day = 86_400_000;

/** A number is added to a number, or as days to a date. */
function addNumber(current: FlowValue, value: number): FlowValue {
  if (typeof current !== 'string') return Number(current ?? 0) + value;
  const moved = new Date(Date.parse(current) + value * day).toISOString();
  return current.length === 10 ? moved.slice(0, 10) : moved;
}

function subtract(current: FlowValue, value: FlowValue): FlowValue {
  return addNumber(current, -Number(value ?? 0));
}

/** Puts a value where a reference points: a variable, or a field of a record. */
export function write(interview: Interview, target: readonly string[], value: FlowValue): void {
  const [root = '', field] = target;
  if (field === undefined) {
    interview.variables.set(root, value);
    return;
  }
  const record = recordAt(interview, root);
  if (record === undefined || !isField(value)) return;
  const { schema } = interview.context;
  const object = schema.object(record.object);
  const name = (object && schema.field(object, field)?.name) ?? field;
  record.values[name] = value;
}

/** The record that a root names; an empty record variable becomes a new record. */
function recordAt(interview: Interview, root: string): FlowRecord | undefined {
  const value = read(interview, [root]);
  if (isRecord(value)) return value;
  const resource = interview.flow.resources.get(root);
  if (resource?.kind !== 'variable' || resource.object === undefined) return undefined;
  const record: FlowRecord = { object: resource.object, values: {} };
  interview.variables.set(root, record);
  return record;
}
