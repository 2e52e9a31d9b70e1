import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  administrator,
  createOrg,
  createServer,
  createSessions,
  localUserId,
  openBulk,
  registerRestApi
} from '../../org/index.ts';
import { preciseClock, recordingLog } from '../../shared/index.ts';
import type { BenchLine } from './benchLine.ts';
import { benchProject } from './benchProject.ts';

const clients = 50;
/** How long the clients are at work, in milliseconds. */
const rush = 60_000;
const keysPerClient = 20;
const bulkRows = 100_000;
const upserts = 10_000;

/** The org over HTTP: many clients at once, a large bulk job, and three ways to upsert the same rows. */
export async function restBench(): Promise<readonly BenchLine[]> {
  const server = await startServer();
  try {
    return [
      ...(await manyClients(server)),
      ...(await largeJob(server)),
      await upsertOneByOne(server),
      await upsertByCollections(server),
      await upsertByJob(server)
    ];
  } finally {
    await server.close();
  }
}

type Send = (method: string, path: string, body?: object | string) => Promise<unknown>;

interface BenchServer {
  /** @throws Error for an answer of 400 and above */
  readonly send: Send;
  close(): Promise<void>;
}

async function startServer(): Promise<BenchServer> {
  const project = benchProject(0);
  const dataFolder = mkdtempSync(join(tmpdir(), 'rest-bench-'));
  const org = await createOrg({ projectFolder: project.folder, dataFolder, log: recordingLog() });
  const sessions = createSessions(org.organizationId, org.clock);
  const { token } = sessions.open(localUserId(administrator.username));
  const app = createServer();
  const bulk = openBulk(org, join(dataFolder, 'bulk'));
  registerRestApi(app, { org, sessions, routes: bulk.routes });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  return {
    send: sender(`http://127.0.0.1:${String(port)}/services/data/v66.0`, token),
    close: async () => {
      await app.close();
      await bulk.close();
      await org.close();
      project.remove();
      rmSync(dataFolder, { recursive: true, force: true });
    }
  };
}

