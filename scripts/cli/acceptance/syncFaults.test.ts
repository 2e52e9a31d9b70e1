import { administrator, localUserId } from '../../org/index.ts';
import type { Fault } from '../../sandbox/index.ts';
import { differences, orgState, sandboxState } from './comparison.ts';
import { aSyncedOrg } from './syncedOrg.ts';
import type { SyncedOrg } from './syncedOrg.ts';

const userId = localUserId(administrator.username);

const faults: Readonly<Record<string, Fault>> = {
  'an internal error': { kind: 'status', status: 500 },
  'an unavailable service': { kind: 'status', status: 503 },
  'too many requests, without saying until when': { kind: 'status', status: 429 },
  'too many requests, until later': { kind: 'status', status: 429, retryAfter: 90 },
  'a time-out': { kind: 'delay', milliseconds: 1500 },
  'a dropped connection': { kind: 'drop' },
  'half a body': { kind: 'halfBody' },
  'malformed JSON': { kind: 'malformedJson' },
  'an expired token': { kind: 'expiredToken' }
};

/** Six lists and two data sets of one page each. */
const requestsOfASync = 8;

describe('A sync that meets a fault', () => {
  let here: SyncedOrg;
  let requestsBefore = 0;

  beforeAll(async () => {
    here = await aSyncedOrg();
    await here.waitForAnswers(1);
  }, 240_000);

  afterAll(async () => {
    await here.close();
  });

  async function expectEqualSides(): Promise<void> {
    expect(await orgState(here.org, userId)).toEqual(sandboxState(here.sandbox));
    expect(await differences({ ...here, userId })).toEqual([]);
  }

  test('should make as many requests as the cases below assume', async () => {
    await here.sync('everything');
    const before = here.sandbox.control.requests().length;

    await here.sync('everything');

    expect(here.sandbox.control.requests().length - before).toBe(requestsOfASync);
    await expectEqualSides();
  });

  const cases = Object.keys(faults).flatMap((name) =>
    Array.from({ length: requestsOfASync }, (_, index) => [name, index + 1] as const)
  );

  test.each(cases)(
    'should end with the data of Clazar after %s at request %i',
    async (name, nth) => {
      await here.forget();
      strikeAt(nth, faultNamed(name));

      await here.sync('everything');

      expect(struck()).toBe(1);
      await expectEqualSides();
    }
  );

  test.each(Object.keys(faults))(
    'should end with the data of Clazar after %s at the login',
    async (name) => {
      await here.forget();
      here.sandbox.control.expireTokens();
      strikeAt(1, { ...faultNamed(name), path: '/authenticate/' });

      await here.sync('everything');

      expect(struck()).toBe(1);
      await expectEqualSides();
    }
  );

  test.each(Array.from({ length: requestsOfASync }, (_, index) => index + 1))(
    'should keep records of wrong types at request %i as issues, and take them once they are right',
    async (nth) => {
      await here.forget();
      strikeAt(nth, { kind: 'wrongTypes' });

      const status = await here.sync('everything');
      const issues = await here.org.query(userId, { soql: 'SELECT COUNT() FROM Sync_Issue__c' });
      await here.sync('everything');

      expect([status, issues.totalSize > 0]).toEqual(['Completed With Issues', true]);
      await expectEqualSides();
    }
  );

  /** Strikes the nth request from now on that the fault fits. */
  function strikeAt(nth: number, fault: Fault): void {
    const { control } = here.sandbox;
    control.clearFaults();
    control.addFault({ ...fault, nth });
    requestsBefore = control.requests().length;
  }

  function struck(): number {
    const requests = here.sandbox.control.requests().slice(requestsBefore);
    return requests.filter((request) => request.faults.length > 0).length;
  }

  test('should keep what is newer in Salesforce', async () => {
    await here.sync('everything');
    const [offer] = here.sandbox.control.snapshot().private_offers;
    const id = offer?.id ?? '';
    const soql = `SELECT Id FROM Private_Offer__c WHERE Clazar_Id__c = '${id}'`;
    const { records } = await here.org.query(userId, { soql });
    const values = {
      Id: (records[0]?.values.get('Id') ?? null) as string | null,
      Name: 'Newer here',
      Last_Modified_At__c: '2030-01-01T00:00:00.000Z'
    };
    const object = 'clazar__Private_Offer__c';
    const named = Object.entries(values).map(([field, value]) => [qualified(field), value]);
    await here.org.save(userId, {
      operation: 'update',
      records: [{ object, values: Object.fromEntries(named) }],
      allOrNone: true,
      accessLevel: 'user',
      sharing: true
    });

    await here.sync('everything');

    const after = await here.org.query(userId, { soql: soql.replace('SELECT Id', 'SELECT Name') });
    expect(after.records[0]?.values.get('Name')).toBe('Newer here');
  });
});

function faultNamed(name: string): Fault {
  const fault = faults[name];
  if (fault === undefined) throw new Error(`There is no fault ${name}.`);
  return fault;
}

function qualified(field: string): string {
  return field.endsWith('__c') ? `clazar__${field}` : field;
}
