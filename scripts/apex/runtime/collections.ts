import { ApexException, nullPointer } from './exception.ts';
import { checkHeap } from './heap.ts';
import { toId } from './id.ts';
import { ApexList } from './list.ts';
import { ApexMap } from './map.ts';
import { ApexSet } from './set.ts';
import { ApexSObject } from './sobject.ts';

/** `new List<T>()`, `new List<T>(5)` (so many nulls), `new List<T>(listOrSet)`. */
export function makeList(elementType: string, source?: unknown): ApexList {
  if (source === undefined) return new ApexList(elementType);
  if (source === null) throw nullPointer();
  if (typeof source === 'number') return emptyList(elementType, source);
  return new ApexList(elementType, [...(source as Iterable<unknown>)]);
}

function emptyList(elementType: string, size: number): ApexList {
  if (size < 0) throw new ApexException('System.ListException', 'Size cannot be negative');
  return new ApexList(
    elementType,
    Array.from({ length: checkHeap(size) }, () => null)
  );
}

/** `new Set<T>()`, `new Set<T>(listOrSet)`. */
export function makeSet(elementType: string, source?: unknown): ApexSet {
  if (source === null) throw nullPointer();
  return new ApexSet(elementType, (source as Iterable<unknown> | undefined) ?? []);
}

/** `new Map<K, V>()`, `new Map<K, V>(map)`, `new Map<Id, V>(records)`. */
export function makeMap(keyType: string, valueType: string, source?: unknown): ApexMap {
  if (source === null) throw nullPointer();
  const map = new ApexMap(keyType, valueType);
  if (source instanceof ApexMap) putEntries(map, source);
  if (source instanceof ApexList) putRecords(map, source, { unique: true });
  return map;
}

/** `map.putAll(other)` */
export function putEntries(map: ApexMap, source: ApexMap): void {
  for (const [key, value] of source.entries()) map.put(key, value);
}

/**
 * `map.putAll(records)`: by their ids.
 * @throws ApexException ListException for a record without an id or, when they must be `unique`, for a second one
 */
export function putRecords(
  map: ApexMap,
  records: ApexList,
  { unique }: { readonly unique: boolean }
): void {
  for (const [index, record] of records.items.entries()) {
    if (!(record instanceof ApexSObject)) throw rowException('null Id', index);
    if (record.id === null) throw rowException('null Id', index);
    const id = toId(record.id);
    if (unique && map.has(id)) throw rowException('duplicate Id', index);
    map.put(id, record);
  }
}

function rowException(problem: string, index: number): ApexException {
  return new ApexException('System.ListException', `Row with ${problem} at index: ${index}`);
}
