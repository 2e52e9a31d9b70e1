import type { SchemaPort } from '../../apex/index.ts';
import type { AccessPolicy, UserContext } from '../session/types.ts';
import { createQueryEngine } from '../soql/index.ts';
import type { QueryResult } from '../soql/index.ts';
import { openStore } from '../store/index.ts';
import type { StoredRow } from '../store/index.ts';

/** Records that are in no org's tables, in memory, and SOQL over them. */
export interface ToolingStore {
  /** Is it one of its objects? Names in any case. */
  has(object: string): boolean;
  /** The fields of an object that clients may write. */
  fieldNames(object: string): readonly string[];
  insert(object: string, rows: readonly StoredRow[]): void;
  /** All rows of an object are exactly these. */
  replace(object: string, rows: readonly StoredRow[]): void;
  update(object: string, row: StoredRow): void;
  remove(object: string, ids: readonly string[]): void;
  get(object: string, id: string): StoredRow | undefined;
  find(object: string, field: string, value: string): StoredRow[];
  nextId(object: string): string;
  /** @throws QueryError */
  query(soql: string, user: UserContext, now: number): QueryResult;
  close(): void;
}

const yes = (): boolean => true;

/** Who may ask sees all of it. */
const everything: AccessPolicy = {
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

export function createToolingStore(schema: SchemaPort): ToolingStore {
  const store = openStore({ schema });
  const engine = createQueryEngine({ schema, store });
  const nameOf = (object: string): string => schema.object(object)?.name ?? object;
  const committed = (work: () => void): void => {
    work();
    store.commit();
  };
  return {
    has: (object) => schema.object(object) !== undefined,
    fieldNames: (object) =>
      [...(schema.object(object)?.fields.values() ?? [])].map(({ name }) => name),
    insert: (object, rows) => {
      if (rows.length > 0) committed(() => store.insert(nameOf(object), rows));
    },
    replace: (object, rows) =>
      committed(() => {
        const old = store.all(`SELECT "Id" FROM "${nameOf(object)}"`, []);
        const ids = old.map((row) => String(row['Id']));
        if (ids.length > 0) store.purge(nameOf(object), ids);
        if (rows.length > 0) store.insert(nameOf(object), rows);
      }),
    update: (object, row) => committed(() => store.update(nameOf(object), [row])),
    remove: (object, ids) => committed(() => store.purge(nameOf(object), ids)),
    get: (object, id) => store.get(nameOf(object), [id])[0],
    find: (object, field, value) => store.find(nameOf(object), field, [value]),
    nextId: (object) => store.nextId(nameOf(object)),
    query: (soql, user, now) => {
      const access = { accessLevel: 'system', sharing: false } as const;
      return engine.executeQuery({
        soql,
        binds: new Map(),
        user,
        policy: everything,
        now,
        ...access
      });
    },
    close: () => store.close()
  };
}
