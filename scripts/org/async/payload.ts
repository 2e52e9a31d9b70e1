import type { ProgramPort, SchemaPort } from '../../apex/index.ts';
import {
  ApexBlob,
  ApexDate,
  ApexDatetime,
  ApexDecimal,
  ApexDouble,
  ApexEnumValue,
  ApexException,
  ApexList,
  ApexMap,
  ApexObject,
  ApexSet,
  ApexSObject,
  ApexTime,
  ApexType
} from '../../apex/runtime/index.ts';
import { PlatformObject, tokenOf } from '../library/index.ts';
import type { FieldToken, ObjectToken } from '../library/index.ts';

/** What the state of a job is read and made with. */
export interface PayloadSource {
  readonly program: ProgramPort;
  readonly schema: SchemaPort;
}

/** A value on its way to text: scalars carry their type, everything with an identity is a reference into a table. */
type Plain = null | boolean | string | number | { readonly [kind: string]: unknown };

interface Entry {
  readonly kind: 'list' | 'set' | 'map' | 'record' | 'object' | 'exception' | 'platform';
  readonly type: string;
  readonly content: unknown;
}

/**
 * The state of an Apex object graph as text; shared objects stay shared, transient fields are left out.
 * @throws ApexException System.SerializationException for what cannot be kept
 */
export function writePayload(value: unknown, { program }: PayloadSource): string {
  const table: Entry[] = [];
  const known = new Map<object, number>();
  const root = write(value);
  return JSON.stringify({ root, table });

  function write(item: unknown): Plain {
    if (item === null || item === undefined) return null;
    if (typeof item === 'boolean' || typeof item === 'string' || typeof item === 'number')
      return item;
    if (typeof item === 'bigint') return { long: String(item) };
    if (typeof item !== 'object') throw notSerializable(program.typeName(item));
    return writeScalar(item) ?? { ref: reference(item) };
  }

  function reference(item: object): number {
    const position = known.get(item);
    if (position !== undefined) return position;
    const index = table.push({ kind: 'object', type: '', content: null }) - 1;
    known.set(item, index);
    table[index] = entryOf(item);
    return index;
  }

  function entryOf(item: object): Entry {
    if (item instanceof ApexList) {
      return { kind: 'list', type: item.elementType, content: item.items.map(write) };
    }
    if (item instanceof ApexSet) {
      return { kind: 'set', type: item.elementType, content: item.values().map(write) };
    }
    if (item instanceof ApexMap) {
      const content = [item.valueType, ...item.entries().map((pair) => pair.map(write))];
      return { kind: 'map', type: item.keyType, content };
    }
    if (item instanceof ApexSObject)
      return { kind: 'record', type: item.type, content: record(item) };
    if (item instanceof ApexException) {
      return { kind: 'exception', type: item.$type, content: item.text };
    }
    if (item instanceof PlatformObject) {
      if (neverKept.has(item.$type)) throw notSerializable(item.$type);
      return { kind: 'platform', type: item.$type, content: writeData(item.data) };
    }
    return { kind: 'object', type: typeOf(item), content: fieldsOf(item) };
  }

  /** The data of a platform object: plain objects, maps and lists around Apex values. */
  function writeData(data: unknown): unknown {
    if (Array.isArray(data)) return { items: data.map(writeData) };
    if (data instanceof Map) {
      return { entries: [...data].map(([key, each]) => [key, writeData(each)]) };
    }
    if (!isPlainObject(data)) return { value: write(data) };
    const parts = Object.entries(data).filter(([, each]) => typeof each !== 'function');
    return { parts: parts.map(([name, each]) => [name, writeData(each)]) };
  }

  function record(item: ApexSObject): unknown {
    return [writeAll(item.fields), writeAll(item.parents), writeAll(item.children), item.queried];
  }

  function writeAll(values: Readonly<Record<string, unknown>>): unknown {
    return Object.fromEntries(Object.entries(values).map(([name, each]) => [name, write(each)]));
  }

  function typeOf(item: object): string {
    const name = item instanceof ApexObject ? item.$type : program.typeName(item);
    if (program.classInfo(name) === undefined) throw notSerializable(name);
    return name;
  }

  function fieldsOf(item: object): unknown {
    const fields = instanceFields(program, program.typeName(item));
    return Object.fromEntries(fields.map(({ key, get }) => [key, write(get(item))]));
  }
}

interface StateField {
  readonly key: string;
  get(target: unknown): unknown;
  set(target: unknown, value: unknown): void;
}

/** Objects of the platform that do not outlive their transaction. */
const neverKept = new Set([
  'HttpRequest',
  'HttpResponse',
  'Http',
  'Savepoint',
  'Database.QueryLocator'
]);

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}

/** An instance without its constructor having run. */
function allocate(program: ProgramPort, type: string): unknown {
  const allocating = program as ProgramPort & { allocate?: (name: string) => unknown };
  return allocating.allocate?.(type) ?? program.construct(type, []);
}

/** Fields of a class and its super classes that belong to an instance's state. */
function instanceFields(program: ProgramPort, type: string): StateField[] {
  const info = program.classInfo(type);
  if (info === undefined) return [];
  const inherited = info.superName === undefined ? [] : instanceFields(program, info.superName);
  const own = info.fields.filter(({ isStatic, isTransient }) => !isStatic && !isTransient);
  return [
    ...inherited,
    ...own.map(({ name, get, set }) => ({ key: `${info.name}.${name}`, get, set }))
  ];
}

