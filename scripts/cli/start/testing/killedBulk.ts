// Serves an org, starts a bulk job of many rows, and is killed in the middle of it. Parameters: folder, operation.
import { setImmediate } from 'node:timers/promises';
import { servedOrg } from './servedOrg.ts';
import type { ServedOrg } from './servedOrg.ts';

const [folder = '', operation = ''] = process.argv.slice(2);
const rows = Array.from({ length: 20_000 }, (_, row) => `A${String(row).padStart(40, '0')}`);
const org = await servedOrg(folder);

/** Starts a job and tells its path. */
async function start(job: string, table: string): Promise<string> {
  const { body } = await org.call('POST', '/jobs/ingest', {
    body: { object: 'Account', operation: job }
  });
  const path = `/jobs/ingest/${(body as { id: string }).id}`;
  const headers = { 'content-type': 'text/csv' };
  await org.call('PUT', `${path}/batches`, { body: table, headers });
  await org.call('PATCH', path, { body: { state: 'UploadComplete' } });
  return path;
}

/** Asks again and again until enough rows are done. */
async function processed(served: ServedOrg, path: string, wanted: number): Promise<void> {
  for (let done = 0; done < wanted; await setImmediate()) {
    const { body } = await served.call('GET', path);
    done = (body as { numberRecordsProcessed: number }).numberRecordsProcessed;
  }
}

async function updates(): Promise<string> {
  const inserted = await start('insert', ['Name', ...rows].join('\n'));
  await processed(org, inserted, rows.length);
  const { body } = await org.call('GET', `${inserted}/successfulResults`);
  const ids = [...String(body).matchAll(/^"(001\w{15})"/gm)].map(([, id = '']) => id);
  return ['Id,Name', ...ids.map((id) => `${id},Changed`)].join('\n');
}

const table = operation === 'update' ? await updates() : ['Name', ...rows].join('\n');
const path = await start(operation, table);
await processed(org, path, 200);
process.stdout.write(path, () => process.kill(process.pid, 'SIGKILL'));
