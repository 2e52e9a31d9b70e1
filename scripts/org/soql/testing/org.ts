import type { SchemaPort } from '../../../apex/index.ts';
import { testProject } from '../../metadata/testing/project.ts';
import { createSchema } from '../../schema/index.ts';
import type { AccessPolicy, UserContext } from '../../session/types.ts';
import { openStore, type SqliteStore, type StoredRow } from '../../store/index.ts';
import { createQueryEngine, type QueryEngine, type SharingRule } from '../engine.ts';
import type { QueryRecord, QueryRequest, QueryValue } from '../types.ts';

/** Who asks in tests. */
export const testUser: UserContext = {
  userId: '005000000000001AAA',
  profileId: '00e000000000001AAA',
  roleId: undefined,
  username: 'ada@example.com',
  name: 'Ada',
  timeZone: 'America/Los_Angeles',
  locale: 'en_US',
  language: 'en_US',
  currency: 'USD'
};

const yes = (): boolean => true;

/** A user who may do everything. */
export const openPolicy: AccessPolicy = {
  canRead: yes,
  canCreate: yes,
  canEdit: yes,
  canDelete: yes,
  viewsAll: yes,
  modifiesAll: yes,
  canReadField: yes,
  canEditField: yes,
  hasUserPermission: yes,
  hasCustomPermission: yes,
  canUseClass: yes,
  canUseRecordType: yes,
  defaultRecordType: () => undefined
};

/** Now, in tests: a Tuesday, 10:00 in Los Angeles. */
export const testNow = Date.parse('2026-11-24T18:00:00Z');

/** A record as plain data, for `toEqual`. */
export type Plain = { readonly [field: string]: unknown };

export interface TestOrg {
  readonly schema: SchemaPort;
  readonly store: SqliteStore;
  readonly engine: QueryEngine;
  /** Inserts a record and gives its id. */
  put(object: string, row: StoredRow): string;
  request(soql: string, parts?: Partial<QueryRequest>): QueryRequest;
  /** The records of a query as plain data. */
  query(soql: string, parts?: Partial<QueryRequest>): Plain[];
  /** The first selected value of each record. */
  values(soql: string, parts?: Partial<QueryRequest>): unknown[];
}

/** An org in memory with these components (see `testProject`). */
export function testOrg(
  components: Readonly<Record<string, string>> = {},
  { namespace, sharing }: { readonly namespace?: string; readonly sharing?: SharingRule } = {}
): TestOrg {
  const project = testProject(components, namespace);
  const schema = createSchema(project);
  const store = openStore({ schema });
  const engine = createQueryEngine({
    schema,
    store,
    ...(sharing === undefined ? {} : { sharing })
  });
  const request = (soql: string, parts: Partial<QueryRequest> = {}): QueryRequest => ({
    soql,
    binds: new Map(),
    accessLevel: 'system',
    sharing: false,
    user: testUser,
    policy: openPolicy,
    now: testNow,
    ...parts
  });
  const query: TestOrg['query'] = (soql, parts) =>
    engine.executeQuery(request(soql, parts)).records.map(plain);
  return {
    schema,
    store,
    engine,
    request,
    query,
    values: (soql, parts) => query(soql, parts).map((record) => Object.values(record)[0]),
    put: (object, row) => {
      const id = store.nextId(object);
      store.insert(object, [{ Id: id, ...row }]);
      return id;
    }
  };
}

function plain(record: QueryRecord): Plain {
  return Object.fromEntries([...record.values].map(([name, value]) => [name, plainValue(value)]));
}

function plainValue(value: QueryValue): unknown {
  if (Array.isArray(value)) return value.map((child) => plain(child as QueryRecord));
  return typeof value === 'object' && value !== null && 'values' in value && 'object' in value
    ? plain(value)
    : value;
}
