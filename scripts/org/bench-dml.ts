import { DatabaseSync } from 'node:sqlite';
import { createDmlTransaction, createObjectPlans, executeDml } from './dml/index.ts';
import type { DmlContext, DmlRecord } from './dml/index.ts';
import { createProject, parseXml } from './metadata/index.ts';
import type { Component } from './metadata/index.ts';
import { createSchema, serialId } from './schema/index.ts';
import { policyOf } from './security/index.ts';
import { openStore } from './store/index.ts';
import type { Clock } from '../shared/index.ts';

/** Milliseconds that the same rows took by hand and through DML. */
export interface DmlBench {
  readonly rows: number;
  readonly handWritten: number;
  readonly dml: number;
  readonly ratio: number;
}

const batch = 200;
const object = 'Bench__c';

/**
 * Inserts `rows` records with two indexed fields in batches of 200: by hand with prepared statements of node:sqlite,
 * and through the DML engine. The best of three runs each counts, without the making of tables.
 * @param stopwatch real time in milliseconds, as exactly as the machine has it
 */
export function benchDml(rows: number, stopwatch: Clock): DmlBench {
  const best = (run: () => number): number => Math.min(...[1, 2, 3].map(run));
  const handWritten = best(() => insertByHand(rows, stopwatch));
  const dml = best(insertThroughDml(rows, stopwatch));
  return { rows, handWritten, dml, ratio: dml / handWritten };
}

function insertByHand(rows: number, clock: Clock): number {
  const database = new DatabaseSync(':memory:');
  database.exec(
    'CREATE TABLE bench (id TEXT PRIMARY KEY, name TEXT, code TEXT COLLATE NOCASE, city TEXT, amount REAL, owner TEXT, ' +
      'created TEXT, created_by TEXT, modified TEXT, modified_by TEXT, stamp TEXT, deleted INTEGER);' +
      'CREATE UNIQUE INDEX bench_code ON bench (code); CREATE INDEX bench_name ON bench (name);'
  );
  const insert = database.prepare('INSERT INTO bench VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const now = new Date(0).toISOString();
  const user = serialId('005', 1);
  const started = clock.now();
  for (let start = 0; start < rows; start += batch) {
    database.exec('BEGIN');
    for (let index = start; index < start + batch; index += 1) {
      const id = serialId('a00', index + 1);
      insert.run(
        id,
        `Name ${index}`,
        `code-${index}`,
        'Boston',
        index,
        user,
        now,
        user,
        now,
        user,
        now,
        0
      );
    }
    database.exec('COMMIT');
  }
  const took = clock.now() - started;
  database.close();
  return took;
}

function insertThroughDml(rows: number, clock: Clock): () => number {
  const schema = createSchema(benchProject());
  return () => {
    const store = openStore({ schema });
    const grants = { objects: new Map(), fields: new Map(), entities: new Set<string>() };
    const context: DmlContext = {
      schema,
      store,
      clock,
      plans: createObjectPlans(schema),
      transaction: createDmlTransaction(),
      origin: 'apex',
      user: benchUser,
      policy: {
        ...policyOf(schema, { ...grants, userPermissions: new Set() }, 'all'),
        canUseRecordType: () => true,
        defaultRecordType: () => undefined
      }
    };
    const started = clock.now();
    for (let start = 0; start < rows; start += batch) insertBatch(context, start);
    const took = clock.now() - started;
    store.close();
    return took;
  };
}

function insertBatch(context: DmlContext, start: number): void {
  const records: DmlRecord[] = Array.from({ length: batch }, (_, offset) => {
    const index = start + offset;
    const values = { Name: `Name ${index}`, Code__c: `code-${index}`, City__c: 'Boston' };
    return { object, values: { ...values, Amount__c: index } };
  });
  const request = { operation: 'insert', records, allOrNone: true } as const;
  executeDml(context, { ...request, accessLevel: 'system', sharing: false });
  context.store.commit();
}

const benchUser = {
  userId: serialId('005', 1),
  profileId: serialId('00e', 1),
  roleId: undefined,
  username: 'bench@example.com',
  name: 'Bench',
  timeZone: 'UTC',
  locale: 'en_US',
  language: 'en_US',
  currency: 'USD'
};

const metadata: Readonly<Record<string, string>> = {
  'CustomObject:Bench__c':
    '<label>Bench</label><nameField><label>Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel>',
  'CustomField:Bench__c.Code__c':
    '<label>Code</label><type>Text</type><length>40</length><externalId>true</externalId><unique>true</unique>',
  'CustomField:Bench__c.City__c': '<label>City</label><type>Text</type><length>40</length>',
  'CustomField:Bench__c.Amount__c':
    '<label>Amount</label><type>Number</type><precision>18</precision><scale>2</scale>'
};

function benchProject() {
  const components = Object.entries(metadata).map(([key, body]): Component => {
    const [type = '', fullName = ''] = key.split(':');
    const xml = parseXml(`<${type}>${body}</${type}>`, fullName);
    return { type, fullName, file: fullName, content: undefined, xml };
  });
  return createProject({
    folder: '/',
    namespace: undefined,
    apiVersion: '66.0',
    packageDirectories: [],
    components,
    fingerprint: 'bench'
  });
}
