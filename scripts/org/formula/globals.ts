import type { SchemaPort } from '../../apex/index.ts';
import type { AccessPolicy, UserContext } from '../session/types.ts';
import type { FieldValue, Store, StoredRow } from '../store/types.ts';
import { formulaTypeOf, toFormula } from './fieldTypes.ts';
import type { RecordEnvironment } from './recordReferences.ts';
import type { FormulaReference, FormulaType } from './types.ts';

/** Globals that are records, and the objects of those records. */
const recordGlobals: Readonly<Record<string, string>> = {
  $user: 'User',
  $profile: 'Profile',
  $userrole: 'UserRole',
  $organization: 'Organization'
};

/** Finds a global value, `$User.Email`; undefined when there is none of that name. */
export function globalReference(
  schema: SchemaPort,
  path: readonly string[]
): FormulaReference<RecordEnvironment> | undefined {
  const type = typeOfGlobal(schema, path);
  if (type === undefined) return undefined;
  return { type, read: (environment) => environment.global(path) };
}

interface GlobalPath {
  readonly schema: SchemaPort;
  /** What stands behind the global's name. */
  readonly name: string;
  readonly rest: readonly string[];
}

type TypeOfGlobal = (path: GlobalPath) => FormulaType | undefined;

const globalTypes: Readonly<Record<string, TypeOfGlobal>> = {
  $permission: () => 'boolean',
  $api: () => 'text',
  $system: () => 'datetime',
  $label: ({ schema, name, rest }) =>
    schema.label(rest.at(-1) ?? name) === undefined ? undefined : 'text',
  $setup: ({ schema, name, rest }) => fieldType(schema, name, rest[0]),
  $custommetadata: ({ schema, name, rest }) => fieldType(schema, name, rest[1])
};

function typeOfGlobal(schema: SchemaPort, path: readonly string[]): FormulaType | undefined {
  const [root = '', name = '', ...rest] = path;
  const record = recordGlobals[root.toLowerCase()];
  if (record !== undefined) return fieldType(schema, record, name);
  return globalTypes[root.toLowerCase()]?.({ schema, name, rest });
}

function fieldType(schema: SchemaPort, object: string, field = ''): FormulaType | undefined {
  const definition = schema.object(object);
  const found = definition === undefined ? undefined : schema.field(definition, field);
  if (found === undefined) return undefined;
  const type = formulaTypeOf(found);
  return type === 'picklist' ? 'text' : type;
}

/** Where global values come from. */
export interface GlobalSource {
  readonly schema: SchemaPort;
  readonly store: Store;
  readonly user: UserContext;
  readonly policy: AccessPolicy;
}

type ReadGlobal = (source: GlobalSource, name: string, rest: readonly string[]) => FieldValue;

const globalReaders: Readonly<Record<string, ReadGlobal>> = {
  $permission: ({ policy }, name) => policy.hasCustomPermission(name),
  $label: ({ schema }, name, rest) => schema.label(rest.at(-1) ?? name) ?? null,
  $system: () => '1900-01-01T00:00:00.000Z',
  $api: () => null,
  $setup: (source, object, [field = '']) =>
    valueOf(source, { object, field, row: settingRow(source, object) }),
  $custommetadata: (source, name, [record = '', field = '']) => {
    const object = source.schema.object(name)?.name ?? name;
    const [row] = source.store.find(object, 'DeveloperName', [record]);
    return valueOf(source, { object, field, row });
  }
};

/** The value of a global for one user. */
export function readGlobal(source: GlobalSource, path: readonly string[]): FieldValue {
  const [root = '', name = '', ...rest] = path;
  const read = globalReaders[root.toLowerCase()];
  return read === undefined
    ? recordValue(source, root.toLowerCase(), name)
    : read(source, name, rest);
}

function recordValue(source: GlobalSource, root: string, field: string): FieldValue {
  const { store, user } = source;
  const object = recordGlobals[root] ?? '';
  const ids: Readonly<Record<string, string | undefined>> = {
    $user: user.userId,
    $profile: user.profileId,
    $userrole: user.roleId
  };
  const id = ids[root];
  const row =
    root === '$organization'
      ? organization(store)
      : store.get(object, id === undefined ? [] : [id])[0];
  return valueOf(source, { object, field, row });
}

function organization(store: Store): StoredRow | undefined {
  return store.get('Organization', [store.getSetting('organizationId') ?? ''])[0];
}

/** A hierarchy setting: the user's own, else the profile's, else the organization's. */
function settingRow({ schema, store, user }: GlobalSource, name: string): StoredRow | undefined {
  const object = schema.object(name)?.name ?? name;
  const owners = [user.userId, user.profileId, store.getSetting('organizationId') ?? ''];
  const rows = store.find(object, 'SetupOwnerId', owners);
  return owners
    .map((owner) => rows.find((row) => row['SetupOwnerId'] === owner))
    .find((row) => row !== undefined);
}

interface Place {
  readonly object: string;
  readonly field: string;
  readonly row: StoredRow | undefined;
}

function valueOf({ schema }: GlobalSource, { object, field, row }: Place): FieldValue {
  const definition = schema.object(object);
  const found = definition === undefined ? undefined : schema.field(definition, field);
  if (found === undefined) return null;
  return toFormula(found, row?.[found.name]);
}
