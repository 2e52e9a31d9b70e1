import { DatabaseSync } from 'node:sqlite';

/** Turns values into text and back: what is in the cache is a copy, as on the platform. */
export interface CacheCodec {
  write(value: unknown): string;
  read(text: string): unknown;
}

/** Texts by partition and key. */
interface CacheStorage {
  get(partition: string, key: string): StoredEntry | undefined;
  set(partition: string, key: string, entry: StoredEntry): void;
  delete(partition: string, key: string): boolean;
  keys(partition: string): readonly string[];
}

interface StoredEntry {
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** One partition of Platform Cache. */
export interface CacheEntries {
  /** Undefined when there is none, or its time is over at `now`. */
  get(key: string, now: number): unknown;
  set(key: string, value: unknown, expiresAt: number): void;
  delete(key: string): boolean;
  keys(): readonly string[];
}

/** Platform Cache of an org, by partition. No part of a transaction: what is put stays, whatever is rolled back. */
export interface PlatformCache {
  partition(name: string): CacheEntries;
  /** An empty cache for a test, which sees nothing of the org's. */
  isolated(): PlatformCache;
}

/**
 * @param file where the threads of an org share the cache; undefined keeps it in this thread
 */
export function createCache(codec: CacheCodec, file?: string): PlatformCache {
  const storage = file === undefined ? memoryStorage() : fileStorage(file);
  return {
    partition: (name) => entriesOf(storage, codec, name),
    isolated: () => createCache(codec)
  };
}

function entriesOf(storage: CacheStorage, codec: CacheCodec, partition: string): CacheEntries {
  return {
    get: (key, now) => {
      const entry = storage.get(partition, key);
      return entry === undefined || entry.expiresAt <= now ? undefined : codec.read(entry.text);
    },
    set: (key, value, expiresAt) =>
      storage.set(partition, key, { text: codec.write(value), expiresAt }),
    delete: (key) => storage.delete(partition, key),
    keys: () => storage.keys(partition)
  };
}

function memoryStorage(): CacheStorage {
  const partitions = new Map<string, Map<string, StoredEntry>>();
  const entries = (partition: string): Map<string, StoredEntry> => {
    const found = partitions.get(partition) ?? new Map<string, StoredEntry>();
    partitions.set(partition, found);
    return found;
  };
  return {
    get: (partition, key) => entries(partition).get(key),
    set: (partition, key, entry) => void entries(partition).set(key, entry),
    delete: (partition, key) => entries(partition).delete(key),
    keys: (partition) => [...entries(partition).keys()]
  };
}

/** A database of its own: a cached value must neither wait for a transaction nor belong to one. */
function fileStorage(file: string): CacheStorage {
  // All threads open it at once: each waits for the others from the first statement on.
  const database = new DatabaseSync(file, { timeout: 15_000 });
  database.exec(
    'PRAGMA synchronous = OFF;' +
      'CREATE TABLE IF NOT EXISTS entry (partition TEXT, key TEXT, text TEXT, expiresAt INTEGER, PRIMARY KEY (partition, key))'
  );
  const select = database.prepare(
    'SELECT text, expiresAt FROM entry WHERE partition = ? AND key = ?'
  );
  const put = database.prepare('INSERT OR REPLACE INTO entry VALUES (?, ?, ?, ?)');
  const remove = database.prepare('DELETE FROM entry WHERE partition = ? AND key = ?');
  const list = database.prepare('SELECT key FROM entry WHERE partition = ? ORDER BY rowid');
  return {
    get: (partition, key) => select.get(partition, key) as StoredEntry | undefined,
    set: (partition, key, { text, expiresAt }) => void put.run(partition, key, text, expiresAt),
    delete: (partition, key) => Number(remove.run(partition, key).changes) > 0,
    keys: (partition) => list.all(partition).map(({ key }) => String(key))
  };
}
