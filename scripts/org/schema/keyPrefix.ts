import type { ObjectDefinition, ObjectKind } from '../../apex/index.ts';
import { base62, hashOf } from './ids.ts';

/** First characters of the ids of objects that have no fixed prefix. */
const initials: Partial<Record<ObjectKind, string>> = {
  customMetadata: 'm',
  platformEvent: 'e',
  standard: 'z'
};

/**
 * Gives every object without a key prefix one that depends on its name only, unless two names would share it.
 * @param stored prefixes given out before, by canonical object name: they stay
 */
export function withKeyPrefixes(
  objects: readonly ObjectDefinition[],
  stored: ReadonlyMap<string, string>
): ObjectDefinition[] {
  const taken = new Set([...stored.values(), ...objects.map((object) => object.keyPrefix ?? '')]);
  return objects.map((object) => {
    if (object.keyPrefix !== undefined || object.kind === 'changeEvent') return object;
    const keyPrefix = fixedPrefix(object) ?? stored.get(object.name) ?? freePrefix(object, taken);
    taken.add(keyPrefix);
    return { ...object, keyPrefix };
  });
}

/** All custom shares, and all histories, have one prefix between them. */
function fixedPrefix({ kind }: ObjectDefinition): string | undefined {
  return kind === 'share' ? '02c' : kind === 'history' ? '017' : undefined;
}

function freePrefix(object: ObjectDefinition, taken: ReadonlySet<string>): string {
  const initial = initials[object.kind] ?? 'a';
  for (let step = 0, seed = hashOf(object.name); ; step++) {
    const prefix = `${initial}${base62((seed + step) % 3844, 2)}`;
    if (!taken.has(prefix)) return prefix;
  }
}
