import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

import type { JsonObject } from '../json.ts';
import { isJsonObject } from '../json.ts';

const file = fileURLToPath(new URL('../../../docs/clazar-api.yaml', import.meta.url));
const methods = ['get', 'post', 'patch', 'delete'];

/** An operation of the OpenAPI document. */
export interface DescribedOperation {
  /** Upper case. */
  readonly method: string;
  readonly path: string;
  readonly source: unknown;
  readonly statuses: readonly string[];
  readonly hasBody: boolean;
}

/** A data set of the OpenAPI document. */
export interface DescribedDataset {
  readonly columns: readonly string[];
  problems(row: unknown): string[];
}

/** The OpenAPI document, as a judge of answers. */
export interface Contract {
  readonly operations: readonly DescribedOperation[];
  /** What is wrong with an answer; empty when nothing is. */
  problems(request: Addressed, status: number, body: string): string[];
  /** The columns of a data set in their order, and what is wrong with a row of it. @throws Error when it is not described */
  dataset(name: string): DescribedDataset;
  /** What is wrong with the body of a request that the sandbox has taken. */
  requestProblems(request: Addressed, body: unknown): string[];
}

interface Addressed {
  readonly method: string;
  /** Without a query. */
  readonly path: string;
}

/** Reads `docs/clazar-api.yaml`. */
export function loadContract(): Contract {
  const document: unknown = parse(readFileSync(file, 'utf8'));
  if (!isJsonObject(document)) throw new TypeError('The document is not an object.');
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(document, 'api');
  const operations = operationsOf(document);
  const check = (pointer: string, value: unknown): string[] => {
    const judge = ajv.getSchema(`api#${pointer}`) ?? ajv.compile({ $ref: `api#${pointer}` });
    if (judge(value)) return [];
    return (judge.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
  };
  const dataset: Contract['dataset'] = (name) => {
    const schemas = entries(at(document['components'], 'schemas'));
    const found = schemas.find(([, schema]) => at(schema, 'x-dataset') === name);
    if (found === undefined) throw new Error(`No schema is marked with x-dataset: ${name}.`);
    const [schemaName, schema] = found;
    return {
      columns: entries(at(schema, 'properties')).map(([column]) => column),
      problems: (row) => check(`/components/schemas/${schemaName}`, row)
    };
  };
  return {
    operations,
    dataset,
    problems: ({ method, path }, status, body) => {
      const pointer = pointerTo(document, { operations, method, path, status });
      if (pointer === undefined) return [`${method} ${path} has no answer ${status}.`];
      if (pointer === '') return body === '' ? [] : ['The answer has a body.'];
      return check(pointer, JSON.parse(body));
    },
    requestProblems: ({ method, path }, body) => {
      const own = operations.filter((operation) => patternOf(operation.path).test(path));
      const operation = own.find((candidate) => candidate.method === method);
      if (!operation?.hasBody) return [];
      return check(`${addressOf(operation)}/requestBody${json}`, body);
    }
  };
}

/** Where an operation is in the document. */
function addressOf({ method, path }: DescribedOperation): string {
  const escaped = path.replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D');
  return `/paths/${escaped}/${method.toLowerCase()}`;
}

function operationsOf(document: JsonObject): DescribedOperation[] {
  return entries(document['paths']).flatMap(([path, item]) =>
    entries(item)
      .filter(([method]) => methods.includes(method))
      .map(([method, operation]) => ({
        method: method.toUpperCase(),
        path,
        source: at(operation, 'x-source'),
        hasBody: at(operation, 'requestBody') !== undefined,
        statuses: entries(at(operation, 'responses')).map(([status]) => status)
      }))
  );
}

interface Asked {
  readonly operations: readonly DescribedOperation[];
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

/** Where the schema of an answer is: empty for an answer without body, undefined for none. */
function pointerTo(document: JsonObject, asked: Asked): string | undefined {
  const { operations, method, path, status } = asked;
  const own = operations.filter((operation) => patternOf(operation.path).test(path));
  if (own.length === 0) return status === 404 ? shared('NotFound') : undefined;
  if (status === 405) return shared('MethodNotAllowed');
  const operation = own.find((candidate) => candidate.method === method);
  if (!operation) return undefined;
  const item = at(document['paths'], operation.path);
  const response = at(at(at(item, method.toLowerCase()), 'responses'), String(status));
  const reference = at(response, '$ref');
  if (typeof reference === 'string') return `${reference.slice(1)}${json}`;
  if (!isJsonObject(response)) return undefined;
  if (response['content'] === undefined) return '';
  return `${addressOf(operation)}/responses/${status}${json}`;
}

const json = '/content/application~1json/schema';

function shared(name: string): string {
  return `/components/responses/${name}${json}`;
}

/** A pattern for concrete paths, with or without the slash at the end. */
function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+').replace(/\/$/, '/?')}$`);
}

function at(value: unknown, key: string): unknown {
  return isJsonObject(value) ? value[key] : undefined;
}

function entries(value: unknown): [string, unknown][] {
  return isJsonObject(value) ? Object.entries(value) : [];
}
