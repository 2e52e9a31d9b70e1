import type { AnnotationInfo, ApexContext, ClassInfo, MethodInfo } from '../../apex/index.ts';
import { JsonWriter, writeValue } from '../../apex/library/index.ts';
import { ApexBlob, ApexMap, textOf } from '../../apex/runtime/index.ts';
import { newRestRequest, newRestResponse } from '../library/index.ts';
import { hostOf } from '../runtime/index.ts';
import { parameterValue } from './aura.ts';

/** A request to `/services/apexrest/…`. */
export interface RestRequestData {
  readonly method: string;
  /** Behind `/services/apexrest`, with a leading slash. */
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export interface RestResponseData {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/**
 * Answers a request by the class whose `@RestResource` fits best; one that no class, method or user fits is refused in
 * the platform's words.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_rest_methods.htm
 * @throws ApexException of the method
 */
export function answerRest(context: ApexContext, data: RestRequestData): RestResponseData {
  const { transaction } = hostOf(context);
  const found = resourceFor(context, data.path);
  if (found === undefined) {
    return refused(404, 'NOT_FOUND', `Could not find a match for URL ${data.path}`);
  }
  const { name } = found.info;
  if (!transaction.policy.canUseClass(name)) {
    return refused(403, 'FORBIDDEN', `You do not have access to the Apex class named: ${name}`);
  }
  const method = methodFor(found.info, data.method);
  if (method === undefined) {
    return refused(405, 'METHOD_NOT_ALLOWED', `HTTP Method '${data.method}' not allowed.`);
  }
  const given = bodyValues(method, data);
  if (given === undefined) {
    return refused(400, 'JSON_PARSER_ERROR', 'The body must be a JSON object with the parameters.');
  }
  const response = newRestResponse();
  transaction.rest = { request: requestFrom(data, found.pattern), response };
  const values = method.parameters.map(({ name: key, type }) =>
    parameterValue(context, given[key], type)
  );
  const result = context.program.invokeStatic(name, method.name, values);
  return responseFrom(context, response.data, method.returnType === 'void' ? undefined : result);
}

function refused(statusCode: number, errorCode: string, message: string): RestResponseData {
  const body = new TextEncoder().encode(JSON.stringify([{ errorCode, message }]));
  return { statusCode, headers: { 'Content-Type': 'application/json' }, body };
}

/** Parameters by name, where a method has any; undefined for a body that holds none. */
function bodyValues(
  { parameters }: MethodInfo,
  { body }: RestRequestData
): Readonly<Record<string, unknown>> | undefined {
  if (parameters.length === 0 || body.length === 0) return {};
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(body));
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

interface Resource {
  readonly info: ClassInfo;
  readonly pattern: string;
}

function resourceFor({ program, schema }: ApexContext, path: string): Resource | undefined {
  const prefix = `/${schema.namespace ?? ''}/`;
  const local = path.startsWith(prefix) ? path.slice(prefix.length - 1) : path;
  const candidates = program.classes.flatMap((info) => {
    const pattern = annotation(info.annotations, 'restresource')?.parameters.get('urlmapping');
    return typeof pattern === 'string' && fits(pattern, local) ? [{ info, pattern }] : [];
  });
  return candidates.sort((a, b) => b.pattern.length - a.pattern.length)[0];
}

function fits(pattern: string, path: string): boolean {
  const base = pattern.replace(/\*$/, '');
  if (!pattern.endsWith('*')) return path === pattern;
  return path.startsWith(base) || path === base.replace(/\/$/, '');
}

function annotation(list: readonly AnnotationInfo[], name: string): AnnotationInfo | undefined {
  return list.find((each) => each.name === name);
}

function methodFor({ methods }: ClassInfo, verb: string): MethodInfo | undefined {
  return methods.find((each) => annotation(each.annotations, `http${verb.toLowerCase()}`));
}

function requestFrom(data: RestRequestData, pattern: string) {
  const map = (values: Readonly<Record<string, string>>): ApexMap =>
    new ApexMap('String', 'String', Object.entries(values));
  return newRestRequest({
    httpMethod: data.method,
    requestURI: data.path,
    resourcePath: `/services/apexrest${pattern}`,
    remoteAddress: '127.0.0.1',
    headers: map(data.headers),
    params: map(data.parameters),
    requestBody: new ApexBlob(data.body)
  });
}

function responseFrom(
  context: ApexContext,
  fields: Readonly<Record<string, unknown>>,
  result: unknown
): RestResponseData {
  const headers = fields['headers'] instanceof ApexMap ? fields['headers'].entries() : [];
  const own = fields['responseBody'];
  const status = fields['statusCode'];
  const body = result === undefined ? bytesOf(own) : jsonBytes(context, result);
  const named = headers.map(([name, value]): [string, string] => [String(name), textOf(value)]);
  return {
    statusCode: typeof status === 'number' ? status : 200,
    headers: { 'Content-Type': 'application/json', ...Object.fromEntries(named) },
    body
  };
}

function bytesOf(value: unknown): Uint8Array {
  return value instanceof ApexBlob ? value.bytes : new Uint8Array();
}

function jsonBytes(context: ApexContext, value: unknown): Uint8Array {
  const writer = new JsonWriter(false);
  writeValue({ context, writer, suppressNulls: false }, value);
  return new TextEncoder().encode(writer.text);
}
