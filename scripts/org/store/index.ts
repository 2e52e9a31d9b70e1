export { isStored, quote, storageOf } from './columns.ts';
export type { Storage } from './columns.ts';
export type { SqlValue } from './database.ts';
export { LockTimeout } from './database.ts';
export { syncCustomMetadata } from './metadataRecords.ts';
export { hasTable } from './migrate.ts';
export { copyData, openStore, readKeyPrefixes } from './store.ts';
export type { SqliteStore, StoreOptions } from './store.ts';
export type { FieldValue, SavepointToken, Store, StoredRow } from './types.ts';
