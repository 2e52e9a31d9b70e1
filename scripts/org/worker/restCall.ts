import type { AnnotationInfo, ApexContext, ClassInfo, MethodInfo } from '../../apex/index.ts';
import { JsonWriter, writeValue } from '../../apex/library/index.ts';
import { ApexBlob, ApexException, ApexMap, textOf } from '../../apex/runtime/index.ts';
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
 * Answers a request by the class whose `@RestResource` fits best.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_rest_methods.htm
 * @throws ApexException when no class or method takes it
 */
export function answerRest(context: ApexContext, data: RestRequestData): RestResponseData {
  const found = resourceFor(context, data.path);
  if (found === undefined) throw refusal(`Could not find a match for URL ${data.path}`);
  const method = methodFor(found.info, data.method);
  if (method === undefined) throw refusal(`HTTP Method '${data.method}' not allowed.`);
  const { transaction } = hostOf(context);
  const response = newRestResponse();
  const request = requestFrom(data, found.pattern);
  transaction.rest = { request, response };
  const values = argumentsOf(context, method, data);
  const result = context.program.invokeStatic(found.info.name, method.name, values);
  return responseFrom(context, response.data, method.returnType === 'void' ? undefined : result);
}

function refusal(text: string): ApexException {
  return new ApexException('System.NoDataFoundException', text);
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

function argumentsOf(
  context: ApexContext,
  { parameters }: MethodInfo,
  { body }: RestRequestData
): unknown[] {
  if (parameters.length === 0) return [];
  const text = new TextDecoder().decode(body);
  const values = (text === '' ? {} : JSON.parse(text)) as Readonly<Record<string, unknown>>;
  return parameters.map(({ name, type }) => parameterValue(context, values[name], type));
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
