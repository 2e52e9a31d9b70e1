import type { SchemaPort } from '../../apex/index.ts';
import {
  ApexBlob,
  ApexDate,
  ApexDatetime,
  ApexDecimal,
  ApexDouble,
  ApexEnumValue,
  ApexTime,
  ApexType
} from '../../apex/runtime/index.ts';
import { PlatformObject, tokenOf } from '../library/index.ts';
import type { FieldToken, ObjectToken } from '../library/index.ts';

/** A value on its way to text: scalars carry their type, everything with an identity is a reference into a table. */
export type Plain = null | boolean | string | number | { readonly [kind: string]: unknown };

type Writer = (item: object) => unknown;
type Reader = (value: never, schema: SchemaPort) => unknown;

interface ScalarKind {
  readonly kind: string;
  readonly fits: (item: object) => boolean;
  readonly write: Writer;
  readonly read: Reader;
}

function scalar<T extends object>(
  kind: string,
  type: abstract new (...values: never[]) => T,
  codec: { write(item: T): unknown; read: Reader }
): ScalarKind {
  return {
    kind,
    fits: (item) => item instanceof type,
    write: (item) => codec.write(item as T),
    read: codec.read
  };
}

function token(kind: string, typeName: string, codec: { write: Writer; read: Reader }): ScalarKind {
  const fits = (item: object): boolean => item instanceof PlatformObject && item.$type === typeName;
  return { kind, fits, ...codec };
}

const kinds: readonly ScalarKind[] = [
  scalar('decimal', ApexDecimal, {
    write: (item) => item.toPlain(),
    read: (value: string) => ApexDecimal.parse(value)
  }),
  scalar('double', ApexDouble, {
    write: (item) => String(item.value),
    read: (value: string) => new ApexDouble(Number(value))
  }),
  scalar('date', ApexDate, {
    write: (item) => item.days,
    read: (value: number) => new ApexDate(value)
  }),
  scalar('datetime', ApexDatetime, {
    write: (item) => item.time,
    read: (value: number) => new ApexDatetime(value)
  }),
  scalar('time', ApexTime, {
    write: (item) => item.milliseconds,
    read: (value: number) => new ApexTime(value)
  }),
  scalar('blob', ApexBlob, {
    write: (item) => Buffer.from(item.bytes).toString('base64'),
    read: (value: string) => new ApexBlob(new Uint8Array(Buffer.from(value, 'base64')))
  }),
  scalar('enum', ApexEnumValue, {
    write: ({ type, name, ordinal }) => [type, name, ordinal],
    read: ([type, name, ordinal]: [string, string, number]) =>
      new ApexEnumValue(type, name, ordinal)
  }),
  scalar('type', ApexType, {
    write: (item) => item.name,
    read: (value: string) => new ApexType(value)
  }),
  token('objectToken', 'Schema.SObjectType', {
    write: (item) => (item as ObjectToken).data.name,
    read: (name: string, schema) => tokenOf(schema, name)
  }),
  token('fieldToken', 'Schema.SObjectField', {
    write: (item) => {
      const { object, field } = (item as FieldToken).data;
      return [object.name, field.name];
    },
    read: ([object, field]: [string, string], schema) => tokenOf(schema, object, field)
  })
];

const readers: ReadonlyMap<string, Reader> = new Map([
  ...kinds.map(({ kind, read }) => [kind, read] as const),
  ['long', (value: string) => BigInt(value)]
]);

/** A value without an identity; undefined for what has one. */
export function writeScalar(item: object): Plain | undefined {
  const found = kinds.find(({ fits }) => fits(item));
  return found === undefined ? undefined : { [found.kind]: found.write(item) };
}

/** The value that `writeScalar` wrote. */
export function readScalar(plain: object, schema: SchemaPort): unknown {
  const [first] = Object.entries(plain);
  return first && readers.get(first[0])?.(first[1] as never, schema);
}
