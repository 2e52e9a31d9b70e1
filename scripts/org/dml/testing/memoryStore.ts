import type { FieldValue, SavepointToken, Store, StoredRow } from '../../store/types.ts';

type Tables = Map<string, Map<string, StoredRow>>;

/** A store in memory, for tests of what stands above the store. SQL is not understood. */
export function memoryStore(prefixes: ReadonlyMap<string, string>): Store {
  let tables: Tables = new Map();
  const saved = new Map<string, Tables>();
  const settings = new Map<string, string>();
  let counter = 0;
  let written = false;
  const table = (object: string): Map<string, StoredRow> => {
    const rows = tables.get(object) ?? new Map<string, StoredRow>();
    tables.set(object, rows);
    return rows;
  };
  const change = (object: string, id: string, row: StoredRow): void => {
    written = true;
    table(object).set(id, { ...table(object).get(id), ...row });
  };
  const isThere = (row: StoredRow, deleted: boolean | undefined): boolean =>
    deleted === true || row['IsDeleted'] !== true;
  return {
    insert: (object, rows) => rows.forEach((row) => change(object, String(row['Id']), row)),
    update: (object, rows) => rows.forEach((row) => change(object, String(row['Id']), row)),
    setDeleted: (object, ids, deleted) =>
      ids.forEach((id) => change(object, id, { IsDeleted: deleted })),
    purge: (object, ids) => ids.forEach((id) => table(object).delete(id)),
    get: (object, ids, options) =>
      ids.flatMap((id) => {
        const row = table(object).get(id);
        return row !== undefined && isThere(row, options?.deleted) ? [{ ...row }] : [];
      }),
    find: (object, field, values) =>
      [...table(object).values()]
        .filter((row) => isThere(row, false) && values.some((value) => isEqual(row[field], value)))
        .map((row) => ({ ...row })),
    nextId: (object) => {
      counter += 1;
      return `${prefixes.get(object) ?? 'a00'}${String(counter).padStart(12, '0')}AAA`;
    },
    nextNumber: (object, field) => {
      const key = `${object}.${field}`;
      const next = Number(settings.get(key) ?? '0') + 1;
      settings.set(key, String(next));
      return next;
    },
    all: () => [],
    iterate: () => [].values(),
    getSetting: (name) => settings.get(name),
    setSetting: (name, value) => void settings.set(name, value),
    get hasUncommittedWork() {
      return written;
    },
    commit: () => {
      written = false;
    },
    rollback: () => {
      written = false;
    },
    savepoint: () => {
      counter += 1;
      const token: SavepointToken = { name: `s${counter}` };
      saved.set(token.name, copy(tables));
      return token;
    },
    rollbackTo: ({ name }) => {
      tables = copy(saved.get(name) ?? new Map<string, Map<string, StoredRow>>());
    },
    release: ({ name }) => void saved.delete(name),
    close: () => undefined
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
