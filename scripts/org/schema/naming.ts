const customName = /^(?:([a-z]\w*?)__)?([a-z][a-z0-9]*(?:_[a-z0-9]+)*)__([a-z]+)$/i;

/** A custom name with the namespace before it, unless it has one; a standard name as it is. */
export function qualify(name: string, namespace: string | undefined): string {
  if (namespace === undefined) return name;
  const match = customName.exec(name);
  return match === null || match[1] !== undefined ? name : `${namespace}__${name}`;
}

/** `object.field` with both qualified. */
export function qualifyPath(path: string, namespace: string | undefined): string {
  return path
    .split('.')
    .map((part) => qualify(part, namespace))
    .join('.');
}

/** Finds by a name in any case, with or without the own namespace. */
export function lookUp<T>(
  map: ReadonlyMap<string, T>,
  name: string,
  namespace: string | undefined
): T | undefined {
  const lower = name.toLowerCase();
  return map.get(lower) ?? map.get(qualify(lower, namespace?.toLowerCase()));
}

/** `Listing__c` → `Listing__r`. */
export function relationshipOf(field: string): string {
  return field.replace(/__c$/i, '__r');
}

/** `clazar__Listing__c` → `clazar__Listing__Share`. */
export function companion(object: string, suffix: 'Share' | 'History' | 'ChangeEvent'): string {
  return object.endsWith('__c') ? object.replace(/__c$/, `__${suffix}`) : object + suffix;
}
