import { createBulkRoutes, createServer, createSessions, localUserId } from '../../org/index.ts';
import { registerRestApi } from '../../org/index.ts';
import type { Org } from '../../org/index.ts';
import type { Sandbox } from '../../sandbox/index.ts';

/** What Clazar's cloud has more than one way for. */
export type Door = 'record' | 'collection' | 'bulk';

/** One version of a record, as Clazar's cloud writes it into Salesforce. */
export interface Delivery {
  readonly object: string;
  readonly fields: Readonly<Record<string, string | null>>;
}

/** A request below `/services/data/vNN.N`. A text is sent as CSV, anything else as JSON. */
export interface OrgRequest {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
}

/** Clazar's cloud, logged in as the integration user, over real HTTP. */
export interface PushingCloud {
  /** Delivers through a door and waits until everything is saved. @throws Error when anything is refused */
  push(door: Door, deliveries: readonly Delivery[]): Promise<void>;
  /** Sends a request as a user. @throws Error when it is refused */
  as(userId: string, request: OrgRequest): Promise<unknown>;
  close(): Promise<void>;
}

const data = '/services/data/v66.0';
const key = 'clazar__Clazar_Id__c';

export async function aPushingCloud(org: Org): Promise<PushingCloud> {
  const sessions = createSessions(org.organizationId, org.clock);
  const app = createServer();
  registerRestApi(app, { org, sessions, routes: createBulkRoutes() });
  const base = await app.listen({ port: 0, host: '127.0.0.1' });
  const integrationUser = localUserId('clazar.salesforce.integration.user@clazar.local');
  const as: PushingCloud['as'] = async (userId, { method, path, body }) => {
    const { token } = sessions.open(userId);
    const { type, text } = written(body);
    const answer = await fetch(`${base}${data}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(type !== undefined && { 'content-type': type })
      },
      ...(text !== undefined && { body: text })
    });
    if (!answer.ok) {
      throw new Error(`${method} ${path}: ${String(answer.status)} ${await answer.text()}`);
    }
    return readAnswer(answer);
  };
  const call: Call = (method, path, body) => as(integrationUser, { method, path, body });
  return {
    as,
    push: async (door, deliveries) => {
      for (const [object, same] of byObject(deliveries)) await doors[door](call, object, same);
      await org.settled();
    },
    close: () => app.close()
  };
}

interface Written {
  readonly type?: string;
  readonly text?: string;
}

function written(body: unknown): Written {
  if (body === undefined) return {};
  if (typeof body === 'string') return { type: 'text/csv', text: body };
  return { type: 'application/json', text: JSON.stringify(body) };
}

async function readAnswer(answer: Response): Promise<unknown> {
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.includes('json') === true;
  return text === '' || !isJson ? text : (JSON.parse(text) as unknown);
}

type Call = (method: string, path: string, body?: unknown) => Promise<unknown>;
type Way = (call: Call, object: string, deliveries: readonly Delivery[]) => Promise<void>;

const doors: Readonly<Record<Door, Way>> = {
  record: async (call, object, deliveries) => {
    for (const { fields } of deliveries) {
      const { [key]: id, ...values } = fields;
      await call('PATCH', `/sobjects/${object}/${key}/${String(id)}`, values);
    }
  },
  collection: async (call, object, deliveries) => {
    const records = deliveries.map(({ fields }) => ({ attributes: { type: object }, ...fields }));
    const body = { allOrNone: false, records };
    const results = await call('PATCH', `/composite/sobjects/${object}/${key}`, body);
    requireSuccess(results as readonly { success: boolean }[]);
  },
  bulk: async (call, object, deliveries) => {
    const job = { object, operation: 'upsert', externalIdFieldName: key };
    const { id } = (await call('POST', '/jobs/ingest', job)) as { id: string };
    await call('PUT', `/jobs/ingest/${id}/batches`, table(deliveries));
    await call('PATCH', `/jobs/ingest/${id}`, { state: 'UploadComplete' });
    const failed = await call('GET', `/jobs/ingest/${id}/failedResults`);
    if (String(failed).trim().split('\n').length > 1) throw new Error(String(failed));
  }
};

function requireSuccess(results: readonly { success: boolean }[]): void {
  const failed = results.filter(({ success }) => !success);
  if (failed.length > 0) throw new Error(JSON.stringify(failed));
}

function byObject(deliveries: readonly Delivery[]): Map<string, Delivery[]> {
  const groups = new Map<string, Delivery[]>();
  for (const delivery of deliveries) {
    groups.set(delivery.object, [...(groups.get(delivery.object) ?? []), delivery]);
  }
  return groups;
}

function table(deliveries: readonly Delivery[]): string {
  const columns = Object.keys(deliveries[0]?.fields ?? {});
  const rows = deliveries.map(({ fields }) => columns.map((name) => cell(fields[name] ?? '')));
  return [columns, ...rows].map((cells) => `${cells.join(',')}\n`).join('');
}

function cell(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

type Snapshot = ReturnType<Sandbox['control']['snapshot']>;
/** What Clazar's cloud pushes. */
export type Pushed = 'listings' | 'buyers' | 'contracts' | 'private_offers' | 'reseller_offers';

const objects: Readonly<Record<Pushed, string>> = {
  listings: 'clazar__Listing__c',
  buyers: 'clazar__Buyer__c',
  contracts: 'clazar__Contract__c',
  private_offers: 'clazar__Private_Offer__c',
  reseller_offers: 'clazar__Private_Offer__c'
};

/** Parents that a record names, and where Salesforce keeps their ids. */
const parents: Readonly<Record<string, string>> = {
  listing_id: 'clazar__Listing_Clazar_Id__c',
  buyer_id: 'clazar__Buyer_Clazar_Id__c',
  latest_offer_id: 'clazar__Latest_Offer_Clazar_Id__c',
  latest_contract_id: 'clazar__Latest_Contract_Clazar_Id__c'
};

const clouds: Readonly<Record<string, string>> = { aws: 'AWS', azure: 'Azure', gcp: 'GCP' };

/** A record as Clazar's cloud writes it into Salesforce. */
export function deliveryOf(name: Pushed, record: Snapshot[Pushed][number]): Delivery {
  const source = record as unknown as Readonly<Record<string, string | null>>;
  const links = Object.entries(parents)
    .filter(([field]) => field in source)
    .map(([field, column]) => [column, source[field] ?? null]);
  const label = source['name'] ?? source['title'];
  return {
    object: objects[name],
    fields: {
      [key]: record.id,
      ...(label !== undefined && { Name: (label ?? '').slice(0, 80) }),
      clazar__Cloud__c: clouds[record.cloud] ?? null,
      clazar__Cloud_Status__c: record.status,
      clazar__Last_Modified_At__c: `${record.last_modified_at.slice(0, 23)}Z`,
      clazar__Clazar_Version__c: record.last_modified_at,
      ...(Object.fromEntries(links) as Record<string, string | null>)
    }
  };
}
