import type { ObjectDefinition, SchemaPort, TriggerEvent } from '../../../apex/index.ts';
import { manualClock } from '../../../shared/index.ts';
import type { ManualClock } from '../../../shared/index.ts';
import type { AccessPolicy, UserContext } from '../../session/types.ts';
import type { FieldValue, Store, StoredRow } from '../../store/types.ts';
import { createDmlTransaction, createObjectPlans, executeDml } from '../index.ts';
import type { DmlContext, DmlRecord, DmlRequest, DmlResult, TriggerRecord } from '../index.ts';
import { memoryStore } from './memoryStore.ts';
import { aSchema } from './schema.ts';

/** The user of the tests. */
export const aUser: UserContext = {
  userId: '005000000000001AAA',
  profileId: '00e000000000001AAA',
  roleId: undefined,
  username: 'ada@example.com',
  name: 'Ada Admin',
  timeZone: 'UTC',
  locale: 'en_US',
  language: 'en_US',
  currency: 'USD'
};

/** May do everything. */
export const allowAll: AccessPolicy = {
  canRead: () => true,
  canCreate: () => true,
  canEdit: () => true,
  canDelete: () => true,
  viewsAll: () => true,
  modifiesAll: () => true,
  canReadField: () => true,
  canEditField: () => true,
  hasUserPermission: () => true,
  hasCustomPermission: () => true,
  canUseClass: () => true,
  canUseRecordType: () => true,
  defaultRecordType: () => undefined
};

type TriggerBody = (records: readonly TriggerRecord[]) => void;

/** A small org in memory. */
export interface TestOrg {
  readonly store: Store;
  readonly schema: SchemaPort;
  readonly clock: ManualClock;
  /** The context of DML calls; parts may be replaced. */
  context: DmlContext;
  /** Adds a trigger. */
  on(object: string, event: TriggerEvent, body: TriggerBody): void;
  /** What triggers were run, as `Account before insert 2`. */
  readonly triggerLog: string[];
  dml(request: Partial<DmlRequest> & Pick<DmlRequest, 'operation' | 'records'>): DmlResult[];
  row(object: string, id: string | undefined): StoredRow | undefined;
}

/** An org of these objects. */
export function anOrg(objects: readonly ObjectDefinition[]): TestOrg {
  const schema = aSchema(objects);
  const prefixes = objects.map(({ name, keyPrefix }) => [name, keyPrefix ?? ''] as const);
  const store = memoryStore(new Map(prefixes));
  const clock = manualClock('2026-03-01T10:20:30.456Z');
  const bodies = new Map<string, TriggerBody[]>();
  const triggerLog: string[] = [];
  const org: TestOrg = {
    store,
    schema,
    clock,
    triggerLog,
    context: {
      schema,
      store,
      clock,
      user: aUser,
      policy: allowAll,
      plans: createObjectPlans(schema),
      transaction: createDmlTransaction(),
      origin: 'apex',
      triggers: {
        handles: (object, event) => bodies.has(`${object} ${event}`),
        run(event, object, records) {
          triggerLog.push(`${object} ${event} ${records.length}`);
          for (const body of bodies.get(`${object} ${event}`) ?? []) body(records);
        }
      }
    },
    on(object, event, body) {
      const key = `${object} ${event}`;
      bodies.set(key, [...(bodies.get(key) ?? []), body]);
    },
    dml: (request) =>
      executeDml(org.context, {
        allOrNone: true,
        accessLevel: 'system',
        sharing: false,
        ...request
      }),
    row: (object, id) => store.get(object, [id ?? ''], { deleted: true })[0]
  };
  return org;
}

/** A record on its way in. */
export function aRecord(object: string, values: Record<string, FieldValue | DmlRecord>): DmlRecord {
  return { object, values };
}
