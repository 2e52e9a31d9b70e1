import type { Database } from './database.ts';

/** Ascending numbers by name, never given twice: reserved in the transaction that uses them. */
export interface Counters {
  next(name: string): number;
  /** Forgets what was read, since another connection may have counted on. */
  begin(): void;
  /** Writes what was used; call it just before a commit. */
  flush(): void;
}

const select = 'SELECT "value" FROM "_counters" WHERE "name" = ?';
const write =
  'INSERT INTO "_counters" VALUES (?, ?) ON CONFLICT DO UPDATE SET "value" = excluded."value"';

/** Counters that are kept in the database. A rolled-back transaction does not give its numbers back. */
export function createCounters(database: Database): Counters {
  const used = new Map<string, number>();
  const loaded = new Set<string>();
  const changed = new Set<string>();
  const load = (name: string): void => {
    const stored = Number(database.all(select, [name])[0]?.['value'] ?? 0);
    used.set(name, Math.max(stored, used.get(name) ?? 0));
    loaded.add(name);
  };
  return {
    next: (name) => {
      if (!loaded.has(name)) load(name);
      const value = (used.get(name) ?? 0) + 1;
      used.set(name, value);
      changed.add(name);
      return value;
    },
    begin: () => loaded.clear(),
    flush: () => {
      for (const name of changed) database.run(write, [name, used.get(name) ?? 0]);
      changed.clear();
    }
  };
}
