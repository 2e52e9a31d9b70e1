import { nativeClass } from '../../../apex/index.ts';
import type { ApexContext } from '../../../apex/index.ts';
import { textOf } from '../../../apex/runtime/index.ts';
import type { EnqueueOptions } from '../../runtime/index.ts';
import { PlatformObject } from '../platformObject.ts';

interface Signature {
  readonly parts: readonly string[];
}

interface AsyncOptionsData {
  maximumQueueableStackDepth: number | null;
  minimumQueueableDelayInMinutes: number | null;
  duplicateSignature: PlatformObject<Signature> | null;
}

export type ApexAsyncOptions = PlatformObject<AsyncOptionsData>;

/** What an `AsyncOptions` asks for. */
export function asyncOptionsOf(options: ApexAsyncOptions | null): EnqueueOptions {
  if (options === null) return { delayMinutes: 0, maximumDepth: undefined, signature: undefined };
  const { minimumQueueableDelayInMinutes, maximumQueueableStackDepth, duplicateSignature } =
    options.data;
  return {
    delayMinutes: minimumQueueableDelayInMinutes ?? 0,
    maximumDepth: maximumQueueableStackDepth ?? undefined,
    signature: duplicateSignature?.data.parts.join('|')
  };
}

function property(type: string, name: keyof AsyncOptionsData, apexName: string = name) {
  return {
    [`${type} ${apexName}`]: (_context: ApexContext, self: ApexAsyncOptions) => self.data[name],
    [`set ${type} ${apexName}`]: (_context: ApexContext, self: ApexAsyncOptions, value: never) => {
      self.data[name] = value;
    }
  };
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_AsyncOptions.htm */
const asyncOptions = nativeClass('AsyncOptions', {
  'new()': () =>
    new PlatformObject<AsyncOptionsData>('AsyncOptions', {
      maximumQueueableStackDepth: null,
      minimumQueueableDelayInMinutes: null,
      duplicateSignature: null
    }),
  ...property('Integer', 'maximumQueueableStackDepth', 'MaximumQueueableStackDepth'),
  ...property('Integer', 'minimumQueueableDelayInMinutes', 'MinimumQueueableDelayInMinutes'),
  ...property('QueueableDuplicateSignature', 'duplicateSignature', 'DuplicateSignature')
});

interface Builder {
  readonly parts: string[];
}

const builder = 'QueueableDuplicateSignature.Builder';

function add(_context: ApexContext, self: PlatformObject<Builder>, value: unknown): unknown {
  self.data.parts.push(textOf(value));
  return self;
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_QueueableDuplicateSignature.htm */
export const asyncOptionTypes = [
  asyncOptions,
  nativeClass('QueueableDuplicateSignature', {
    [`static ${builder} Builder()`]: () => new PlatformObject<Builder>(builder, { parts: [] })
  }),
  nativeClass(builder, {
    'new()': () => new PlatformObject<Builder>(builder, { parts: [] }),
    [`${builder} addString(String value)`]: add,
    [`${builder} addId(Id value)`]: add,
    [`${builder} addInteger(Integer value)`]: add,
    'QueueableDuplicateSignature build()': (_context: ApexContext, self: PlatformObject<Builder>) =>
      new PlatformObject('QueueableDuplicateSignature', { parts: [...self.data.parts] })
  })
];
