import { ApexException } from '../../apex/runtime/index.ts';
import type { ApexContext } from '../../apex/index.ts';
import { hostOf } from '../runtime/index.ts';
import { parameterValue } from './aura.ts';
import { auraValue } from './auraValue.ts';

/** A call of an autolaunched flow, as the REST API makes it. */
export interface FlowRequest {
  readonly name: string;
  /** One for each interview: JSON values with the Apex types of the flow's variables. */
  readonly inputs: readonly Readonly<Record<string, FlowInput>>[];
}

export interface FlowInput {
  readonly type: string;
  readonly value: unknown;
}

export interface FlowResult {
  readonly errors: readonly string[];
  readonly outputs: Readonly<Record<string, unknown>>;
}

/** Runs a flow for all inputs. @throws ApexException when there is no such flow */
export function callFlow(context: ApexContext, { name, inputs }: FlowRequest): FlowResult[] {
  const given = inputs.map(
    (input) =>
      new Map(
        Object.entries(input).map(([key, { type, value }]) => [
          key,
          parameterValue(context, value, type)
        ])
      )
  );
  const outcomes = hostOf(context).services.flows.autolaunched(name, given);
  if (outcomes === undefined) {
    throw new ApexException(
      'System.InvalidParameterValueException',
      `There is no active autolaunched flow ${name}.`
    );
  }
  return outcomes.map(({ errors, outputs }) => ({
    errors,
    outputs: Object.fromEntries(
      [...outputs].map(([key, value]) => [key, auraValue(context, value)])
    )
  }));
}
