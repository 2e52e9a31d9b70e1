import { admin, anHttpOrg, clerk } from '../rest/testing/httpOrg.ts';
import type { HttpAnswer, HttpOrg } from '../rest/testing/httpOrg.ts';
import { localUserId } from '../setup/index.ts';

const harddeleter = `<PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata">
  <hasActivationRequired>false</hasActivationRequired><label>Hard Deleter</label>
  <objectPermissions>
    <allowCreate>true</allowCreate><allowDelete>true</allowDelete><allowEdit>true</allowEdit>
    <allowRead>true</allowRead><modifyAllRecords>true</modifyAllRecords><object>Order__c</object>
    <viewAllRecords>true</viewAllRecords>
  </objectPermissions>
  <userPermissions><enabled>true</enabled><name>BulkApiHardDelete</name></userPermissions>
</PermissionSet>`;

let http: HttpOrg;

beforeAll(async () => {
  http = await anHttpOrg({ 'permissionsets/Hard_Deleter.permissionset-meta.xml': harddeleter });
});

afterAll(() => http.close());
afterEach(() => http.clear());

const csv = { 'content-type': 'text/csv' };

interface JobOptions {
  readonly job?: object;
  readonly as?: string;
}

async function open(job: object, as = admin): Promise<string> {
  const { body } = await http.call('POST', '/jobs/ingest', {
    as,
    body: { object: 'Order__c', operation: 'insert', ...job }
  });
  return (body as { id: string }).id;
}

/** Runs a job from the first to the last request. @returns its path */
async function run(table: string, { job = {}, as = admin }: JobOptions = {}): Promise<string> {
  const path = `/jobs/ingest/${await open(job, as)}`;
  await http.call('PUT', `${path}/batches`, { as, body: table, headers: csv });
  await http.call('PATCH', path, { as, body: { state: 'UploadComplete' } });
  return path;
}

async function results(path: string, as = admin): Promise<string[]> {
  const kinds = ['successfulResults', 'failedResults', 'unprocessedrecords'];
  const answers = await Promise.all(
    kinds.map((kind) => http.call('GET', `${path}/${kind}`, { as }))
  );
  return answers.map(({ bytes }) => bytes.toString('utf8'));
}

function state(path: string, as = admin): Promise<HttpAnswer> {
  return http.call('GET', path, { as });
}

