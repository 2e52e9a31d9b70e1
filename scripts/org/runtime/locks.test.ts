import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apexBench } from '../worker/testing/apexBench.ts';
import type { ApexBench } from '../worker/testing/apexBench.ts';

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_locking_statements.htm

const remoteSite = {
  'remoteSiteSettings/Example.remoteSite-meta.xml': `<RemoteSiteSetting xmlns="http://soap.sforce.com/2006/04/metadata">
    <disableProtocolSecurity>false</disableProtocolSecurity><isActive>true</isActive><url>https://example.com</url>
  </RemoteSiteSetting>`
};

let folder: string;
let one: ApexBench;
let other: ApexBench;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'locks-'));
  const options = { file: join(folder, 'org.sqlite'), lockWait: 20 };
  one = await apexBench(remoteSite, options);
  other = await apexBench({}, options);
  one.run(`insert new Account(Name = 'Shared');`);
});

afterAll(() => {
  one.close();
  other.close();
  rmSync(folder, { recursive: true });
});

/** What `apex` of the other client says while one client is in the middle of a transaction. */
function meanwhile(first: string, apex: string): string[] {
  let said: string[] = [];
  const { run } = one.core.apex.anonymous(first);
  one.core.transact({ quiddity: 'ANONYMOUS', userId: one.userId }, () => {
    run?.();
    said = other.run(apex);
  });
  return said;
}

const lock = `Account held = [SELECT Id FROM Account WHERE Name = 'Shared' LIMIT 1 FOR UPDATE];`;
const read = `Account found = [SELECT Id FROM Account WHERE Name = 'Shared' LIMIT 1];`;

test('should let others read a record that is locked', () => {
  expect(meanwhile(lock, `${read} System.debug(found.Id != null);`)).toEqual(['true']);
});

test('should not let others update a record that is locked', () => {
  const [message = ''] = meanwhile(lock, `${read} update found;`);

  expect(message).toMatch(
    /^System.DmlException: Update failed. First exception on row 0.*UNABLE_TO_LOCK_ROW, unable to obtain exclusive access to this record or 1 records: 001\w+: \[\]$/
  );
});

test('should tell of the lock in the result of a partial save', () => {
  const apex = `${read}
    Database.SaveResult result = Database.update(found, false);
    System.debug(result.getErrors()[0].getStatusCode());`;

  expect(meanwhile(lock, apex)).toEqual(['UNABLE_TO_LOCK_ROW']);
});

test('should not let others lock a record that is locked or updated', () => {
  const refusal = [
    'System.QueryException: Record Currently Unavailable: The record you are attempting to edit, or one of its related ' +
      'records, is currently being modified by another user. Please try again.'
  ];

  expect(meanwhile(lock, lock)).toEqual(refusal);
  expect(meanwhile(`${read} update found;`, lock)).toEqual(refusal);
});

test('should give locks back at the end of the transaction', () => {
  one.run(lock);

  expect(other.run(`${read} update found; System.debug('saved');`)).toEqual(['saved']);
});

test('should give locks back when Apex calls out', () => {
  const callout = `
    HttpRequest request = new HttpRequest();
    request.setEndpoint('https://example.com');
    request.setMethod('GET');
    new Http().send(request);`;
  const [message] = meanwhile(lock + callout, `${read} update found; System.debug('saved');`);

  expect(message).toBe('saved');
});

test('should refuse to lock what is sorted or counted', () => {
  expect(one.run(`Database.query('SELECT Id FROM Account ORDER BY Name FOR UPDATE');`)[0]).toMatch(
    /^System.QueryException: .*ORDER BY/s
  );
  expect(one.run(`Database.query('SELECT Count(Id) FROM Account FOR UPDATE');`)[0]).toMatch(
    /^System.QueryException: .*Aggregate/s
  );
});
