import type { FieldValue, SavepointToken, Store, StoredRow } from '../../store/types.ts';

type Tables = Map<string, Map<string, StoredRow>>;

interface Memory {
  tables: Tables;
  readonly saved: Map<string, Tables>;
  readonly settings: Map<string, string>;
  counter: number;
  written: boolean;
}

/** A store in memory, for tests of what stands above the store. SQL is not understood. */
export function memoryStore(prefixes: ReadonlyMap<string, string>): Store {
  const memory: Memory = {
    tables: new Map(),
    saved: new Map(),
    settings: new Map(),
    counter: 0,
    written: false
  };
  return {
    ...rowsOf(memory),
    ...countersOf(memory, prefixes),
    ...savepointsOf(memory),
    all: () => [],
    iterate: () => [].values(),
    get hasUncommittedWork() {
      return memory.written;
    },
    lock: () => undefined,
    releaseLock: () => undefined,
    commit: () => {
      memory.written = false;
    },
    rollback: () => {
      memory.written = false;
    },
    close: () => undefined
  };
}

type RowParts = Pick<Store, 'insert' | 'update' | 'setDeleted' | 'purge' | 'get' | 'find'>;

function rowsOf(memory: Memory): RowParts {
  const table = (object: string): Map<string, StoredRow> => {
    const rows = memory.tables.get(object) ?? new Map<string, StoredRow>();
    memory.tables.set(object, rows);
    return rows;
  };
  const change = (object: string, id: string, row: StoredRow): void => {
    memory.written = true;
    table(object).set(id, { ...table(object).get(id), ...row });
  };
  const changeAll = (object: string, rows: readonly StoredRow[]): void => {
    for (const row of rows) change(object, String(row['Id']), row);
  };
  return {
    insert: changeAll,
    update: changeAll,
    setDeleted: (object, ids, deleted) => {
      for (const id of ids) change(object, id, { IsDeleted: deleted });
    },
    purge: (object, ids) => {
      for (const id of ids) table(object).delete(id);
    },
    get: (object, ids, options) =>
      ids
        .map((id) => table(object).get(id))
        .filter((row) => row !== undefined)
        .filter((row) => isThere(row, options?.deleted))
        .map((row) => ({ ...row })),
    find: (object, field, values) =>
      [...table(object).values()]
        .filter((row) => isThere(row, false) && values.some((value) => isEqual(row[field], value)))
        .map((row) => ({ ...row }))
  };
}

function isThere(row: StoredRow, deleted: boolean | undefined): boolean {
  return deleted === true || row['IsDeleted'] !== true;
}

function countersOf(
  memory: Memory,
  prefixes: ReadonlyMap<string, string>
): Pick<Store, 'nextId' | 'nextNumber' | 'getSetting' | 'setSetting'> {
  const { settings } = memory;
  return {
    nextId: (object) => {
      memory.counter += 1;
      return `${prefixes.get(object) ?? 'a00'}${String(memory.counter).padStart(12, '0')}AAA`;
    },
    nextNumber: (object, field) => {
      const key = `${object}.${field}`;
      const next = Number(settings.get(key) ?? '0') + 1;
      settings.set(key, String(next));
      return next;
    },
    getSetting: (name) => settings.get(name),
    setSetting: (name, value) => void settings.set(name, value)
  };
}

function savepointsOf(memory: Memory): Pick<Store, 'savepoint' | 'rollbackTo' | 'release'> {
  const { saved } = memory;
  return {
    savepoint: () => {
      memory.counter += 1;
      const token: SavepointToken = { name: `s${String(memory.counter)}` };
      saved.set(token.name, copy(memory.tables));
      return token;
    },
    rollbackTo: ({ name }) => {
      memory.tables = copy(saved.get(name) ?? new Map<string, Map<string, StoredRow>>());
    },
    release: ({ name }) => void saved.delete(name)
  };
}

function isEqual(one: FieldValue | undefined, other: FieldValue): boolean {
  if (typeof one === 'string' && typeof other === 'string') {
    return one.toLowerCase() === other.toLowerCase();
  }
  return (one ?? null) === other;
}

function copy(tables: Tables): Tables {
  return new Map(
    [...tables].map(([object, rows]) => [
      object,
      new Map([...rows].map(([id, row]) => [id, { ...row }]))
    ])
  );
}
