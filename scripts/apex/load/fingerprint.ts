import { createHash } from 'node:crypto';
import type { NativeType } from '../library/native.ts';
import type { SchemaPort } from '../platform/index.ts';
import type { ParsedSource } from './parseSource.ts';
import { versionOf } from './types.ts';

/** A digest of everything that the code of one unit can depend on outside itself. */
export function fingerprint(
  { schema, natives }: { readonly schema: SchemaPort; readonly natives: readonly NativeType[] },
  parsed: readonly ParsedSource[]
): string {
  const hash = createHash('sha256');
  for (const { source, surface } of parsed) {
    hash.update(`${source.path}\n${versionOf(source)}\n${serialize(surface)}\n`);
  }
  hash.update(schemaText(schema));
  for (const type of natives) hash.update(nativeText(type));
  return hash.digest('hex');
}

function serialize(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner instanceof Set || inner instanceof Map ? [...inner] : inner
  );
}

/** Names and types only: labels and pages do not change code. */
function schemaText({ namespace, objects }: SchemaPort): string {
  const lines = [...objects.values()].map((object) => {
    const fields = [...object.fields.values()].map(
      ({ name, type, relationshipName, referenceTo }) =>
        [name, type, relationshipName, referenceTo.join()].join(':')
    );
    const children = object.childRelationships.map(
      ({ relationshipName, childObject }) => `${relationshipName}:${childObject}`
    );
    return [object.name, object.kind, ...fields, ...children].join(' ');
  });
  return [namespace, ...lines].join('\n');
}

function nativeText({
  name,
  kind,
  members,
  enumValues,
  superName,
  interfaces
}: NativeType): string {
  return [name, kind, superName, ...interfaces, ...enumValues, ...Object.keys(members)].join('\n');
}