describe('ingest', () => {
  test('should save what can be saved, and say what became of each row', async () => {
    const path = await run('Name,Amount__c\nOne,1\nbad,2\nThree,x\n');

    const [saved = '', failed = '', unprocessed] = await results(path);
    expect((await state(path)).body).toMatchObject({
      state: 'JobComplete',
      numberRecordsProcessed: 3,
      numberRecordsFailed: 2
    });
    expect(saved).toMatch(
      /^"sf__Id","sf__Created","Name","Amount__c"\n"a\w{17}","true","One","1"\n$/
    );
    expect(failed).toContain('Not like this.:Name --');
    expect(failed).toContain('"Three","x"');
    expect(unprocessed).toBe('"Name","Amount__c"\n');
    expect(await http.column('SELECT Name FROM Order__c')).toEqual(['One']);
  });

  test('should upsert by key, find parents by key, and empty fields', async () => {
    await run('Name,Code__c,Note__c\nParent,p,note\n');

    const path = await run('Code__c,Name,Note__c,Parent__r.Code__c\np,,#N/A,\nc,Child,x,p\n', {
      job: { operation: 'upsert', externalIdFieldName: 'Code__c' }
    });

    const [saved = ''] = await results(path);
    expect(saved.split('\n').map((line) => line.split(',')[1])).toEqual([
      '"sf__Created"',
      '"false"',
      '"true"',
      undefined
    ]);
    expect(await http.column('SELECT Note__c FROM Order__c ORDER BY Code__c')).toEqual(['x', null]);
    expect(
      await http.column("SELECT Parent__r.Name FROM Order__c WHERE Code__c = 'c'")
    ).toHaveLength(1);
  });

  test.each([
    ['SEMICOLON', ';'],
    ['TAB', '\t'],
    ['PIPE', '|'],
    ['CARET', '^'],
    ['BACKQUOTE', '`']
  ])('should take and give columns between %s', async (columnDelimiter, character) => {
    const table = `Name${character}Note__c\r\n"a, b"${character}"line\r\nbreak"\r\n`;

    const path = await run(table, { job: { columnDelimiter, lineEnding: 'CRLF' } });

    const [saved = ''] = await results(path);
    expect(saved).toContain(`"a, b"${character}"line\r\nbreak"\r\n`);
  });

  test.each([
    ['LF', 'Name\r\nOne\r\n'],
    ['CRLF', 'Name\nOne\n']
  ])('should fail a job of %s for a table with other line endings', async (lineEnding, table) => {
    const path = await run(table, { job: { lineEnding } });

    expect((await state(path)).body).toMatchObject({
      state: 'Failed',
      errorMessage: `ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is ${lineEnding}`
    });
    expect((await results(path))[2]).toBe(table);
  });

  test('should update and delete by id', async () => {
    await run('Name\nOne\nTwo\n');
    const ids = await http.column('SELECT Id FROM Order__c ORDER BY Name');

    await run(`Id,Name\n${String(ids[0])},Changed\n`, { job: { operation: 'update' } });
    const path = await run(`Id\n${String(ids[1])}\n001000000000000AAA\n`, {
      job: { operation: 'delete' }
    });

    expect((await state(path)).body).toMatchObject({
      numberRecordsProcessed: 2,
      numberRecordsFailed: 1
    });
    expect(await http.column('SELECT Name FROM Order__c')).toEqual(['Changed']);
  });

  test('should delete past the recycle bin only for who may', async () => {
    const deleter = localUserId('hard.deleter@clazar.local');
    await run('Name\nOne\n');
    const [id] = await http.column('SELECT Id FROM Order__c');
    const job = { operation: 'hardDelete' };

    const refused = await http.call('POST', '/jobs/ingest', {
      as: clerk,
      body: { object: 'Order__c', ...job }
    });
    await run(`Id\n${String(id)}\n`, { job, as: deleter });

    expect(refused).toMatchObject({ status: 400, body: [{ errorCode: 'FEATURENOTENABLED' }] });
    const bin = await http.call(
      'GET',
      `/queryAll?q=SELECT+Id+FROM+Order__c+WHERE+Id='${String(id)}'`
    );
    expect(bin.body).toMatchObject({ totalSize: 0 });
  });

  test('should take a job and its table in one form', async () => {
    const part = (name: string, type: string, text: string): string =>
      `--b\r\nContent-Type: ${type}\r\nContent-Disposition: form-data; name="${name}"; filename="f"\r\n\r\n${text}\r\n`;
    const job = JSON.stringify({ object: 'Order__c', operation: 'insert' });

    const { status, body } = await http.call('POST', '/jobs/ingest', {
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
      body: `${part('job', 'application/json', job)}${part('content', 'text/csv', 'Name\nOne\n')}--b--\r\n`
    });

    expect([status, body]).toMatchObject([200, { state: 'UploadComplete' }]);
    expect(await http.column('SELECT Name FROM Order__c')).toEqual(['One']);
  });

  test('should answer before a long table is done, and count what is done', async () => {
    const rows = Array.from(
      { length: 2000 },
      (_, at) => `Order ${String(at)},${'x'.repeat(70)},${'y'.repeat(80)}`
    );
    const path = `/jobs/ingest/${await open({})}`;
    await http.call('PUT', `${path}/batches`, {
      body: `Name,Note__c,Secret__c\n${rows.join('\n')}\n`,
      headers: csv
    });

    const closed = await http.call('PATCH', path, { body: { state: 'UploadComplete' } });
    const running = await state(path);
    await jobEnd(path);

    expect(closed.body).toMatchObject({ state: 'UploadComplete' });
    expect(running.body).toMatchObject({ state: 'InProgress' });
    expect((await state(path)).body).toMatchObject({
      state: 'JobComplete',
      numberRecordsProcessed: 2000
    });
  });

  test('should stop a job that is aborted, and hand out what was not tried', async () => {
    const rows = Array.from(
      { length: 2000 },
      (_, at) => `Order ${String(at)},${'x'.repeat(70)},${'y'.repeat(80)}`
    );
    const path = `/jobs/ingest/${await open({})}`;
    await http.call('PUT', `${path}/batches`, {
      body: `Name,Note__c,Secret__c\n${rows.join('\n')}\n`,
      headers: csv
    });
    await http.call('PATCH', path, { body: { state: 'UploadComplete' } });

    const aborted = await http.call('PATCH', path, { body: { state: 'Aborted' } });
    const [saved = '', , unprocessed = ''] = await untilProcessed(path);

    expect(aborted.body).toMatchObject({ state: 'Aborted' });
    expect((await state(path)).body).toMatchObject({ state: 'Aborted' });
    expect(saved.split('\n').length + unprocessed.split('\n').length).toBe(2000 + 4);
    expect(unprocessed.split('\n').length).toBeGreaterThan(1000);
  });

  /** Each question is a turn that the job gets on in. */
  async function jobEnd(path: string): Promise<void> {
    while (((await state(path)).body as { state: string }).state === 'InProgress') {
      await http.org.actions();
    }
  }

  async function untilProcessed(path: string): Promise<string[]> {
    for (;;) {
      const found = await results(path);
      if ((found[2] ?? '') !== '') return found;
      await http.org.actions();
    }
  }

  test('should forget a job that is deleted, and keep one that is open', async () => {
    const [done, waiting] = [await run('Name\nOne\n'), `/jobs/ingest/${await open({})}`];

    expect((await http.call('DELETE', waiting)).status).toBe(400);
    expect((await http.call('DELETE', done)).status).toBe(204);
    expect((await state(done)).status).toBe(404);
  });

  test('should list jobs, newest first, to their owner', async () => {
    const path = await run('Name\nOne\n');

    const { body } = await http.call('GET', '/jobs/ingest?jobType=V2Ingest');
    const others = await http.call('GET', '/jobs/ingest', { as: clerk });

    const { records } = body as { records: { id: string }[] };
    expect(path.endsWith(records[0]?.id ?? '-')).toBe(true);
    expect(others.body).toMatchObject({ done: true, records: [] });
    expect((await state(path, clerk)).status).toBe(404);
  });

  test('should act with the rights of the user', async () => {
    const path = await run('Name,Secret__c\nOne,x\n', { as: clerk });
    const denied = await run('Id\na00000000000001AAA\n', {
      job: { operation: 'delete' },
      as: clerk
    });

    expect((await state(path, clerk)).body).toMatchObject({
      state: 'JobComplete',
      numberRecordsFailed: 1
    });
    expect((await results(denied, clerk))[1]).toContain(
      'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY:entity type cannot be deleted: Order'
    );
  });

  test.each([
    [{ object: 'Nothing__c', operation: 'insert' }],
    [{ object: 'Order__c', operation: 'insert', contentType: 'JSON' }],
    [{ object: 'Order__c', operation: 'upsert', externalIdFieldName: 'Note__c' }]
  ])('should refuse the job %j', async (body) => {
    expect(await http.call('POST', '/jobs/ingest', { body })).toMatchObject({
      status: 400,
      body: [{ errorCode: 'INVALIDJOB' }]
    });
  });

  test.each([
    ['a quote that does not end', 'Name\n"One'],
    ['a row with too many cells', 'Name\nOne,2\n'],
    ['an unknown column', 'Nmae\nOne\n'],
    ['an unknown column of a parent', 'Name,Parent__r.Nmae\nOne,2\n']
  ])('should fail a table with %s as a whole', async (_case, table) => {
    const path = await run(table);

    expect((await state(path)).body).toMatchObject({
      state: 'Failed',
      errorMessage: expect.stringMatching(/^InvalidBatch : /) as string
    });
    expect(await http.column('SELECT Id FROM Order__c')).toEqual([]);
  });
});

