import { dirname, join } from 'node:path';
import { readPayload, writePayload } from '../async/index.ts';
import { createCache } from '../runtime/index.ts';
import type { OrgServices, PlatformCache } from '../runtime/index.ts';

/**
 * The Platform Cache that all threads of an org share.
 *
 * @param services asked for when a value is put or got: they need the program
 * @param file the org's database; undefined for an org in memory, which has one thread
 */
export function sharedCache(services: () => OrgServices, file: string | undefined): PlatformCache {
  const codec = {
    write: (value: unknown) => writePayload(value, services()),
    read: (text: string) => readPayload(text, services())
  };
  return createCache(codec, file === undefined ? undefined : join(dirname(file), 'cache.sqlite'));
}
