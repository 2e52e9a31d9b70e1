import { unreachable } from '../../shared/index.ts';
import {
  ApexException,
  ApexList,
  ApexMap,
  ApexSet,
  ApexSObject
} from '../../apex/runtime/index.ts';
import { PlatformObject } from '../library/index.ts';
import type { PayloadSource } from './payload.ts';
import { readScalar } from './payloadScalars.ts';
import type { Plain } from './payloadScalars.ts';
import { allocate, instanceFields } from './payloadState.ts';
import type { Entry } from './payloadWriter.ts';

type Named = Record<string, Plain>;

interface PlatformData {
  readonly items?: readonly PlatformData[];
  readonly entries?: readonly [unknown, PlatformData][];
  readonly parts?: readonly [string, PlatformData][];
  readonly value?: Plain;
}

/** Reads one object graph. Constructors are not run. */
export class PayloadReader {
  private readonly source: PayloadSource;
  private readonly table: readonly Entry[];
  private readonly made = new Map<number, unknown>();

  constructor(source: PayloadSource, table: readonly Entry[]) {
    this.source = source;
    this.table = table;
  }

  read(item: Plain): unknown {
    if (item === null || typeof item !== 'object') return item;
    const { ref } = item;
    return typeof ref === 'number' ? this.resolve(ref) : readScalar(item, this.source.schema);
  }

  private resolve(index: number): unknown {
    if (this.made.has(index)) return this.made.get(index);
    const entry = this.table[index];
    if (entry === undefined) throw new Error('A job has lost part of its state.');
    return this.make(index, entry);
  }

  private make(index: number, { kind, type, content }: Entry): unknown {
    switch (kind) {
      case 'list':
        return this.list(this.keep(index, new ApexList(type)), content as Plain[]);
      case 'set':
        return this.set(this.keep(index, new ApexSet(type)), content as Plain[]);
      case 'map':
        return this.map(index, type, content as [string, ...[Plain, Plain][]]);
      case 'record':
        return this.record(this.keep(index, new ApexSObject(type)), content as RecordContent);
      case 'exception':
        return this.keep(index, new ApexException(type, content as string | null));
      case 'platform':
        return this.keep(index, new PlatformObject(type, this.data(content as PlatformData)));
      case 'object':
        return this.object(index, type, content as Named);
      default:
        return unreachable(kind);
    }
  }

  private keep<T>(index: number, value: T): T {
    this.made.set(index, value);
    return value;
  }

  private list(list: ApexList, items: readonly Plain[]): ApexList {
    list.items = items.map((item) => this.read(item));
    return list;
  }

  private set(set: ApexSet, items: readonly Plain[]): ApexSet {
    for (const item of items) set.add(this.read(item));
    return set;
  }

  private map(index: number, keyType: string, content: [string, ...[Plain, Plain][]]): ApexMap {
    const [valueType, ...pairs] = content;
    const map = this.keep(index, new ApexMap(keyType, valueType));
    for (const [key, value] of pairs) map.put(this.read(key), this.read(value));
    return map;
  }

  private record(record: ApexSObject, content: RecordContent): ApexSObject {
    const [fields, parents, children, queried] = content;
    record.queried = queried;
    for (const [name, value] of Object.entries(fields)) record.fields[name] = this.read(value);
    for (const [name, value] of Object.entries(parents)) {
      record.parents[name] = this.read(value) as ApexSObject | null;
    }
    for (const [name, value] of Object.entries(children)) {
      record.children[name] = this.read(value) as ApexList;
    }
    return record;
  }

  private object(index: number, type: string, content: Named): unknown {
    const { program } = this.source;
    const target = this.keep(index, allocate(program, type));
    for (const { key, set } of instanceFields(program, type)) {
      const value = content[key];
      if (value !== undefined) set(target, this.read(value));
    }
    return target;
  }

  private data({ items, entries, parts, value }: PlatformData): unknown {
    if (items !== undefined) return items.map((item) => this.data(item));
    if (entries !== undefined) {
      return new Map(entries.map(([key, each]) => [key, this.data(each)]));
    }
    if (parts === undefined) return this.read(value ?? null);
    return Object.fromEntries(parts.map(([name, each]) => [name, this.data(each)]));
  }
}

type RecordContent = [Named, Named, Named, boolean];
