import type { ObjectDefinition, SchemaPort } from '../../apex/index.ts';

/** The object that an id belongs to by its first three characters; undefined when there is none. */
export function objectById({ objects }: SchemaPort, id: string): ObjectDefinition | undefined {
  const prefix = id.slice(0, 3);
  return [...objects.values()].find(({ keyPrefix }) => keyPrefix === prefix);
}

/** Could the text be a record's id, by its form? */
export function isIdForm(text: string): boolean {
  return /^([a-zA-Z0-9]{15}|[a-zA-Z0-9]{18})$/.test(text);
}
