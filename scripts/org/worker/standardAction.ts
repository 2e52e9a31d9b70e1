import type { ApexContext } from '../../apex/index.ts';
import type { FlowValue } from '../flow/index.ts';
import { flowActions } from './flowActions.ts';
import type { FlowResult } from './flowCall.ts';

/** A call of one of the platform's own actions, as the REST API makes it. */
export interface StandardActionRequest {
  /** `emailSimple`, `customNotificationAction` */
  readonly name: string;
  /** One for each time: JSON values by parameter name. */
  readonly inputs: readonly Readonly<Record<string, unknown>>[];
}

/** Runs an action once for all inputs, as a flow would. */
export function callStandardAction(
  context: ApexContext,
  { name, inputs }: StandardActionRequest
): FlowResult[] {
  const values = inputs.map((input) =>
    Object.fromEntries(Object.entries(input).map(([key, value]) => [key, flowValue(value)]))
  );
  const results = flowActions(context).call({ type: name, name, inputs: values });
  return results.map(({ error, outputs }) => ({
    errors: error === undefined ? [] : [error],
    outputs
  }));
}

function flowValue(value: unknown): FlowValue {
  if (Array.isArray(value)) return value.map(flowValue);
  const isPlain = ['string', 'number', 'boolean'].includes(typeof value);
  // Anything else is no value of a standard action.
  return isPlain ? (value as FlowValue) : null;
}
