import { readGlobal } from '../formula/index.ts';
import type { FieldValue, StoredRow } from '../store/types.ts';
import type { FlowEnvironment } from './formulas.ts';
import type { Interview } from './interview.ts';
import type { FlowExpression, FlowRecord, FlowResource, FlowValue } from './model.ts';
import { isRecord, textOfValue } from './values.ts';

/** The value that an expression has now. */
export function evaluate(interview: Interview, expression: FlowExpression | undefined): FlowValue {
  if (expression === undefined) return null;
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'text':
      return fillIn(interview, expression.text);
    case 'reference':
      return read(interview, expression.path);
    case 'formula':
      return runFormula(interview, expression.text);
  }
}

/** Text with its `{!merge.fields}` filled in. */
export function fillIn(interview: Interview, text: string): string {
  return text.replace(/\{!([^}]+)\}/g, (_, path: string) =>
    textOfValue(read(interview, path.trim().split('.')))
  );
}

/** What a reference stands for now. */
export function read(interview: Interview, path: readonly string[]): FlowValue {
  const [root = '', ...rest] = path;
  if (root.startsWith('$')) return readDollar(interview, root.toLowerCase(), path);
  const output = interview.variables.get(path.slice(0, 2).join('.'));
  if (rest.length > 0 && output !== undefined) return follow(interview, output, path.slice(2));
  return follow(interview, readRoot(interview, root), rest);
}

function readRoot(interview: Interview, root: string): FlowValue {
  const value = interview.variables.get(root);
  if (value !== undefined) return value;
  const resource = interview.flow.resources.get(root);
  if (resource !== undefined) return readResource(interview, resource);
  return interview.flow.elements.has(root) ? null : interview.visited.has(root);
}

function readResource(interview: Interview, resource: FlowResource): FlowValue {
  switch (resource.kind) {
    case 'formula':
      return runFormula(interview, resource.text);
    case 'template':
      return fillIn(interview, resource.text);
    case 'constant':
      return evaluate(interview, resource.value);
    case 'variable': {
      const initial = evaluate(interview, resource.initial);
      const empty = resource.isCollection ? [] : resource.dataType === 'Boolean' ? false : null;
      const value = initial ?? empty;
      interview.variables.set(resource.name, value);
      return value;
    }
  }
}

function readDollar(interview: Interview, root: string, path: readonly string[]): FlowValue {
  const { trigger, context } = interview;
  const rest = path.slice(1);
  switch (root) {
    case '$record':
      return follow(interview, trigger?.record ?? null, rest);
    case '$record__prior':
      return follow(interview, trigger?.prior ?? null, rest);
    case '$flow':
      return readFlowGlobal(interview, (rest[0] ?? '').toLowerCase());
    case '$globalconstant':
      return rest[0] === 'EmptyString' ? '' : rest[0] === 'True';
    default:
      return readGlobal(context, path);
  }
}

function readFlowGlobal(interview: Interview, name: string): FieldValue {
  const now = new Date(interview.context.clock.now()).toISOString();
  switch (name) {
    case 'faultmessage':
      return interview.faultMessage ?? null;
    case 'currentdate':
      return dayIn(interview, interview.context.clock.now());
    case 'currentdatetime':
    case 'interviewstarttime':
      return now;
    case 'currentrecord':
      return interview.trigger?.record.values['Id'] ?? null;
    default:
      return null;
  }
}

function dayIn({ context }: Interview, instant: number): string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: context.user.timeZone });
  return format.format(instant);
}

/** Goes from a value along fields and relationships. */
function follow(interview: Interview, value: FlowValue, path: readonly string[]): FlowValue {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  if (!isRecord(value)) return null;
  const { schema } = interview.context;
  const object = schema.object(value.object);
  const field = object && schema.field(object, name);
  if (field !== undefined) return fieldValue(interview, value, field.name);
  const relationship = object && schema.parentRelationship(object, name);
  if (relationship === undefined) return null;
  const id = value.values[relationship.name] ?? null;
  return follow(interview, parentOf(interview, relationship.referenceTo, id), rest);
}

function fieldValue(interview: Interview, record: FlowRecord, name: string): FieldValue {
  const stored = record.values[name];
  const { schema, formulaField } = interview.context;
  const field = schema.object(record.object)?.fields.get(name.toLowerCase());
  if (field?.formula === undefined || formulaField === undefined) return stored ?? null;
  return formulaField(record.object, name, record.values);
}

function parentOf(
  { context }: Interview,
  objects: readonly string[],
  id: FieldValue
): FlowRecord | null {
  if (typeof id !== 'string') return null;
  const object =
    objects.find((name) => context.schema.object(name)?.keyPrefix === id.slice(0, 3)) ?? objects[0];
  const row: StoredRow | undefined =
    object === undefined ? undefined : context.store.get(object, [id])[0];
  return object === undefined || row === undefined ? null : { object, values: row };
}

/** Runs one of the flow's formulas. */
export function runFormula(interview: Interview, text: string): FieldValue {
  return interview.flow.formulas.get(text)?.run(environmentOf(interview)) ?? null;
}

function environmentOf(interview: Interview): FlowEnvironment {
  const { context, trigger } = interview;
  return {
    now: context.clock.now(),
    timeZone: context.user.timeZone,
    isNew: trigger !== undefined && trigger.prior === undefined,
    isClone: false,
    read: (path) => {
      const value = read(interview, path);
      return typeof value === 'object' && value !== null && !(value instanceof Uint8Array)
        ? null
        : value;
    }
  };
}
