import type { ApexContext, ClassInfo, MethodInfo } from '../../apex/index.ts';
import { ApexException, ApexList, ApexSObject } from '../../apex/runtime/index.ts';
import type { ActionCall, ActionPort, ActionResult, FlowRecord, FlowValue } from '../flow/index.ts';
import { hostOf, isUncatchable, toStored } from '../runtime/index.ts';
import { parameterValue } from './aura.ts';
import { elementOf, invocableFields, invocableMethod } from './invocable.ts';

/** The actions that flows call: Apex in this transaction; messages are kept until the commit. */
export function flowActions(context: ApexContext): ActionPort {
  return {
    call: (call) => {
      switch (call.type) {
        case 'apex':
          return callApex(context, call);
        case 'emailSimple':
          return call.inputs.map((input) =>
            keepMessage(context, 'email', [
              [input['emailAddresses'] ?? null, input['emailAddressesArray'] ?? null].flat(),
              input['emailSubject'],
              input['emailBody']
            ])
          );
        case 'customNotificationAction':
          return call.inputs.map((input) =>
            keepMessage(context, 'notification', [
              input['recipientIds'],
              input['title'],
              input['body']
            ])
          );
        default:
          return call.inputs.map(() => ({
            error: `The action ${call.type} is not supported by the local org.`,
            outputs: {}
          }));
      }
    }
  };
}

function keepMessage(
  context: ApexContext,
  kind: 'email' | 'notification',
  [to, subject, body]: readonly (FlowValue | undefined)[]
): ActionResult {
  const text = (value: FlowValue | undefined): string => (typeof value === 'string' ? value : '');
  const given = Array.isArray(to) ? to.map(text) : [text(to)];
  const recipients = given.flatMap((each) => each.split(/[;,]\s*/)).filter((each) => each !== '');
  const message = { kind, recipients, subject: text(subject), body: text(body) };
  hostOf(context).transaction.afterCommit.messages.push(message);
  return { error: undefined, outputs: {} };
}

function callApex(context: ApexContext, { name, inputs }: ActionCall): ActionResult[] {
  const { program } = context;
  const info = program.classInfo(name.replace('__', '.'));
  const method = info && invocableMethod(info);
  if (info === undefined || method === undefined) {
    return inputs.map(() => ({ error: `${name} is no Apex action.`, outputs: {} }));
  }
  try {
    const given = apexArguments(context, method, inputs);
    const results = program.invokeStatic(info.name, method.name, given);
    return resultsOf(context, results, inputs.length);
  } catch (error) {
    if (!(error instanceof ApexException) || isUncatchable(error)) throw error;
    const text = `An Apex error occurred: ${error.describe()}`;
    return inputs.map(() => ({ error: text, outputs: {} }));
  }
}

type Input = ActionCall['inputs'][number];

function apexArguments(
  context: ApexContext,
  { parameters }: MethodInfo,
  inputs: readonly Input[]
): ApexList[] {
  return parameters.map(({ type }) => {
    const element = elementOf(type);
    const items = inputs.map((input) => apexInput(context, element, input));
    return new ApexList(element, items);
  });
}

function apexInput(context: ApexContext, element: string, input: Input): unknown {
  const info = context.program.classInfo(element);
  if (info === undefined) return toApexValue(context, Object.values(input)[0] ?? null, element);
  return apexRequest(context, info, input);
}

function apexRequest(context: ApexContext, info: ClassInfo, input: Input): unknown {
  const target = context.program.construct(info.name, []);
  for (const field of invocableFields(info)) {
    const key = Object.keys(input).find((name) => name.toLowerCase() === field.name.toLowerCase());
    if (key !== undefined) field.set(target, toApexValue(context, input[key] ?? null, field.type));
  }
  return target;
}

/** A flow's value as an Apex value of a type. */
export function toApexValue(context: ApexContext, value: FlowValue, type: string): unknown {
  if (value === null) return null;
  if (isList(value)) {
    const element = /^List<(.+)>$/i.exec(type)?.[1] ?? 'Object';
    const items = value.map((item) => toApexValue(context, item, element));
    return new ApexList(element, items);
  }
  if (isRecord(value)) return hostOf(context).services.bridge.fromRow(value.object, value.values);
  if (typeof value === 'object' && 'apex' in value) return value.apex;
  return parameterValue(context, value, type);
}

function isList(value: FlowValue): value is readonly FlowValue[] {
  return Array.isArray(value);
}

function isRecord(value: FlowValue): value is FlowRecord {
  return typeof value === 'object' && value !== null && 'object' in value && 'values' in value;
}

/** An Apex value as a flow holds it. */
export function toFlowValue(value: unknown): FlowValue {
  if (value instanceof ApexList) return value.items.map(toFlowValue);
  if (value instanceof ApexSObject) return recordOf(value);
  if (value === null || value === undefined || typeof value !== 'object') return toStored(value);
  return isInstance(value) ? { apex: value } : toStored(value);
}

function recordOf({ type, fields }: ApexSObject): FlowRecord {
  const values = Object.entries(fields).map(([name, value]) => [name, toStored(value)]);
  return { object: type, values: Object.fromEntries(values) as FlowRecord['values'] };
}

/** Is it an instance of a class of the project? */
function isInstance(value: object): boolean {
  return '$type' in value && !(value instanceof ApexException);
}

function resultsOf({ program }: ApexContext, results: unknown, count: number): ActionResult[] {
  if (!(results instanceof ApexList)) {
    return Array.from({ length: count }, () => ({ error: undefined, outputs: {} }));
  }
  return results.items.map((item) => {
    const info = program.classInfo(program.typeName(item));
    const outputs =
      info === undefined
        ? { output: toFlowValue(item) }
        : Object.fromEntries(
            invocableFields(info).map((field) => [field.name, toFlowValue(field.get(item))])
          );
    return { error: undefined, outputs };
  });
}
