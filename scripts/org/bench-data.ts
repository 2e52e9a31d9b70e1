/** Benchmarks of the data layer: SOQL and the store against the same work written by hand for SQLite. */
import { preciseClock } from '../shared/index.ts';
import { testProject } from './metadata/testing/project.ts';
import { createSchema } from './schema/index.ts';
import { openStore, type SqliteStore, type StoredRow } from './store/index.ts';
import { createQueryEngine, type QueryRequest } from './soql/index.ts';
import { openPolicy, testNow, testUser } from './soql/testing/org.ts';

/** What a benchmark measured. The ratio is what counts: both sides ran on the same machine in the same run. */
export interface DataBenchmark {
  readonly name: string;
  /** Milliseconds. */
  readonly ours: number;
  /** Milliseconds for the same work by hand. */
  readonly byHand: number;
  readonly ratio: number;
  /** The ratio that must not be exceeded. */
  readonly limit: number;
}

const sqlite = process.getBuiltinModule('node:sqlite');
const total = 100_000;
const perParent = 200;
const columns = ['Id', 'Name', 'LastName', 'AccountId', 'Email', 'CreatedDate'];

function rowsFor(store: SqliteStore, count: number): StoredRow[] {
  return Array.from({ length: count }, (_, at) => ({
    Id: store.nextId('Contact'),
    Name: `Contact ${String(at)}`,
    LastName: `Name ${String(at)}`,
    AccountId: `001${String(Math.floor(at / perParent)).padStart(12, '0')}AAA`,
    Email: `c${String(at)}@example.com`,
    CreatedDate: '2026-11-24T00:00:00.000Z'
  }));
}

/** The fastest of several runs, in milliseconds: what disturbs a run only makes it slower. */
function fastest(runs: number, work: () => void): number {
  const times = Array.from({ length: runs }, () => {
    const start = preciseClock.now();
    work();
    return preciseClock.now() - start;
  });
  return Math.min(...times);
}

function compare(
  name: string,
  limit: number,
  [ours, byHand]: readonly [number, number]
): DataBenchmark {
  return { name, ours, byHand, ratio: ours / byHand, limit };
}

function handMade(rows: readonly StoredRow[]): InstanceType<typeof sqlite.DatabaseSync> {
  const database = new sqlite.DatabaseSync(':memory:');
  database.exec(`CREATE TABLE c (Id TEXT PRIMARY KEY, Name, LastName, AccountId, Email, CreatedDate, IsDeleted DEFAULT 0);
    CREATE INDEX c_account ON c (AccountId); CREATE INDEX c_name ON c (Name);`);
  insertByHand(database, rows);
  return database;
}

function insertByHand(
  database: InstanceType<typeof sqlite.DatabaseSync>,
  rows: readonly StoredRow[]
): void {
  const marks = columns.map(() => '?').join(', ');
  const insert = database.prepare(`INSERT INTO c (${columns.join(', ')}) VALUES (${marks})`);
  database.exec('BEGIN');
  for (const row of rows) insert.run(...columns.map((column) => String(row[column])));
  database.exec('COMMIT');
}

/** 200 contacts of one account out of 100,000, by SOQL and by hand-written SQL, each 200 times. */
export function benchIndexedQuery(): DataBenchmark {
  const schema = createSchema(testProject({}));
  const store = openStore({ schema });
  const rows = rowsFor(store, total);
  store.insert('Contact', rows);
  store.commit();
  const engine = createQueryEngine({ schema, store });
  const database = handMade(rows);
  const sql =
    'SELECT Id, LastName, Email, CreatedDate FROM c WHERE AccountId = ? AND IsDeleted = 0';
  const select = database.prepare(sql);
  const parents = Array.from({ length: 200 }, (_, at) =>
    String(rows[at * perParent]?.['AccountId'])
  );
  const soql = 'SELECT Id, LastName, Email, CreatedDate FROM Contact WHERE AccountId = :id';
  const request = (id: string): QueryRequest => ({
    soql,
    binds: new Map([['id', id]]),
    accessLevel: 'user',
    sharing: true,
    user: testUser,
    policy: openPolicy,
    now: testNow
  });
  const ours = fastest(5, () => parents.forEach((id) => engine.executeQuery(request(id))));
  const byHand = fastest(5, () => parents.forEach((id) => select.all(id)));
  store.close();
  database.close();
  return compare('indexed query, 200 rows of 100,000', 3, [ours, byHand]);
}

/** 10,000 rows in batches of 200 through the store, and by hand. */
export function benchBulkInsert(): DataBenchmark {
  const schema = createSchema(testProject({}));
  const times = Array.from({ length: 3 }, () => {
    const store = openStore({ schema });
    const rows = rowsFor(store, 10_000);
    const batches = Array.from({ length: 50 }, (_, at) => rows.slice(at * 200, at * 200 + 200));
    const ours = fastest(1, () => {
      for (const batch of batches) store.insert('Contact', batch);
      store.commit();
    });
    const database = handMade([]);
    const byHand = fastest(1, () => insertByHand(database, rows));
    store.close();
    database.close();
    return { ours, byHand };
  });
  const ours = Math.min(...times.map((time) => time.ours));
  const byHand = Math.min(...times.map((time) => time.byHand));
  return compare('bulk insert into the store, 10,000 rows', 3, [ours, byHand]);
}

/** All benchmarks of the data layer. */
export const dataBenchmarks: readonly (() => DataBenchmark)[] = [
  benchIndexedQuery,
  benchBulkInsert
];
