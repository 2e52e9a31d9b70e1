import type { ProgramPort } from '../../apex/index.ts';
import {
  ApexException,
  ApexList,
  ApexMap,
  ApexObject,
  ApexSet,
  ApexSObject
} from '../../apex/runtime/index.ts';
import { PlatformObject } from '../library/index.ts';
import { writeScalar } from './payloadScalars.ts';
import type { Plain } from './payloadScalars.ts';
import { instanceFields } from './payloadState.ts';

/** One object of a graph. */
export interface Entry {
  readonly kind: 'list' | 'set' | 'map' | 'record' | 'object' | 'exception' | 'platform';
  readonly type: string;
  readonly content: unknown;
}

/** Objects of the platform that do not outlive their transaction. */
const neverKept: ReadonlySet<string> = new Set([
  ...['HttpRequest', 'HttpResponse', 'Http', 'Savepoint', 'Database.QueryLocator']
]);

/** Writes one object graph. */
export class PayloadWriter {
  readonly table: Entry[] = [];
  private readonly known = new Map<object, number>();
  private readonly program: ProgramPort;

  constructor(program: ProgramPort) {
    this.program = program;
  }

  /** @throws ApexException System.SerializationException for what cannot be kept */
  write(item: unknown): Plain {
    if (item === null || item === undefined) return null;
    if (typeof item === 'bigint') return { long: String(item) };
    if (typeof item === 'object') return writeScalar(item) ?? { ref: this.reference(item) };
    // What is left are strings, numbers and booleans.
    return item as string | number | boolean;
  }

  private reference(item: object): number {
    const position = this.known.get(item);
    if (position !== undefined) return position;
    const index = this.table.push({ kind: 'object', type: '', content: null }) - 1;
    this.known.set(item, index);
    this.table[index] = this.collection(item) ?? this.single(item);
    return index;
  }

  private collection(item: object): Entry | undefined {
    const all = (items: readonly unknown[]): Plain[] => items.map((each) => this.write(each));
    if (item instanceof ApexList) {
      return { kind: 'list', type: item.elementType, content: all(item.items) };
    }
    if (item instanceof ApexSet) {
      return { kind: 'set', type: item.elementType, content: all(item.values()) };
    }
    if (!(item instanceof ApexMap)) return undefined;
    return {
      kind: 'map',
      type: item.keyType,
      content: [item.valueType, ...item.entries().map(all)]
    };
  }

  private single(item: object): Entry {
    if (item instanceof ApexSObject) {
      return { kind: 'record', type: item.type, content: this.record(item) };
    }
    if (item instanceof ApexException) {
      return { kind: 'exception', type: item.$type, content: item.text };
    }
    if (item instanceof PlatformObject) return this.platformObject(item);
    return { kind: 'object', type: this.typeOf(item), content: this.fieldsOf(item) };
  }

  private record({ fields, parents, children, queried }: ApexSObject): unknown {
    const all = (values: Readonly<Record<string, unknown>>): unknown =>
      Object.fromEntries(Object.entries(values).map(([name, each]) => [name, this.write(each)]));
    return [all(fields), all(parents), all(children), queried];
  }

  private platformObject({ $type: type, data }: PlatformObject<unknown>): Entry {
    if (neverKept.has(type)) throw notSerializable(type);
    return { kind: 'platform', type, content: this.data(data) };
  }

  /** The data of a platform object: plain objects, maps and lists around Apex values. */
  private data(data: unknown): unknown {
    if (Array.isArray(data)) return { items: data.map((each) => this.data(each)) };
    if (data instanceof Map) {
      return { entries: [...data].map(([key, each]) => [key as unknown, this.data(each)]) };
    }
    if (!isPlainObject(data)) return { value: this.write(data) };
    const parts = Object.entries(data).filter(([, each]) => typeof each !== 'function');
    return { parts: parts.map(([name, each]) => [name, this.data(each)]) };
  }

  private typeOf(item: object): string {
    const name = item instanceof ApexObject ? item.$type : this.program.typeName(item);
    if (this.program.classInfo(name) === undefined) throw notSerializable(name);
    return name;
  }

  private fieldsOf(item: object): unknown {
    const fields = instanceFields(this.program, this.program.typeName(item));
    return Object.fromEntries(fields.map(({ key, get }) => [key, this.write(get(item))]));
  }
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  return Object.getPrototypeOf(value) === Object.prototype;
}

function notSerializable(type: string): ApexException {
  return new ApexException('System.SerializationException', `Not Serializable: ${type}`);
}
