import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { servedOrg } from './testing/servedOrg.ts';
import type { ServedOrg } from './testing/servedOrg.ts';

interface Killed {
  readonly org: ServedOrg;
  /** Of the job that was going on. */
  readonly path: string;
}

/** Opens the data of an org again whose process was killed while it saved rows. */
async function afterKill(operation: string): Promise<Killed> {
  const folder = mkdtempSync(join(tmpdir(), 'killed-'));
  const script = fileURLToPath(new URL('testing/killedBulk.ts', import.meta.url));
  const node = ['--disable-warning=ExperimentalWarning', script, folder, operation];
  const { signal, stdout } = spawnSync(process.execPath, node, {
    encoding: 'utf8',
    timeout: 50_000
  });
  expect(signal).toBe('SIGKILL');
  return { org: await servedOrg(folder), path: stdout };
}

async function count(org: ServedOrg, where: string): Promise<unknown> {
  const soql = `SELECT COUNT() FROM Account WHERE ${where}`;
  const { body } = await org.call('GET', `/query?q=${encodeURIComponent(soql)}`);
  return (body as { totalSize: number }).totalSize;
}

const textOf = async (org: ServedOrg, path: string): Promise<string> =>
  String((await org.call('GET', path)).body);
const rowsIn = (table: string): number => table.trim().split('\n').length - 1;

describe('a bulk job whose org was killed', () => {
  test('should go on where it was, and leave no row out', async () => {
    const { org, path } = await afterKill('update');

    await org.bulk.resumed();

    const { body } = await org.call('GET', path);
    expect(body).toMatchObject({ state: 'JobComplete', numberRecordsProcessed: 20_000 });
    expect(await count(org, "Name = 'Changed'")).toBe(20_000);
    expect(rowsIn(await textOf(org, `${path}/successfulResults`))).toBe(20_000);
    await org.close();
  }, 60_000);

  test('should insert nothing twice: it has failed, and says which rows are in doubt', async () => {
    const { org, path } = await afterKill('insert');

    await org.bulk.resumed();

    const { body } = await org.call('GET', path);
    expect(body).toMatchObject({
      state: 'Failed',
      errorMessage: expect.stringMatching(
        /^InternalServerError : The org stopped while it saved the rows \d+ to \d+; it is not known/
      )
    });
    const done = rowsIn(await textOf(org, `${path}/successfulResults`));
    const left = rowsIn(await textOf(org, `${path}/unprocessedrecords`));
    expect(done + left).toBe(20_000 - 200);
    expect([done, done + 200]).toContain(await count(org, "Name LIKE 'A%'"));
    await org.close();
  }, 60_000);
});

describe('a restart', () => {
  let org: ServedOrg;
  beforeAll(async () => {
    org = await servedOrg();
  });
  afterAll(() => org.close());

  test('should keep jobs, with what was found and what became of the rows', async () => {
    const headers = { 'content-type': 'text/csv' };
    const job = { object: 'Account', operation: 'insert' };
    const ingest = await start('/jobs/ingest', job);
    await org.call('PUT', `${ingest}/batches`, { body: 'Name\nOne\nTwo\n', headers });
    await org.call('PATCH', ingest, { body: { state: 'UploadComplete' } });
    const query = await start('/jobs/query', { query: 'SELECT Name FROM Account ORDER BY Name' });
    const open = await start('/jobs/ingest', job);

    org = await org.restart();

    expect(await textOf(org, `${query}/results`)).toBe('"Name"\n"One"\n"Two"\n');
    expect(rowsIn(await textOf(org, `${ingest}/successfulResults`))).toBe(2);
    expect((await org.call('GET', open)).body).toMatchObject({ state: 'Open' });
    expect((await org.call('DELETE', ingest)).status).toBe(204);
    org = await org.restart();
    expect((await org.call('GET', ingest)).status).toBe(404);
  });

  test('should stop between two transactions, and go on with all of the rows', async () => {
    const rows = Array.from({ length: 30_000 }, (_, row) => `Row ${String(row)}`);
    const path = await start('/jobs/ingest', { object: 'Account', operation: 'insert' });
    const headers = { 'content-type': 'text/csv' };
    await org.call('PUT', `${path}/batches`, { body: ['Name', ...rows].join('\n'), headers });
    await org.call('PATCH', path, { body: { state: 'UploadComplete' } });

    org = await org.restart();
    await org.bulk.resumed();

    expect((await org.call('GET', path)).body).toMatchObject({ state: 'JobComplete' });
    expect(await count(org, "Name LIKE 'Row %'")).toBe(30_000);
  });

  async function start(path: string, body: object): Promise<string> {
    const created = await org.call('POST', path, { body });
    return `${path}/${(created.body as { id: string }).id}`;
  }

  test('should keep what was looked at last', async () => {
    const created = await org.call('POST', '/sobjects/Account', { body: { Name: 'Looked at' } });
    const { id } = created.body as { id: string };
    await org.call('GET', `/ui-api/records/${id}?fields=Account.Name&updateMru=true`);

    org = await org.restart();

    expect((await org.call('GET', '/recent')).body).toMatchObject([{ Id: id, Name: 'Looked at' }]);
  });
});
