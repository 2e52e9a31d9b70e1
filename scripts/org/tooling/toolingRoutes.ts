import { isPlainObject, notFound, ok, parameter, queryJson, RestError } from '../rest/index.ts';
import type { Json, RestAnswer, RestCall, Route } from '../rest/index.ts';
import { DeployError, requireApexRights } from '../deploy/index.ts';
import type { MetadataService } from '../deploy/index.ts';
import type { FieldValue, StoredRow } from '../store/index.ts';
import { createLogBook } from './logBook.ts';
import { readTestRequest } from './testRequest.ts';
import { createTestRunner } from './testRunner.ts';
import { createToolingService } from './toolingService.ts';
import type { ToolingService } from './toolingService.ts';

/** The Tooling API: https://developer.salesforce.com/docs/atlas.en-us.api_tooling.meta/api_tooling/intro_rest_resources.htm */
export function createToolingRoutes(metadata: MetadataService): readonly Route[] {
  const service = createToolingService(metadata);
  const logs = createLogBook(service.store, metadata.org.clock);
  const runner = createTestRunner(service, logs);
  const request = (call: RestCall, body: unknown) => readTestRequest(body, call.org.project);
  return [
    { method: 'GET', path: '/tooling/query', handle: (call) => query(service, call) },
    {
      method: 'GET',
      path: '/tooling/executeAnonymous',
      handle: forAuthors(async ({ userId, query: { anonymousBody = '' } }) => {
        const { log, ...outcome } = await metadata.org.executeAnonymous(userId, anonymousBody);
        logs.add(userId, log, '/services/data/tooling/executeAnonymous');
        return ok(outcome);
      })
    },
    {
      method: 'POST',
      path: '/tooling/runTestsSynchronous',
      handle: forAuthors(async (call) =>
        ok(await runner.now(call.userId, request(call, call.body)))
      )
    },
    {
      method: 'GET',
      path: '/tooling/runTestsSynchronous',
      handle: forAuthors(async (call) =>
        ok(await runner.now(call.userId, request(call, call.query)))
      )
    },
    {
      method: 'POST',
      path: '/tooling/runTestsAsynchronous',
      handle: forAuthors(async (call) =>
        jsonText(await runner.later(call.userId, request(call, call.body)))
      )
    },
    ...recordRoutes(service)
  ];
}

type Handle = (call: RestCall) => Promise<RestAnswer>;

/** Refuses whoever may not write Apex. */
function forAuthors(handle: Handle): Handle {
  return async (call) => {
    try {
      await requireApexRights(call.org, call.userId);
    } catch (error) {
      if (!(error instanceof DeployError)) throw error;
      throw new RestError(403, { errorCode: error.statusCode, message: error.message });
    }
    return handle(call);
  };
}

/** A text alone is JSON too, with quotes. */
function jsonText(text: string): RestAnswer {
  const headers = { 'Content-Type': 'application/json; charset=utf-8' };
  return { status: 200, body: JSON.stringify(text), headers };
}

async function query(service: ToolingService, call: RestCall): Promise<RestAnswer> {
  const soql = call.query['q'] ?? '';
  const result = await service.query(call.userId, soql);
  const json = queryJson(result, call.version);
  return ok({ ...json, ...toolingTraits(soql, json) });
}

/** Coverage is kept as text and told as an object. */
function toolingTraits(soql: string, json: Readonly<Record<string, Json>>): object {
  const entityTypeName = /\bFROM\s+(\w+)/i.exec(soql)?.[1] ?? '';
  const size = json['totalSize'];
  const records: unknown = json['records'];
  const list: unknown[] = Array.isArray(records) ? records : [];
  return { size, entityTypeName, queryLocator: null, records: list.map(withCoverage) };
}

function withCoverage(record: unknown): unknown {
  if (!isPlainObject(record)) return record;
  const coverage = record['Coverage'];
  return typeof coverage === 'string'
    ? { ...record, Coverage: JSON.parse(coverage) as unknown }
    : record;
}

