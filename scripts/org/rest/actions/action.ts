import { ApexCallError } from '../../worker/index.ts';
import { isPlainObject } from '../requestRecord.ts';
import { malformedBody } from '../restError.ts';
import type { RestAnswer, RestCall } from '../routes/route.ts';

/** A parameter of an action, as clients are told of it. */
export interface ActionParameter {
  readonly name: string;
  readonly label: string;
  readonly description: string | null;
  /** `STRING`, `NUMBER`, `SOBJECT`, `APEX` */
  readonly type: string;
  readonly sobjectType: string | null;
  readonly apexClass: string | null;
  readonly required: boolean;
  readonly maxOccurs: number;
}

/** An action in full: https://developer.salesforce.com/docs/atlas.en-us.api_action.meta/api_action/actions_obj_apex.htm */
export interface Action {
  readonly name: string;
  readonly label: string;
  readonly description: string | null;
  /** `APEX`, `FLOW`, `EMAILSIMPLE` */
  readonly type: string;
  readonly category: string | null;
  readonly standard: boolean;
  readonly inputs: readonly ActionParameter[];
  readonly outputs: readonly ActionParameter[];
}

/** As a list of actions shows one. @param folder `custom/apex` */
export function listed(
  { version }: RestCall,
  { name, label, type }: Pick<Action, 'name' | 'label' | 'type'>,
  folder: string
): unknown {
  return { label, name, type, url: `/services/data/v${version}/actions/${folder}/${name}` };
}

/** As the action's own address shows it. */
export function described({ inputs, outputs, ...action }: Action): unknown {
  return {
    ...action,
    allowsTransactionControl: false,
    canBeUsed: true,
    configurationEditor: null,
    genericTypes: [],
    iconName: null,
    targetEntityName: null,
    inputs: inputs.map(describedParameter),
    outputs: outputs.map(describedParameter)
  };
}

function describedParameter(parameter: ActionParameter): unknown {
  return { ...parameter, byteLength: 0, picklistValues: null };
}

/** How many times an action may be asked for in one request. */
const mostInputs = 200;

/** The inputs of a request, one for each time. @throws RestError */
export function readInputs({ body }: RestCall): Record<string, unknown>[] {
  const inputs = isPlainObject(body) ? body['inputs'] : undefined;
  const isFitting = Array.isArray(inputs) && inputs.every(isPlainObject);
  if (!isFitting) throw malformedBody('The body needs inputs, a list of JSON objects.');
  if (inputs.length <= mostInputs) return inputs;
  throw malformedBody(`No more than ${String(mostInputs)} inputs are allowed.`);
}

export interface ActionOutcome {
  readonly errors: readonly string[];
  readonly outputs: Readonly<Record<string, unknown>>;
}

/**
 * One answer for each input. A needed input that is missing, or an exception, is the answer to all of them: nothing is
 * done then.
 */
export async function invoke(
  { name, inputs: parameters }: Pick<Action, 'name' | 'inputs'>,
  inputs: readonly Record<string, unknown>[],
  work: () => Promise<readonly ActionOutcome[]>
): Promise<RestAnswer> {
  const missing = inputs.map((input) => missingInputs(parameters, input));
  if (missing.some((names) => names.length > 0)) {
    return answerOf(
      name,
      missing.map((names) => names.map(missingInput))
    );
  }
  try {
    const outcomes = await work();
    const failed = outcomes.some(({ errors }) => errors.length > 0);
    return { status: failed ? 400 : 200, body: outcomes.map((each) => resultOf(name, each)) };
  } catch (error) {
    if (!(error instanceof ApexCallError)) throw error;
    const message = `An Apex error occurred: ${error.exceptionType}: ${error.message}`;
    const problem = { statusCode: 'UNKNOWN_EXCEPTION', message, fields: [] };
    return answerOf(
      name,
      inputs.map(() => [problem])
    );
  }
}

interface Problem {
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
}

function missingInputs(
  parameters: readonly ActionParameter[],
  input: Record<string, unknown>
): string[] {
  const given = new Set(
    Object.entries(input).flatMap(([name, value]) => (value == null ? [] : name.toLowerCase()))
  );
  const needed = parameters.filter(({ required }) => required);
  return needed.map(({ name }) => name).filter((name) => !given.has(name.toLowerCase()));
}

function missingInput(name: string): Problem {
  const message = `Missing required input parameter: ${name}`;
  return { statusCode: 'INVALID_API_INPUT', message, fields: [] };
}

function answerOf(actionName: string, problems: readonly (readonly Problem[])[]): RestAnswer {
  const body = problems.map((errors) => ({
    actionName,
    errors: errors.length === 0 ? null : errors,
    isSuccess: false,
    outputValues: null
  }));
  return { status: 400, body };
}

function resultOf(actionName: string, { errors, outputs }: ActionOutcome): unknown {
  if (errors.length === 0) {
    return { actionName, errors: null, isSuccess: true, outputValues: outputs };
  }
  const items = errors.map((message) => ({ statusCode: 'UNKNOWN_EXCEPTION', message, fields: [] }));
  return { actionName, errors: items, isSuccess: false, outputValues: null };
}
