import { UserError } from '../../../shared/index.ts';
import type { FlowEntry, FlowParameter } from './flowCatalogue.ts';

/** What was typed, by parameter. */
export type TypedInputs = Readonly<Record<string, string>>;

/** What a run did. */
export interface FlowRun {
  readonly isSuccess: boolean;
  readonly errors: readonly string[];
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly limits: readonly {
    readonly name: string;
    readonly used: number;
    readonly most: number;
  }[];
}

const mark = 'FLOWS_PAGE_RESULT ';

const limits: readonly (readonly [label: string, method: string])[] = [
  ['SOQL queries', 'Queries'],
  ['Query rows', 'QueryRows'],
  ['DML statements', 'DmlStatements'],
  ['DML rows', 'DmlRows'],
  ['Callouts', 'Callouts'],
  ['CPU time (ms)', 'CpuTime'],
  ['Heap (bytes)', 'HeapSize']
];

/**
 * Anonymous Apex that runs an action or flow once and logs what came of it, and which limits it used.
 *
 * @throws UserError for a text that is no value of its type
 */
export function runScript(entry: FlowEntry, inputs: TypedInputs): string {
  const given = entry.inputs.flatMap((parameter) => {
    const text = inputs[parameter.name]?.trim() ?? '';
    return text === '' ? [] : [`${quoted(parameter.name)} => ${literal(parameter, text)}`];
  });
  const map = `new Map<String, Object>{ ${given.join(', ')} }`;
  return entry.kind === 'action' ? actionScript(entry, map) : flowScript(entry, map);
}

function actionScript({ name }: FlowEntry, inputs: string): string {
  return `Invocable.Action action = Invocable.Action.createCustomAction('apex', ${quoted(name)});
action.setInvocations(new List<Map<String, Object>>{ ${inputs} });
Invocable.Action.Result result = action.invoke()[0];
List<String> errors = new List<String>();
for (Invocable.Action.Error error : result.getErrors()) {
    errors.add(error.getMessage());
}
Map<String, Object> outputs = result.getOutputParameters();
Boolean isSuccess = result.isSuccess();
${report}`;
}

function flowScript({ name, outputs }: FlowEntry, inputs: string): string {
  const reads = outputs.map(
    (output) =>
      `outputs.put(${quoted(output.name)}, interview.getVariableValue(${quoted(output.name)}));`
  );
  return `Flow.Interview interview = Flow.Interview.createInterview(${quoted(name)}, ${inputs});
interview.start();
List<String> errors = new List<String>();
Boolean isSuccess = true;
Map<String, Object> outputs = new Map<String, Object>();
${reads.join('\n')}
${report}`;
}

const report = `System.debug(${quoted(mark)} + JSON.serialize(new Map<String, Object>{
    'isSuccess' => isSuccess, 'errors' => errors, 'outputs' => outputs,
    'limits' => new List<Object>{ ${limits
      .map(
        ([label, method]) =>
          `new Map<String, Object>{ 'name' => ${quoted(label)}, 'used' => Limits.get${method}(), 'most' => Limits.getLimit${method}() }`
      )
      .join(', ')} }
}));`;

/** Apex text of a value that somebody typed. */
function literal({ type, label }: FlowParameter, text: string): string {
  const element = /^List<(.+)>$/i.exec(type)?.[1];
  if (element !== undefined) {
    const items = text
      .split('\n')
      .map((line) => literal({ ...one, type: element, label }, line.trim()));
    return `new List<${element}>{ ${items.join(', ')} }`;
  }
  const write = writers[type.toLowerCase()] ?? asObject(type);
  return write(text) ?? fail(label, type, text);
}

const one = { name: '', description: '', required: false };

const whole = /^-?\d{1,18}$/;
const decimal = /^-?\d{1,18}(?:\.\d{1,18})?$/;
const dayForm = /^\d{4}-\d{2}-\d{2}$/;
const timeForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?Z$/;

type Writer = (text: string) => string | undefined;
const number: Writer = (text) =>
  decimal.test(text) ? `Decimal.valueOf(${quoted(text)})` : undefined;
const writers: Readonly<Record<string, Writer>> = {
  string: (text) => quoted(text),
  id: (text) => (/^\w{15}(?:\w{3})?$/.test(text) ? `Id.valueOf(${quoted(text)})` : undefined),
  boolean: (text) => (/^(?:true|false)$/i.test(text) ? text.toLowerCase() : undefined),
  integer: (text) => (whole.test(text) ? `Integer.valueOf(${quoted(text)})` : undefined),
  decimal: number,
  double: number,
  date: (text) => (dayForm.test(text) ? `Date.valueOf(${quoted(text)})` : undefined),
  datetime: (text) =>
    timeForm.test(text)
      ? `(Datetime) JSON.deserialize(${quoted(JSON.stringify(text))}, Datetime.class)`
      : undefined
};

/** A value of an Apex class or a record: a JSON object of its fields. */
function asObject(type: string): Writer {
  return (text) =>
    /^\w+(?:\.\w+)?$/.test(type) && isJsonObject(text)
      ? `(${type}) JSON.deserialize(${quoted(text)}, ${type}.class)`
      : undefined;
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

function fail(label: string, type: string, text: string): never {
  const known = writers[type.toLowerCase()] !== undefined;
  const hint = known
    ? ''
    : ' Write it as a JSON object, such as {"field": "Title", "value": "Data"}.';
  throw new UserError(
    `${label}: “${text}” is no ${type}.`,
    `Correct the input and run it again.${hint}`
  );
}

/** A text as Apex writes it. */
export function quoted(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r');
  return `'${escaped}'`;
}

/** What the script logged; undefined when it did not come so far. */
export function readRun(log: string): FlowRun | undefined {
  const line = log.split('\n').find((candidate) => candidate.includes(`|${mark}`));
  if (line === undefined) return undefined;
  return JSON.parse(line.slice(line.indexOf(mark) + mark.length)) as FlowRun;
}
