import type { SchemaPort } from '../../../apex/index.ts';
import { manualClock } from '../../../shared/index.ts';
import type { ManualClock } from '../../../shared/index.ts';
import { createProject, parseXml } from '../../metadata/index.ts';
import type { Component, Project } from '../../metadata/index.ts';
import { createSchema, defineField, schemaOver, serialId } from '../../schema/index.ts';
import { readPolicy, readUser } from '../../security/index.ts';
import type { AccessPolicy, UserContext } from '../../session/types.ts';
import { openStore } from '../../store/index.ts';
import type { SqliteStore } from '../../store/index.ts';
import { administrator, localUserId, seedOrg } from '../index.ts';

/** Metadata by `Type:FullName`, as the inside of the component's XML; an Apex class's source after `//`. */
export type Sources = Readonly<Record<string, string>>;

/** A project that is only in memory. */
export function aProject(sources: Sources): Project {
  const components = Object.entries(sources).map(([key, body]): Component => {
    const [type = '', fullName = ''] = key.split(':');
    const file = `force-app/${fullName}.${type}-meta.xml`;
    return {
      type,
      fullName,
      file,
      content: undefined,
      xml: parseXml(`<${type}>${body}</${type}>`, file)
    };
  });
  const data = { folder: '/', namespace: 'clazar', apiVersion: '66.0', packageDirectories: [] };
  return createProject({ ...data, components, fingerprint: '1' }, (file) => {
    const index = components.findIndex((component) => component.file === file);
    return Object.values(sources)[index] ?? '';
  });
}

/** An org in memory with its seed. */
export interface SeededOrg {
  readonly project: Project;
  readonly schema: SchemaPort;
  readonly store: SqliteStore;
  readonly clock: ManualClock;
  readonly organizationId: string;
  user(username?: string): UserContext;
  policy(username?: string): AccessPolicy;
}

/** Lookups that lead to more than one setup object. */
const openReferences = [
  ['SetupEntityAccess', 'SetupEntityId', ['ApexClass', 'CustomPermission']],
  ['GroupMember', 'UserOrGroupId', ['Group', 'User']]
] as const;

function withOpenReferences(schema: SchemaPort): SchemaPort {
  const objects = [...schema.objects.values()].map((object) => {
    const missing = openReferences.find(
      ([name, field]) => name === object.name && !object.fields.has(field.toLowerCase())
    );
    if (missing === undefined) return object;
    const [, name, referenceTo] = missing;
    const field = defineField({ name, label: name, type: 'reference', length: 18, referenceTo });
    return { ...object, fields: new Map([...object.fields, [name.toLowerCase(), field]]) };
  });
  return schemaOver(objects, schema.namespace);
}

const organizationId = serialId('00D', 1);

/** Seeds an org with this metadata. */
export function aSeededOrg(sources: Sources): SeededOrg {
  const project = aProject(sources);
  const schema = withOpenReferences(createSchema(project));
  const store = openStore({ schema });
  const clock = manualClock('2026-03-01T10:20:30Z');
  const base = { project, schema, store, clock, organizationId };
  seedOrg(base, { name: 'Local', instanceName: 'LOCAL' });
  store.commit();
  const user = (username = administrator.username): UserContext => {
    const found = readUser(store, localUserId(username));
    if (found === undefined) throw new Error(`There is no user ${username}.`);
    return found;
  };
  return {
    ...base,
    user,
    policy: (username) => readPolicy({ schema, store }, user(username), clock.now())
  };
}
