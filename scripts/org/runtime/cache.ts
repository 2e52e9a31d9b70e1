/** A value of Platform Cache. */
export interface CacheEntry {
  readonly value: unknown;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

export type CacheEntries = Map<string, CacheEntry>;

/** Platform Cache of one thread, by partition. It is a cache: it may forget. */
export interface PlatformCache {
  partition(name: string): CacheEntries;
}

export function createCache(): PlatformCache {
  const partitions = new Map<string, CacheEntries>();
  return {
    partition(name) {
      const found = partitions.get(name) ?? new Map<string, CacheEntry>();
      partitions.set(name, found);
      return found;
    }
  };
}
