import type { ApexContext, ClassInfo, MethodInfo, ProgramPort } from '../../apex/index.ts';
import { deserialize, readJson } from '../../apex/library/index.ts';
import { ApexException } from '../../apex/runtime/index.ts';
import { LimitExceeded } from '../limits/index.ts';
import type { Limits } from '../limits/index.ts';
import { hostOf } from '../runtime/index.ts';
import { auraValue } from './auraValue.ts';

/** A call of an `@AuraEnabled` method. */
export interface AuraRequest {
  readonly className: string;
  readonly methodName: string;
  /** JSON values by parameter name. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

/**
 * Calls an `@AuraEnabled` method as the running user and gives its result as JSON.
 * @throws ApexException when there is no such method, or the user may not use its class
 */
export function callAura(context: ApexContext, request: AuraRequest): unknown {
  const { program } = context;
  const info = program.classInfo(request.className);
  const method = info && auraMethod(info, request.methodName);
  if (info === undefined || method === undefined) throw noMethod(request);
  const { policy, limits } = hostOf(context).transaction;
  if (isCacheable(method)) forbidDml(limits);
  if (!policy.canUseClass(info.name)) throw noAccess(info.name);
  const values = method.parameters.map(({ name, type }) =>
    parameterValue(context, valueNamed(request.parameters, name), type)
  );
  return auraValue(context, program.invokeStatic(info.name, method.name, values));
}

function auraMethod({ methods }: ClassInfo, name: string): MethodInfo | undefined {
  const wanted = name.toLowerCase();
  return methods.find(
    (method) =>
      method.isStatic &&
      method.name.toLowerCase() === wanted &&
      method.annotations.some((annotation) => annotation.name === 'auraenabled')
  );
}

function isCacheable({ annotations }: MethodInfo): boolean {
  const value = annotations.find(({ name }) => name === 'auraenabled')?.parameters.get('cacheable');
  return value === true || value === 'true';
}

/** A cacheable method may not save: the platform gives it no DML statements at all. */
function forbidDml(limits: Limits): void {
  const count = limits.count.bind(limits);
  limits.count = (name, by) => {
    if (name === 'dmlStatements') throw new LimitExceeded(name, 'Too many DML statements: 1');
    count(name, by);
  };
}

function noMethod({ className, methodName }: AuraRequest): ApexException {
  return new ApexException(
    'System.InvalidParameterValueException',
    `Unable to find action ${methodName} in the controller ${className}.`
  );
}

function noAccess(className: string): ApexException {
  const text = `You do not have access to the Apex class named '${className}'.`;
  return new ApexException('System.NoAccessException', text);
}

function valueNamed(values: Readonly<Record<string, unknown>>, name: string): unknown {
  const wanted = name.toLowerCase();
  const key = Object.keys(values).find((each) => each.toLowerCase() === wanted);
  return key === undefined ? null : values[key];
}

/** A JSON value as an Apex value of a type. */
export function parameterValue(context: ApexContext, value: unknown, type: string): unknown {
  if (value === undefined || value === null) return null;
  return deserialize(context, readJson(JSON.stringify(value)), { type, strict: false });
}

/** Is the class's property one that leaves Apex? */
export function auraFields(program: ProgramPort, type: string): ClassInfo['fields'] {
  const info = program.classInfo(type);
  if (info === undefined) return [];
  const inherited = info.superName === undefined ? [] : auraFields(program, info.superName);
  const own = info.fields.filter(
    ({ isStatic, annotations }) =>
      !isStatic && annotations.some((annotation) => annotation.name === 'auraenabled')
  );
  return [...inherited, ...own];
}