/** Single records: what clients write is levels and flags of debug logs, and counters of source tracking. */
function recordRoutes(service: ToolingService): readonly Route[] {
  const answer =
    (handle: (service: ToolingService, name: string, call: RestCall) => RestAnswer) =>
    (call: RestCall): Promise<RestAnswer> =>
      Promise.resolve(handle(service, knownObject(service, call), call));
  const path = '/tooling/sobjects/:name';
  return [
    { method: 'GET', path: `${path}/describe`, handle: answer(describe) },
    { method: 'GET', path: `${path}/:id`, handle: (call) => readOne(service, call) },
    {
      method: 'GET',
      path: '/tooling/sobjects/ApexLog/:id/Body',
      handle: (call) => Promise.resolve(logBody(service, idOf(call)))
    },
    { method: 'POST', path, handle: answer(create) },
    { method: 'PATCH', path: `${path}/:id`, handle: answer(update) },
    { method: 'DELETE', path: `${path}/:id`, handle: answer(remove) }
  ];
}

/** Changes are told only where the org tracks them. @throws RestError */
function knownObject({ store, metadata }: ToolingService, call: RestCall): string {
  const name = parameter(call, 'name');
  const isHidden = name === 'SourceMember' && metadata.members === undefined;
  if (!store.has(name) || isHidden) throw notFound();
  return name;
}

function describe({ store }: ToolingService, name: string): RestAnswer {
  const fields = store.fieldNames(name).map((field) => ({ name: field }));
  return ok({ name, fields, queryable: true });
}

async function readOne(service: ToolingService, call: RestCall): Promise<RestAnswer> {
  const name = knownObject(service, call);
  const fields = service.store.fieldNames(name).join(', ');
  const soql = `SELECT ${fields} FROM ${name} WHERE Id = '${idOf(call)}'`;
  const { records } = queryJson(await service.query(call.userId, soql), call.version);
  const [record] = Array.isArray(records) ? (records as unknown[]) : [];
  if (record === undefined) throw notFound();
  return ok(withCoverage(record));
}

function remove({ store }: ToolingService, name: string, call: RestCall): RestAnswer {
  if (!writable.has(name)) throw readOnly(name);
  store.remove(name, [idOf(call)]);
  return { status: 204 };
}

/** Ids come into a query as text: nothing but an id's characters may. */
function idOf(call: RestCall): string {
  const id = parameter(call, 'id');
  if (/^[a-zA-Z0-9]{15,18}$/.test(id)) return id;
  throw notFound();
}

function logBody({ store }: ToolingService, id: string): RestAnswer {
  const body = store.get('ApexLog', id)?.['Body'];
  if (typeof body !== 'string') throw notFound();
  return { status: 200, body, headers: { 'Content-Type': 'text/plain; charset=utf-8' } };
}

const writable = new Set(['TraceFlag', 'DebugLevel']);

function create({ store }: ToolingService, name: string, { body }: RestCall): RestAnswer {
  if (!writable.has(name)) throw readOnly(name);
  const id = store.nextId(name);
  store.insert(name, [{ Id: id, ...valuesOf(store.fieldNames(name), body) }]);
  return { status: 201, body: { id, success: true, errors: [], warnings: [], infos: [] } };
}

function update({ store, metadata }: ToolingService, name: string, call: RestCall): RestAnswer {
  const row = store.get(name, idOf(call));
  if (row === undefined) throw notFound();
  const values = valuesOf(store.fieldNames(name), call.body);
  if (name === 'SourceMember') {
    const revision = Number(values['RevisionCounter'] ?? 0);
    metadata.members?.setRevision(String(row['MemberType']), String(row['MemberName']), revision);
  } else if (writable.has(name)) store.update(name, { Id: idOf(call), ...values });
  else throw readOnly(name);
  return { status: 204 };
}

function valuesOf(names: readonly string[], body: unknown): StoredRow {
  const given = isPlainObject(body) ? Object.entries(body) : [];
  return Object.fromEntries(
    given.filter(
      (entry): entry is [string, FieldValue] => names.includes(entry[0]) && isValue(entry[1])
    )
  );
}

function isValue(value: unknown): value is FieldValue {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

function readOnly(name: string): RestError {
  return new RestError(400, {
    errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY',
    message: `${name} cannot be written here: deploy it with the Metadata API.`
  });
}
