// Runs jsforce against an org and prints what it gave, as JSON. Parameters: node_modules, instance URL, token, user name, password.
import { createRequire } from 'node:module';
import { join } from 'node:path';

type Fields = Readonly<Record<string, unknown>>;

/** What of jsforce is used here. */
interface Connection {
  readonly metadata: {
    list(query: object, version: string): Promise<unknown>;
    read(type: string, names: string[]): Promise<unknown>;
    describe(version: string): Promise<{ metadataObjects: unknown[] }>;
  };
  readonly tooling: {
    query(soql: string): Promise<Fields>;
    executeAnonymous(text: string): Promise<Fields>;
  };
  readonly bulk2: {
    loadAndWaitForResults(
      job: object
    ): Promise<{ successfulResults: Fields[]; failedResults: Fields[] }>;
  };
  readonly limitInfo: unknown;
  login(username: string, password: string): Promise<Fields>;
  query(soql: string): Promise<{ records: Fields[]; totalSize: number }>;
  search(sosl: string): Promise<{ searchRecords: Fields[] }>;
  identity(): Promise<Fields>;
  describeGlobal(): Promise<{ sobjects: unknown[] }>;
  describe(name: string): Promise<{ fields: { name: string }[] }>;
  create(name: string, records: object[], options?: object): Promise<unknown>;
  upsert(name: string, record: object, field: string): Promise<unknown>;
  update(name: string, record: object): Promise<unknown>;
  retrieve(name: string, id: string): Promise<Fields>;
  destroy(name: string, id: string): Promise<unknown>;
  requestPost(path: string, body: object): Promise<unknown>;
  logout(): Promise<void>;
}
interface Jsforce {
  readonly Connection: new (options: object) => Connection;
}

const [modules = '', instanceUrl = '', accessToken = '', username = '', password = ''] =
  process.argv.slice(2);
const jsforce = createRequire(join(modules, 'script.js'))('jsforce') as Jsforce;
const connection = new jsforce.Connection({ instanceUrl, accessToken, version: '66.0' });
const steps: Readonly<Record<string, () => Promise<unknown>>> = {
  identity: async () => (await connection.identity())['username'],
  describeGlobal: async () => (await connection.describeGlobal()).sobjects.length > 50,
  describe: async () =>
    (await connection.describe('Account')).fields.some(({ name }) => name === 'Name'),
  create: () =>
    connection.create('Account', [{ Name: 'One' }, { Name: 'Two' }, {}], { allOrNone: false }),
  upsert: () =>
    connection.upsert('Parcel__c', { Tracking_Number__c: 'J-1', Name: 'J' }, 'Tracking_Number__c'),
  query: async () =>
    (await connection.query('SELECT Name FROM Account ORDER BY Name')).records.map(
      (each) => each['Name']
    ),
  search: async () =>
    (await connection.search('FIND {One} RETURNING Account(Name)')).searchRecords.length,
  malformed: () => connection.query('SELEC Id'),
  bulk: async () => {
    const input = Array.from({ length: 1000 }, (_, index) => ({
      Tracking_Number__c: `B-${String(index)}`,
      Name: `Parcel ${String(index)}`,
      Weight__c: index === 7 ? '-1' : '1'
    }));
    const job = {
      object: 'Parcel__c',
      operation: 'upsert',
      externalIdFieldName: 'Tracking_Number__c',
      input
    };
    const { successfulResults, failedResults } = await connection.bulk2.loadAndWaitForResults(job);
    return [successfulResults.length, failedResults.length];
  },
  composite: () =>
    connection.requestPost('/services/data/v66.0/composite', {
      allOrNone: true,
      compositeRequest: [
        {
          method: 'POST',
          url: '/services/data/v66.0/sobjects/Courier__c',
          referenceId: 'c',
          body: { Name: 'C' }
        },
        {
          method: 'POST',
          url: '/services/data/v66.0/sobjects/Parcel__c',
          referenceId: 'p',
          body: { Name: 'P', Courier__c: '@{c.id}' }
        }
      ]
    }),
  metadataList: () => connection.metadata.list({ type: 'ApexTrigger' }, '66.0'),
  metadataRead: () => connection.metadata.read('CustomField', ['Parcel__c.Weight__c']),
  metadataDescribe: async () =>
    (await connection.metadata.describe('66.0')).metadataObjects.length > 100,
  tooling: async () => (await connection.tooling.query('SELECT Name FROM ApexClass'))['totalSize'],
  anonymous: async () =>
    (await connection.tooling.executeAnonymous("System.debug('x');"))['success'],
  login: async () => {
    const other = new jsforce.Connection({ loginUrl: instanceUrl, version: '66.0' });
    await other.login(username, password);
    return (await other.query('SELECT COUNT() FROM Parcel__c')).totalSize > 0;
  },
  wrongPassword: () => new jsforce.Connection({ loginUrl: instanceUrl }).login(username, 'guess')
};

const answers: Record<string, unknown> = {};
for (const [name, step] of Object.entries(steps)) {
  try {
    answers[name] = await step();
  } catch (error) {
    answers[name] = { refused: (error as { errorCode?: string }).errorCode ?? String(error) };
  }
}
process.stdout.write(JSON.stringify(answers));
