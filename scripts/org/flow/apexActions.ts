import type { SchemaPort } from '../../apex/index.ts';
import type { ActionCall, ActionPort, ActionResult } from './context.ts';
import type { FlowValue } from './model.ts';
import { isCollection, isField, isRecord } from './values.ts';

/** How actions reach the org. */
export interface ActionTargets {
  readonly schema: SchemaPort;
  /**
   * Calls the `@InvocableMethod` of a class with all inputs at once: JSON values by variable name, records as
   * `{attributes: {type}, …}`.
   */
  invokeApex(
    className: string,
    inputs: readonly Readonly<Record<string, unknown>>[]
  ): readonly { readonly outputs: Readonly<Record<string, unknown>> }[];
  /** The text of an exception that Apex threw; undefined for anything else, which then goes through. */
  describeException(error: unknown): string | undefined;
  /** Sends e-mails and notifications; without it they go nowhere. */
  send?(call: ActionCall): readonly ActionResult[];
}

/** Apex actions, e-mails and custom notifications for flows. */
export function orgActions(targets: ActionTargets): ActionPort {
  return {
    call(call) {
      if (call.type === 'apex') return callApex(targets, call);
      return targets.send?.(call) ?? call.inputs.map(() => ({ error: undefined, outputs: {} }));
    }
  };
}

/** An exception is the fault of all interviews of the call. */
function callApex(targets: ActionTargets, { name, inputs }: ActionCall): readonly ActionResult[] {
  const className = name.replace(/^.*__/, '');
  try {
    return targets.invokeApex(className, inputs.map(toJsonInputs)).map(({ outputs }) => ({
      error: undefined,
      outputs: Object.fromEntries(
        Object.entries(outputs).map(([key, value]) => [key, fromJson(targets.schema, value)])
      )
    }));
  } catch (error) {
    const text = targets.describeException(error);
    if (text === undefined) throw error;
    return inputs.map(() => ({ error: `An Apex error occurred: ${text}`, outputs: {} }));
  }
}

function toJsonInputs(input: Readonly<Record<string, FlowValue>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, toJson(value)]));
}

function toJson(value: FlowValue): unknown {
  if (isCollection(value)) return value.map(toJson);
  if (isRecord(value)) return { attributes: { type: value.object }, ...value.values };
  return isField(value) ? value : value.apex;
}

function fromJson(schema: SchemaPort, value: unknown): FlowValue {
  if (Array.isArray(value)) return value.map((item: unknown) => fromJson(schema, item));
  if (typeof value !== 'object' || value === null) return isScalar(value) ? value : null;
  return recordFrom(schema, value) ?? { apex: value };
}

function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

/** An object with an id that belongs to an object of the org is a record. */
function recordFrom(schema: SchemaPort, value: object): FlowValue | undefined {
  const entries: [string, unknown][] = Object.entries(value);
  const id = entries.find(([name]) => name === 'Id')?.[1];
  if (typeof id !== 'string') return undefined;
  const object = [...schema.objects.values()].find(({ keyPrefix }) => keyPrefix === id.slice(0, 3));
  if (object === undefined) return undefined;
  const values = entries.flatMap(([name, each]) => (isScalar(each) ? [[name, each] as const] : []));
  return { object: object.name, values: Object.fromEntries(values) };
}
