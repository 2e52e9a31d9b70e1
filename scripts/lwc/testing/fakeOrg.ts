import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { fixtures } from './fixtures.ts';
import type { FakeObject, FakeRecord } from './fixtures.ts';
import { pages, session } from './fakePages.ts';

const base = '/services/data/v66.0/ui-api';

/** Answers a call of an Apex method; throw to fail. */
export type ApexHandler = (parameters: Record<string, unknown>) => unknown;

export interface FakeOrgOptions {
  readonly apex?: Readonly<Record<string, ApexHandler>>;
}

/** An org in memory that answers what the shell and the platform modules ask. */
export function createFakeOrg({ apex = {} }: FakeOrgOptions = {}): FastifyInstance {
  const app = Fastify();
  const objects = fixtures();
  registerLocal(app, apex);
  registerMetadata(app, objects);
  registerRecords(app, objects);
  return app;
}

function registerLocal(app: FastifyInstance, apex: Readonly<Record<string, ApexHandler>>): void {
  app.get('/services/local/session', () => session);
  app.get('/services/local/pages', () => pages);
  app.post('/services/local/session/user', () => ({}));
  app.post<{ Params: { name: string }; Body: Record<string, unknown> }>(
    '/services/local/apex/:name',
    (request, reply) => {
      const handler = apex[request.params.name];
      if (request.headers['x-local-org'] !== '1') return reply.code(403).send({ message: 'No' });
      if (handler === undefined) return reply.code(404).send({ message: 'No such method' });
      return reply.send(JSON.stringify(handler(request.body)));
    }
  );
}

type Objects = Readonly<Record<string, FakeObject>>;

interface ObjectParams {
  readonly Params: { readonly object: string; readonly name: string };
}

function registerMetadata(app: FastifyInstance, objects: Objects): void {
  const find = ({ object }: { readonly object: string }): FakeObject => {
    const found = objects[object];
    if (found === undefined)
      throw Object.assign(new Error(`Object ${object} was not found.`), { statusCode: 404 });
    return found;
  };
  app.get<ObjectParams>(`${base}/object-info/:object`, ({ params }) => find(params).info);
  app.get<ObjectParams>(
    `${base}/object-info/:object/picklist-values/:type/:name`,
    ({ params }) => ({
      controllerValues: {},
      defaultValue: null,
      values: (find(params).picklists[params.name] ?? []).map((value) => ({
        label: value,
        value,
        attributes: null,
        validFor: []
      }))
    })
  );
  app.get<ObjectParams & { Querystring: { layoutType?: string } }>(
    `${base}/layout/:object`,
    ({ params, query }) =>
      query.layoutType === 'Compact' ? find(params).compactLayout : find(params).layout
  );
  app.get<ObjectParams>(`${base}/list-info/:object`, ({ params }) => ({
    lists: find(params).lists
  }));
  app.get<ObjectParams>(`${base}/list-info/:object/:name`, ({ params }) => ({
    ...find(params).lists.find(({ apiName }) => apiName === params.name),
    displayColumns: find(params).columns,
    orderedByInfo: [{ fieldApiName: 'Name', isAscending: true }]
  }));
}

interface ListRequest {
  readonly Params: { readonly object: string; readonly name: string };
  readonly Querystring: {
    readonly pageSize?: string;
    readonly pageToken?: string;
    readonly sortBy?: string;
  };
}

function registerRecords(app: FastifyInstance, objects: Objects): void {
  const all = (): FakeRecord[] => Object.values(objects).flatMap(({ records }) => records);
  app.get<ListRequest>(`${base}/list-records/:object/:name`, ({ params, query }) =>
    page(sorted(objects[params.object]?.records ?? [], query.sortBy ?? 'Name'), query)
  );
  app.get<{ Params: { parent: string; list: string }; Querystring: ListRequest['Querystring'] }>(
    `${base}/related-list-records/:parent/:list`,
    ({ params, query }) => {
      const relationships = Object.values(objects).flatMap(({ info }) => info.childRelationships);
      const found = relationships.find(({ relationshipName }) => relationshipName === params.list);
      const children = objects[found?.childObjectApiName ?? '']?.records ?? [];
      const field = found?.fieldName ?? '';
      return page(
        children.filter(({ fields }) => fields[field]?.value === params.parent),
        query
      );
    }
  );
  app.get<{ Params: { id: string } }>(`${base}/records/:id`, ({ params }, reply) => {
    const record = all().find(({ id }) => id === params.id);
    return (
      record ??
      reply
        .code(404)
        .send([{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }])
    );
  });
  app.patch<{ Params: { id: string }; Body: { fields: Record<string, unknown> } }>(
    `${base}/records/:id`,
    ({ params, body }) => {
      const record = all().find(({ id }) => id === params.id);
      for (const [name, value] of Object.entries(body.fields)) {
        if (record) record.fields[name] = { value, displayValue: null };
      }
      return record;
    }
  );
  app.get<{ Querystring: { q: string } }>('/services/data/v66.0/query', ({ query }) => {
    const [, object = '', text = ''] = /FROM (\w+) WHERE \w+ LIKE '%(.*)%'/.exec(query.q) ?? [];
    const found = (objects[object]?.records ?? []).filter(({ fields }) =>
      String(fields['Name']?.value).toLowerCase().includes(text.toLowerCase())
    );
    const records = found
      .slice(0, 5)
      .map(({ id, fields }) => ({ Id: id, Name: fields['Name']?.value }));
    return { totalSize: records.length, done: true, records };
  });
}

function sorted(records: readonly FakeRecord[], sortBy: string): FakeRecord[] {
  const field = sortBy.replace(/^-/, '');
  const direction = sortBy.startsWith('-') ? -1 : 1;
  const key = ({ fields }: FakeRecord): string | number => {
    const value = fields[field]?.value;
    return typeof value === 'number' ? value : JSON.stringify(value ?? '');
  };
  return records.toSorted((one, other) => (key(one) < key(other) ? -direction : direction));
}

function page(records: readonly FakeRecord[], query: ListRequest['Querystring']): object {
  const size = Number(query.pageSize ?? 50);
  const start = Number(query.pageToken ?? 0);
  const shown = records.slice(start, start + size);
  const next = start + size < records.length ? String(start + size) : null;
  return {
    count: shown.length,
    currentPageToken: String(start),
    nextPageToken: next,
    records: shown
  };
}
