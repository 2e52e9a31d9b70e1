import type { NativeMethod } from '../../types/index.ts';

type Fast = (object: string, given: readonly string[]) => string;

const call =
  (method: string): Fast =>
  (object, given) =>
    `${object}.${method}(${given.join(', ')})`;

/** Methods of values that run often: called on the value itself, without the table. */
const fast: ReadonlyMap<string, Fast> = new Map<string, Fast>([
  ['List.size/0', (object) => `${object}.items.length`],
  ['List.isEmpty/0', (object) => `(${object}.items.length === 0)`],
  ['List.get/1', call('get')],
  ['List.set/2', call('set')],
  ['List.add/1', call('add')],
  ['Set.size/0', (object) => `${object}.size`],
  ['Set.isEmpty/0', (object) => `(${object}.size === 0)`],
  ['Set.contains/1', call('has')],
  ['Set.add/1', call('add')],
  ['Map.size/0', (object) => `${object}.size`],
  ['Map.isEmpty/0', (object) => `(${object}.size === 0)`],
  ['Map.get/1', call('get')],
  ['Map.containsKey/1', call('has')],
  ['Map.put/2', call('put')],
  ['String.length/0', (object) => `${object}.length`]
]);

/** The direct code of a call, for the methods that have one. */
export function fastCall(
  key: string,
  object: string,
  given: readonly string[]
): string | undefined {
  const [owner = '', signature = ''] = key.split('|');
  const name = /(\w+)\(/.exec(signature)?.[1] ?? '';
  return fast.get(`${owner}.${name}/${given.length}`)?.(object, given);
}

/** Static methods on Integers that have a function of the engine. */
const integerFunctions: ReadonlyMap<string, string> = new Map([
  ['Math.mod', 'modIntegers'],
  ['Math.max', 'maxIntegers'],
  ['Math.min', 'minIntegers'],
  ['Math.abs', 'absInteger']
]);

/** The engine's function for a static method, where it has one. */
export function fastFunction({ key, returnType, isStatic }: NativeMethod): string | undefined {
  if (!isStatic || returnType.name !== 'Integer') return undefined;
  const [owner = '', signature = ''] = key.split('|');
  return integerFunctions.get(`${owner}.${/(\w+)\(/.exec(signature)?.[1] ?? ''}`);
}
