import type { ApexContext, ClassInfo, FieldInfo, MethodInfo } from '../../apex/index.ts';
import { ApexException, ApexList } from '../../apex/runtime/index.ts';
import { isUncatchable } from '../runtime/index.ts';
import type { ActionOutcome } from '../runtime/index.ts';
import { auraValue } from './auraValue.ts';
import { parameterValue } from './aura.ts';

/** A call of an `@InvocableMethod`, as the REST API's custom actions make it. */
export interface InvocableRequest {
  readonly className: string;
  /** One for each invocation: JSON values by variable name. */
  readonly inputs: readonly Readonly<Record<string, unknown>>[];
}

export interface InvocableResult {
  readonly outputs: Readonly<Record<string, unknown>>;
}

/** The type of a list's elements: `Orders.Request` of `List<Orders.Request>`. */
export function elementOf(type: string): string {
  return /^List<(.+)>$/i.exec(type)?.[1] ?? 'Object';
}

/** The `@InvocableMethod` of a class. */
export function invocableMethod({ methods }: ClassInfo): MethodInfo | undefined {
  return methods.find(({ annotations }) =>
    annotations.some((annotation) => annotation.name === 'invocablemethod')
  );
}

/**
 * Calls the invocable method of a class with all inputs at once.
 * @throws ApexException when the class has none
 */
export function callInvocable(context: ApexContext, request: InvocableRequest): InvocableResult[] {
  const { program } = context;
  const info = program.classInfo(request.className);
  const method = info && invocableMethod(info);
  if (info === undefined || method === undefined) {
    const text = `${request.className} has no invocable method.`;
    throw new ApexException('System.InvalidParameterValueException', text);
  }
  const [parameter] = method.parameters;
  const values =
    parameter === undefined ? [] : [inputList(context, parameter.type, request.inputs)];
  const results = program.invokeStatic(info.name, method.name, values);
  return outputs(context, results, request.inputs.length);
}

function inputList(
  context: ApexContext,
  type: string,
  inputs: InvocableRequest['inputs']
): ApexList {
  const element = elementOf(type);
  const info = context.program.classInfo(element);
  const items = inputs.map((input) =>
    info === undefined
      ? parameterValue(context, Object.values(input)[0], element)
      : objectFrom(context, info, input)
  );
  return new ApexList(element, items);
}

function objectFrom(
  context: ApexContext,
  info: ClassInfo,
  input: Readonly<Record<string, unknown>>
): unknown {
  const target = context.program.construct(info.name, []);
  for (const field of invocableFields(info)) {
    const key = Object.keys(input).find((name) => name.toLowerCase() === field.name.toLowerCase());
    if (key !== undefined) field.set(target, parameterValue(context, input[key], field.type));
  }
  return target;
}

/** The `@InvocableVariable`s of a class. */
export function invocableFields({ fields }: ClassInfo): FieldInfo[] {
  return fields.filter(({ annotations }) =>
    annotations.some((annotation) => annotation.name === 'invocablevariable')
  );
}

function outputs(context: ApexContext, results: unknown, count: number): InvocableResult[] {
  if (!(results instanceof ApexList)) return Array.from({ length: count }, () => ({ outputs: {} }));
  return results.items.map((item) => {
    const info = context.program.classInfo(context.program.typeName(item));
    if (info === undefined) return { outputs: { output: auraValue(context, item) } };
    const fields = invocableFields(info);
    const values = fields.map((field) => [field.name, auraValue(context, field.get(item))]);
    return { outputs: Object.fromEntries(values) as Record<string, unknown> };
  });
}

/** `Invocable.Action.invoke` of an Apex action: Apex values in, Apex values out. */
export function invokeApexAction(
  context: ApexContext,
  className: string,
  invocations: readonly ReadonlyMap<string, unknown>[]
): ActionOutcome[] | undefined {
  const { program } = context;
  const info = program.classInfo(className.replace('__', '.'));
  const method = info && invocableMethod(info);
  if (info === undefined || method === undefined) return undefined;
  const given = method.parameters.map(({ type }) => {
    const element = elementOf(type);
    const items = invocations.map((values) => apexInput(context, element, values));
    return new ApexList(element, items);
  });
  try {
    const results = program.invokeStatic(info.name, method.name, given);
    return apexOutcomes(context, results, invocations.length);
  } catch (error) {
    if (!(error instanceof ApexException) || isUncatchable(error)) throw error;
    return invocations.map(() => ({ outputs: new Map(), errors: [error.text ?? ''] }));
  }
}

function apexInput(
  { program }: ApexContext,
  element: string,
  values: ReadonlyMap<string, unknown>
): unknown {
  const info = program.classInfo(element);
  if (info === undefined) return [...values.values()][0] ?? null;
  const target = program.construct(info.name, []);
  for (const field of invocableFields(info)) {
    const entry = [...values].find(([name]) => name.toLowerCase() === field.name.toLowerCase());
    if (entry !== undefined) field.set(target, entry[1]);
  }
  return target;
}

function apexOutcomes({ program }: ApexContext, results: unknown, count: number): ActionOutcome[] {
  const none = { outputs: new Map<string, unknown>(), errors: [] };
  if (!(results instanceof ApexList)) return Array.from({ length: count }, () => none);
  return results.items.map((item) => {
    const info = program.classInfo(program.typeName(item));
    if (info === undefined) return { outputs: new Map([['output', item]]), errors: [] };
    const outputs = invocableFields(info).map((field) => [field.name, field.get(item)] as const);
    return { outputs: new Map(outputs), errors: [] };
  });
}