describe('query', () => {
  async function query(soql: string, more: object = {}): Promise<string> {
    const { body } = await http.call('POST', '/jobs/query', {
      body: { operation: 'query', query: soql, ...more },
      headers: { 'sforce-enable-pkchunking': 'chunkSize=1000' }
    });
    return `/jobs/query/${(body as { id: string }).id}`;
  }

  test('should hand out rows by locator until there is none', async () => {
    await run('Name\nA\nB\nC\n');
    const path = await query('SELECT Name FROM Order__c ORDER BY Name');

    const first = await http.call('GET', `${path}/results?maxRecords=2`);
    const locator = String(first.headers['sforce-locator']);
    const second = await http.call('GET', `${path}/results?maxRecords=2&locator=${locator}`);
    const wrong = await http.call('GET', `${path}/results?locator=nonsense`);

    expect(first.body).toBe('"Name"\n"A"\n"B"\n');
    expect(first.headers['sforce-numberofrecords']).toBe('2');
    expect(second.body).toBe('"Name"\n"C"\n');
    expect(second.headers['sforce-locator']).toBe('null');
    expect(wrong).toMatchObject({ status: 400, body: [{ errorCode: 'INVALID_QUERY_LOCATOR' }] });
  });

  test('should see deleted rows in queryAll', async () => {
    await run('Name\nGone\n');
    await http.clear();
    const soql = "SELECT Name FROM Order__c WHERE Name = 'Gone'";

    const [plain, all] = [await query(soql), await query(soql, { operation: 'queryAll' })];

    expect((await http.call('GET', `${plain}/results`)).body).toBe('"Name"\n');
    expect((await http.call('GET', `${all}/results`)).body).toContain('"Gone"');
  });

  test.each([
    ['SELECT Nmae FROM Order__c', 'Nmae'],
    ['SELEC Id', 'SELEC'],
    ['SELECT COUNT(Id) FROM Order__c', 'Aggregate'],
    ['SELECT Name FROM Order__c GROUP BY Name', 'GROUP BY'],
    ['SELECT Name, (SELECT Id FROM Parts__r) FROM Order__c', 'Parent-to-child']
  ])('should fail the job for %s', async (soql, named) => {
    const { body } = await http.call('GET', await query(soql));

    expect(body).toMatchObject({
      state: 'Failed',
      errorMessage: expect.stringContaining(named) as string
    });
  });

  test('should delete a job, and have nothing to abort', async () => {
    const path = await query('SELECT Id FROM Order__c');

    expect((await http.call('PATCH', path, { body: { state: 'Aborted' } })).status).toBe(400);
    expect((await http.call('DELETE', path)).status).toBe(204);
    expect((await http.call('GET', path)).status).toBe(404);
  });
});