function sender(base: string, token: string): Send {
  return async (method, path, body) => {
    const response = await fetch(base + path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && {
          'content-type': typeof body === 'string' ? 'text/csv' : 'application/json'
        })
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) })
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${String(response.status)} ${text}`);
    return text.startsWith('{') || text.startsWith('[') ? (JSON.parse(text) as unknown) : text;
  };
}

function line(name: string, milliseconds: number, limit: number): BenchLine {
  return { name, milliseconds, baseline: undefined, limit };
}

/** Each client writes its own keys and asks for what it wrote; in the end every last write must be there. */
async function manyClients({ send }: BenchServer): Promise<BenchLine[]> {
  const times: number[] = [];
  const written = new Map<string, number>();
  const end = preciseClock.now() + rush;
  const timed: Send = async (...request) => {
    const started = preciseClock.now();
    const answer = await send(...request);
    times.push(preciseClock.now() - started);
    return answer;
  };
  const client = async (number: number): Promise<void> => {
    for (let turn = 0; preciseClock.now() < end; turn += 1) {
      const key = `k${String(number)}-${String(turn % keysPerClient)}`;
      await timed('PATCH', `/sobjects/Bench__c/Code__c/${key}`, { Name: key, Amount__c: turn });
      written.set(key, turn);
      await timed('GET', query(`SELECT Id, Amount__c FROM Bench__c WHERE Code__c = '${key}'`));
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
  await requireAllWritten(send, written);
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? 0;
  const who = `${String(clients)} clients at once, ${String(sorted.length)} requests`;
  return [line(`${who}: p50`, at(0.5), 1000), line(`${who}: p99`, at(0.99), 3000)];
}

function query(soql: string): string {
  return `/query?q=${encodeURIComponent(soql)}`;
}

async function requireAllWritten(send: Send, written: ReadonlyMap<string, number>): Promise<void> {
  const { records } = (await send(
    'GET',
    query("SELECT Code__c, Amount__c FROM Bench__c WHERE Code__c LIKE 'k%'")
  )) as { records: { Code__c: string; Amount__c: number }[] };
  const found = new Map(records.map(({ Code__c, Amount__c }) => [Code__c, Amount__c]));
  const lost = [...written].filter(([key, value]) => found.get(key) !== value);
  if (lost.length > 0) throw new Error(`${String(lost.length)} updates were lost.`);
}

/** A table of benches whose codes start with `prefix`. */
function table(prefix: string, rows: number): string {
  const lines = Array.from({ length: rows }, (_, at) => {
    const number = String(at);
    return `Name ${number},${prefix}${number},Boston,${number}`;
  });
  return `Name,Code__c,City__c,Amount__c\n${lines.join('\n')}\n`;
}

async function largeJob({ send }: BenchServer): Promise<BenchLine[]> {
  const before = process.memoryUsage().rss;
  const started = preciseClock.now();
  const peak = await runJob(send, { operation: 'insert' }, table('bulk', bulkRows));
  const name = `Bulk API 2.0 insert of ${bulkRows.toLocaleString('en')} rows`;
  return [
    line(name, preciseClock.now() - started, 180_000),
    line(`megabytes more at its peak (shown as ms)`, (peak - before) / 1_000_000, 1000)
  ];
}

/** @returns the most memory that the process had, in bytes */
async function runJob(send: Send, job: object, csv: string): Promise<number> {
  const { id } = (await send('POST', '/jobs/ingest', { object: 'Bench__c', ...job })) as {
    id: string;
  };
  await send('PUT', `/jobs/ingest/${id}/batches`, csv);
  await send('PATCH', `/jobs/ingest/${id}`, { state: 'UploadComplete' });
  for (let peak = 0; ;) {
    const state = (await send('GET', `/jobs/ingest/${id}`)) as JobState;
    peak = Math.max(peak, process.memoryUsage().rss);
    if (state.state === 'JobComplete' && state.numberRecordsFailed === 0) return peak;
    if (!['UploadComplete', 'InProgress'].includes(state.state)) {
      throw new Error(`The job is ${state.state}: ${state.errorMessage ?? ''}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

interface JobState {
  readonly state: string;
  readonly numberRecordsFailed: number;
  readonly errorMessage?: string;
}

function upsertName(how: string): string {
  return `upsert of ${upserts.toLocaleString('en')} rows by ${how}`;
}

/** Ten at a time, as a client with a pool of connections does. */
async function upsertOneByOne({ send }: BenchServer): Promise<BenchLine> {
  const started = preciseClock.now();
  const numbers = Array.from({ length: upserts }, (_, at) => String(at)).values();
  const work = async (): Promise<void> => {
    for (const number of numbers) {
      const body = { Name: `Name ${number}`, City__c: 'Boston', Amount__c: number };
      await send('PATCH', `/sobjects/Bench__c/Code__c/single${number}`, body);
    }
  };
  await Promise.all(Array.from({ length: 10 }, work));
  return line(upsertName('single calls, 10 at a time'), preciseClock.now() - started, 180_000);
}

async function upsertByCollections({ send }: BenchServer): Promise<BenchLine> {
  const started = preciseClock.now();
  for (let start = 0; start < upserts; start += 200) {
    const records = Array.from({ length: 200 }, (_, at) => {
      const number = String(start + at);
      const attributes = { type: 'Bench__c' };
      return { attributes, Name: `Name ${number}`, Code__c: `many${number}`, Amount__c: number };
    });
    await send('PATCH', '/composite/sobjects/Bench__c/Code__c', { records });
  }
  return line(upsertName('collections of 200'), preciseClock.now() - started, 60_000);
}

async function upsertByJob({ send }: BenchServer): Promise<BenchLine> {
  const started = preciseClock.now();
  const job = { operation: 'upsert', externalIdFieldName: 'Code__c' };
  await runJob(send, job, table('job', upserts));
  return line(upsertName('Bulk API 2.0'), preciseClock.now() - started, 60_000);
}
