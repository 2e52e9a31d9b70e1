/**
 * The name by which the org knows a custom object, field or relationship of a project with a
 * namespace: `Offer__c` is `clazar__Offer__c`. Standard names and foreign ones stay.
 */
export function qualify(name: string, namespace: string | undefined): string {
  const isOwn = namespace !== undefined && /^(?:(?!__)\w)+__[a-z]+$/.test(name);
  return isOwn ? `${namespace}__${name}` : name;
}

/** The name as the project writes it: `clazar__Offer__c` is `Offer__c`. */
export function localName(name: string, namespace: string | undefined): string {
  const prefix = `${namespace ?? ''}__`;
  return namespace !== undefined && name.startsWith(prefix) ? name.slice(prefix.length) : name;
}