function notSerializable(type: string): ApexException {
  return new ApexException('System.SerializationException', `Not Serializable: ${type}`);
}

function writeScalar(item: object): Plain | undefined {
  if (item instanceof ApexDecimal) return { decimal: item.toPlain() };
  if (item instanceof ApexDouble) return { double: String(item.value) };
  if (item instanceof ApexDate) return { date: item.days };
  if (item instanceof ApexDatetime) return { datetime: item.time };
  if (item instanceof ApexTime) return { time: item.milliseconds };
  if (item instanceof ApexBlob) return { blob: Buffer.from(item.bytes).toString('base64') };
  if (item instanceof ApexEnumValue) return { enum: [item.type, item.name, item.ordinal] };
  if (item instanceof ApexType) return { type: item.name };
  if (item instanceof PlatformObject && item.$type === 'Schema.SObjectType') {
    return { objectToken: String((item as ObjectToken).data.name) };
  }
  if (item instanceof PlatformObject && item.$type === 'Schema.SObjectField') {
    const { object, field } = (item as FieldToken).data;
    return { fieldToken: [object.name, field.name] };
  }
  return undefined;
}

const scalars: Readonly<Record<string, (value: never, schema: SchemaPort) => unknown>> = {
  long: (value: string) => BigInt(value),
  decimal: (value: string) => ApexDecimal.parse(value),
  double: (value: string) => new ApexDouble(Number(value)),
  date: (value: number) => new ApexDate(value),
  datetime: (value: number) => new ApexDatetime(value),
  time: (value: number) => new ApexTime(value),
  blob: (value: string) => new ApexBlob(new Uint8Array(Buffer.from(value, 'base64'))),
  enum: ([type, name, ordinal]: [string, string, number]) => new ApexEnumValue(type, name, ordinal),
  type: (value: string) => new ApexType(value),
  objectToken: (name: string, schema) => tokenOf(schema, name),
  fieldToken: ([object, field]: [string, string], schema) => tokenOf(schema, object, field)
};

/** The object graph that `writePayload` wrote. Constructors are not run. */
export function readPayload(text: string, { program, schema }: PayloadSource): unknown {
  const { root, table } = JSON.parse(text) as { root: Plain; table: readonly Entry[] };
  const made: unknown[] = [];
  return read(root);

  function read(item: Plain): unknown {
    if (item === null || typeof item !== 'object') return item;
    if (typeof item['ref'] === 'number') return resolve(item['ref']);
    const [[kind = '', value] = []] = Object.entries(item);
    return scalars[kind]?.(value as never, schema);
  }

  function resolve(index: number): unknown {
    if (index in made) return made[index];
    const entry = table[index];
    if (entry === undefined) throw new Error('A job has lost part of its state.');
    return fill(entry, index);
  }

  function fill({ kind, type, content }: Entry, index: number): unknown {
    const items = content as Plain[];
    switch (kind) {
      case 'list': {
        const list = keep(index, new ApexList(type));
        list.items = items.map(read);
        return list;
      }
      case 'set': {
        const set = keep(index, new ApexSet(type));
        for (const item of items) set.add(read(item));
        return set;
      }
      case 'map':
        return fillMap(index, type, content as [string, ...[Plain, Plain][]]);
      case 'record':
        return fillRecord(index, type, content as RecordContent);
      case 'exception':
        return keep(index, new ApexException(type, content as string | null));
      case 'platform':
        return keep(index, new PlatformObject(type, readData(content as PlatformData)));
      case 'object':
        return fillObject(index, type, content as Record<string, Plain>);
    }
  }

  function readData(data: PlatformData): unknown {
    if (data.items !== undefined) return data.items.map(readData);
    if (data.entries !== undefined) {
      return new Map(data.entries.map(([key, each]) => [key, readData(each)]));
    }
    if (data.parts !== undefined) {
      return Object.fromEntries(data.parts.map(([name, each]) => [name, readData(each)]));
    }
    return read(data.value ?? null);
  }

  function keep<T>(index: number, value: T): T {
    made[index] = value;
    return value;
  }

  function fillMap(
    index: number,
    keyType: string,
    content: [string, ...[Plain, Plain][]]
  ): ApexMap {
    const [valueType, ...pairs] = content;
    const map = keep(index, new ApexMap(keyType, valueType));
    for (const [key, value] of pairs) map.put(read(key), read(value));
    return map;
  }

  function fillRecord(index: number, type: string, content: RecordContent): ApexSObject {
    const [fields, parents, children, queried] = content;
    const record = keep(index, new ApexSObject(type));
    record.queried = queried;
    for (const [name, value] of Object.entries(fields)) record.fields[name] = read(value);
    for (const [name, value] of Object.entries(parents)) {
      record.parents[name] = read(value) as ApexSObject | null;
    }
    for (const [name, value] of Object.entries(children)) {
      record.children[name] = read(value) as ApexList;
    }
    return record;
  }

  function fillObject(index: number, type: string, content: Record<string, Plain>): unknown {
    const target = keep(index, allocate(program, type));
    for (const { key, set } of instanceFields(program, type)) {
      const value = content[key];
      if (value !== undefined) set(target, read(value));
    }
    return target;
  }
}

interface PlatformData {
  readonly items?: readonly PlatformData[];
  readonly entries?: readonly [unknown, PlatformData][];
  readonly parts?: readonly [string, PlatformData][];
  readonly value?: Plain;
}

type RecordContent = [Record<string, Plain>, Record<string, Plain>, Record<string, Plain>, boolean];
