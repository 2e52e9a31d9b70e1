import type { ApexContext } from '../platform/index.ts';
import {
  ApexException,
  ApexSObject,
  ApexType,
  hashCode,
  makeList,
  makeMap,
  makeSet,
  nullArgument
} from '../runtime/index.ts';
import { lenient } from './arguments.ts';
import { parseType, typeText } from './json/typeText.ts';
import { nativeClass } from './native.ts';
import type { NativeType } from './native.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_type.htm */
export const typeType: NativeType = nativeClass('Type', {
  'static Type forName(String name)': (context: ApexContext, name: string | null) =>
    name === null ? null : forName(context, name),
  'static Type forName(String namespace, String name)': (
    context: ApexContext,
    namespace: string | null,
    name: string | null
  ) => {
    if (name === null) return null;
    return forName(context, namespace ? `${namespace}.${name}` : name);
  },
  'Boolean equals(Object other)': lenient((self: ApexType, other: unknown) =>
    sameType(self, other)
  ),
  'String getName()': lenient((self: ApexType) => self.name),
  'Integer hashCode()': lenient(hashCode),
  'Boolean isAssignableFrom(Type source)': (
    context: ApexContext,
    self: ApexType,
    source: ApexType | null
  ) => {
    if (source === null) throw nullArgument(1);
    return context.program.isAssignable(source.name, self.name);
  },
  'Object newInstance()': newInstance,
  'String toString()': lenient((self: ApexType) => self.name)
});

function sameType(self: ApexType, other: unknown): boolean {
  return other instanceof ApexType && other.name.toLowerCase() === self.name.toLowerCase();
}

const primitives = [
  'Blob',
  'Boolean',
  'Date',
  'Datetime',
  'Decimal',
  'Double',
  'Id',
  'Integer',
  'Long',
  'Object',
  'SObject',
  'String',
  'Time'
];
const collections: Readonly<Record<string, string>> = { list: 'List', set: 'Set', map: 'Map' };

/** A type by name in any case; null when there is none. */
function forName(context: ApexContext, name: string): ApexType | null {
  if (!/^[\w.]+(?:\s*<.+>)?(?:\[\])*$/.test(name.trim())) return null;
  const type = parseType(name);
  const collection = collections[type.name.toLowerCase()];
  if (collection !== undefined) {
    const inner = type.arguments.map((argument) => forName(context, typeText(argument)));
    if (inner.includes(null) || inner.length === 0) return null;
    return new ApexType(`${collection}<${inner.map((each) => each?.name).join(', ')}>`);
  }
  const canonical = plainName(context, type.name) ?? platformName(context, name);
  return canonical === undefined ? null : new ApexType(canonical);
}

function plainName({ program, schema }: ApexContext, name: string): string | undefined {
  const lower = name.toLowerCase();
  return (
    program.classInfo(name)?.name ??
    schema.object(name.replace(/^schema\./i, ''))?.name ??
    primitives.find((primitive) => primitive.toLowerCase() === lower)
  );
}

/** A type of the library: known when it is an Object. */
function platformName({ program }: ApexContext, name: string): string | undefined {
  return program.isAssignable(name, 'Object') ? name.replace(/^System\./i, '') : undefined;
}

function newInstance(context: ApexContext, self: ApexType): unknown {
  const { name, arguments: inner } = parseType(self.name);
  const [first = 'Object', second = 'Object'] = inner.map(typeText);
  if (name === 'List') return makeList(first);
  if (name === 'Set') return makeSet(first);
  if (name === 'Map') return makeMap(first, second);
  const info = context.program.classInfo(self.name);
  if (info !== undefined) return construct(context, self.name);
  const object = context.schema.object(self.name);
  if (object !== undefined) return new ApexSObject(object.name);
  throw new ApexException('System.TypeException', `Cannot create an instance of ${self.name}`);
}

function construct({ program }: ApexContext, name: string): unknown {
  const info = program.classInfo(name);
  const constructors = info?.constructors ?? [];
  const hasPlain =
    constructors.length === 0 || constructors.some(({ parameters }) => parameters.length === 0);
  if (info?.kind === 'class' && !info.isAbstract && hasPlain) return program.construct(name, []);
  throw new ApexException(
    'System.TypeException',
    `${name}: Type does not have a visible default constructor`
  );
}
