import type { ObjectDefinition, SchemaPort } from '../../apex/index.ts';
import type { Project } from '../metadata/index.ts';
import { createSchema, defineField, schemaOver } from '../schema/index.ts';

/** References to any kind of record, which security and sharing read. */
const openReferences: Readonly<
  Record<string, readonly [field: string, targets: readonly string[]]>
> = {
  GroupMember: ['UserOrGroupId', ['User', 'Group']],
  SetupEntityAccess: ['SetupEntityId', ['ApexClass', 'CustomPermission']]
};

/** The schema of an org over a project. @throws UserError for metadata that cannot be */
export function orgSchema(
  project: Project,
  keyPrefixes: ReadonlyMap<string, string> | undefined
): SchemaPort {
  const schema = createSchema(project, keyPrefixes === undefined ? {} : { keyPrefixes });
  const objects = [...schema.objects.values()].map(withOpenReference);
  const { label } = schema;
  return { ...schemaOver(objects, schema.namespace), label };
}

function withOpenReference(object: ObjectDefinition): ObjectDefinition {
  const [name, referenceTo] = openReferences[object.name] ?? [];
  if (name === undefined || object.fields.has(name.toLowerCase())) return object;
  const field = defineField({
    name,
    label: name,
    type: 'reference',
    referenceTo: referenceTo ?? []
  });
  return { ...object, fields: new Map([...object.fields, [name.toLowerCase(), field]]) };
}
