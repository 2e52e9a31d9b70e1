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

/** What the state of a job is read and made with. */
export interface PayloadSource {
  readonly program: ProgramPort;
  readonly schema: SchemaPort;
}

/** A value on its way to text: scalars carry their type, everything with an identity is a reference into a table. */
type Plain = null | boolean | string | number | { readonly [kind: string]: unknown };

interface Entry {
  readonly kind: 'list' | 'set' | 'map' | 'record' | 'object' | 'exception';
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
    return { kind: 'object', type: typeOf(item), content: fieldsOf(item) };
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
  return undefined;
}

const scalars: Readonly<Record<string, (value: never) => unknown>> = {
  long: (value: string) => BigInt(value),
  decimal: (value: string) => ApexDecimal.parse(value),
  double: (value: string) => new ApexDouble(Number(value)),
  date: (value: number) => new ApexDate(value),
  datetime: (value: number) => new ApexDatetime(value),
  time: (value: number) => new ApexTime(value),
  blob: (value: string) => new ApexBlob(new Uint8Array(Buffer.from(value, 'base64'))),
  enum: ([type, name, ordinal]: [string, string, number]) => new ApexEnumValue(type, name, ordinal),
  type: (value: string) => new ApexType(value)
};

/** The object graph that `writePayload` wrote. Constructors are not run. */
export function readPayload(text: string, { program }: PayloadSource): unknown {
  const { root, table } = JSON.parse(text) as { root: Plain; table: readonly Entry[] };
  const made: unknown[] = [];
  return read(root);

  function read(item: Plain): unknown {
    if (item === null || typeof item !== 'object') return item;
    if (typeof item['ref'] === 'number') return resolve(item['ref']);
    const [[kind = '', value] = []] = Object.entries(item);
    return scalars[kind]?.(value as never);
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
      case 'object':
        return fillObject(index, type, content as Record<string, Plain>);
    }
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

type RecordContent = [Record<string, Plain>, Record<string, Plain>, Record<string, Plain>, boolean];
