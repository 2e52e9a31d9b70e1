import { nativeClass, nativeEnum, nativeException, nativeInterface } from '../../../apex/index.ts';
import type { ApexContext, NativeMembers } from '../../../apex/index.ts';
import { ApexDouble, ApexException, ApexSet } from '../../../apex/runtime/index.ts';
import type { ApexType } from '../../../apex/runtime/index.ts';
import { hostOf } from '../../runtime/index.ts';
import type { CacheEntries } from '../../runtime/index.ts';
import { PlatformObject } from '../platformObject.ts';

type Kind = 'Org' | 'Session';

interface PartitionData {
  readonly kind: Kind;
  readonly name: string;
}

type Partition = PlatformObject<PartitionData>;

const day = 86_400;
const lifetimes = {
  Org: { normal: day, longest: 172_800 },
  Session: { normal: 28_800, longest: 28_800 }
};
const keyPattern = /^[A-Za-z0-9]{1,50}$/;

function partition(context: ApexContext, kind: Kind, name: string): Partition {
  const full = name.includes('.') ? name : `${context.schema.namespace ?? 'local'}.${name}`;
  return new PlatformObject(`Cache.${kind}Partition`, { kind, name: full.toLowerCase() });
}

function entriesOf(context: ApexContext, { kind, name }: PartitionData): CacheEntries {
  const { services, transaction } = hostOf(context);
  const session = kind === 'Session' ? transaction.user.userId : '';
  return (transaction.test?.cache ?? services.cache).partition(`${kind}:${session}:${name}`);
}

function check(key: string): void {
  if (keyPattern.test(key)) return;
  throw new ApexException(
    'Cache.Org.OrgCacheException',
    `Invalid key: ${key}. A key must be alphanumeric and at most 50 characters long.`
  );
}

function put(context: ApexContext, data: PartitionData, ...rest: unknown[]): void {
  const [key, value, seconds] = rest as [string, unknown, unknown];
  check(key);
  if (value === null)
    throw new ApexException('System.NullPointerException', 'Argument 2 cannot be null');
  const { normal, longest } = lifetimes[data.kind];
  const lifetime = typeof seconds === 'number' && seconds > 0 ? seconds : normal;
  if (lifetime < 300 || lifetime > longest) {
    throw new ApexException(
      `Cache.${data.kind}.${data.kind}CacheException`,
      `Time to live must be between 300 and ${longest} seconds: ${lifetime}`
    );
  }
  entriesOf(context, data).set(key, value, context.clock.now() + lifetime * 1000);
}

function get(context: ApexContext, data: PartitionData, key: string): unknown {
  return entriesOf(context, data).get(key, context.clock.now()) ?? null;
}

function build(context: ApexContext, data: PartitionData, ...rest: unknown[]): unknown {
  const [type, key] = rest as [ApexType, string];
  const known = get(context, data, builtKey(type, key));
  if (known !== null) return known;
  const value = context.program.invoke(context.program.construct(type.name, []), 'doLoad', [key]);
  if (value !== null) put(context, data, builtKey(type, key), value);
  return value;
}

/** Values that a builder made have keys of their own. */
function builtKey(type: ApexType, key: string): string {
  return `${type.name.replaceAll('.', '')}${key}`;
}

type Body = (context: ApexContext, data: PartitionData, ...values: never[]) => unknown;

const bodies: Readonly<Record<string, Body>> = {
  'Object get(String key)': get,
  'Object get(Type builder, String key)': build,
  'Boolean contains(String key)': (context, data, key: string) => get(context, data, key) !== null,
  'Boolean remove(String key)': (context, data, key: string) =>
    entriesOf(context, data).delete(key),
  'void put(String key, Object value)': put,
  'void put(String key, Object value, Integer seconds)': put,
  'void put(String key, Object value, Cache.Visibility visibility)': put,
  'void put(String key, Object value, Integer seconds, Cache.Visibility visibility, Boolean immutable)':
    put,
  'Set<String> getKeys()': (context, data) =>
    new ApexSet('String', entriesOf(context, data).keys()),
  'Boolean remove(Type builder, String key)': (context, data, ...rest: never[]) => {
    const [type, key] = rest as unknown as [ApexType, string];
    return entriesOf(context, data).delete(builtKey(type, key));
  },
  'Boolean isAvailable()': () => true,
  'Double getCapacity()': () => new ApexDouble(0),
  'Long getNumKeys()': (context, data) => BigInt(entriesOf(context, data).keys().length),
  'String getName()': (_context, data) => data.name
};

function partitionMembers(): NativeMembers {
  return Object.fromEntries(
    Object.entries(bodies).map(([signature, body]) => [
      signature,
      (context: ApexContext, self: Partition, ...values: never[]) =>
        body(context, self.data, ...values)
    ])
  );
}

/** `Cache.Org.put('local.Partition.key', …)`: the default partition, or one named in the key. */
function staticMembers(kind: Kind): NativeMembers {
  return Object.fromEntries(
    Object.entries(bodies).map(([signature, body]) => [
      `static ${signature}`,
      (context: ApexContext, ...values: never[]) => {
        const { data, rest } = locate(context, kind, values);
        return body(context, data, ...rest);
      }
    ])
  );
}

function locate(context: ApexContext, kind: Kind, values: readonly never[]) {
  const position = values.findIndex((value) => typeof value === 'string');
  const given: unknown = values[position];
  const parts = typeof given === 'string' ? given.split('.') : [];
  const key = parts.pop() ?? '';
  const rest = values.map((value, index) => (index === position ? (key as never) : value));
  const { data } = partition(context, kind, parts.length === 0 ? 'default' : parts.join('.'));
  return { data, rest };
}

function typesOf(kind: Kind) {
  return [
    nativeClass(`Cache.${kind}`, {
      ...staticMembers(kind),
      [`static Cache.${kind}Partition getPartition(String name)`]: (
        context: ApexContext,
        name: string
      ) => partition(context, kind, name)
    }),
    nativeClass(`Cache.${kind}Partition`, partitionMembers(), { superName: 'Cache.Partition' }),
    nativeException(`Cache.${kind}.${kind}CacheException`)
  ];
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_namespace_Cache.htm */
export const cacheTypes = [
  nativeClass('Cache.Partition', partitionMembers()),
  ...typesOf('Org'),
  ...typesOf('Session'),
  nativeEnum('Cache.Visibility', ['ALL', 'NAMESPACE']),
  nativeInterface('Cache.CacheBuilder', ['Object doLoad(String key)'])
];
