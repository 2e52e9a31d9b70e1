import type { FieldDefinition, ObjectDefinition, SchemaPort } from '../../apex/index.ts';
import type { AccessPolicy } from '../session/types.ts';
import { nameFields } from './objectInfo.ts';

/** Which fields of a record to read: canonical names, and parents with theirs. */
export interface Selection {
  readonly object: ObjectDefinition;
  readonly fields: ReadonlyMap<string, FieldDefinition>;
  /** By canonical relationship name. */
  readonly parents: ReadonlyMap<string, Selection>;
}

export interface SelectionSource {
  readonly schema: SchemaPort;
  readonly policy: AccessPolicy;
}

/** What is read of every record, so that pages can name it and notice changes. */
const always = ['Id', 'LastModifiedDate', 'LastModifiedById', 'SystemModstamp', 'RecordTypeId'];

/**
 * Resolves paths such as `Name` or `Listing__r.Name` (a leading object name is fine) into a selection. A lookup
 * brings its parent's name with it. Unknown paths and those the user may not read are returned as refused.
 */
export function select(
  source: SelectionSource,
  object: ObjectDefinition,
  paths: readonly string[]
): { selection: Selection; refused: string[] } {
  const draft = newDraft(object);
  for (const name of always) addField(source, draft, name);
  const refused = paths.filter(
    (path) => !addPath(source, draft, withoutObject(source, object, path))
  );
  return { selection: draft, refused };
}

interface Draft extends Selection {
  readonly fields: Map<string, FieldDefinition>;
  readonly parents: Map<string, Draft>;
}

function newDraft(object: ObjectDefinition): Draft {
  return { object, fields: new Map(), parents: new Map() };
}

function withoutObject(
  { schema }: SelectionSource,
  object: ObjectDefinition,
  path: string
): string[] {
  const parts = path.trim().split('.');
  const [first = '', ...rest] = parts;
  return rest.length > 0 && schema.object(first)?.name === object.name ? rest : parts;
}

function addPath(source: SelectionSource, draft: Draft, [first = '', ...rest]: string[]): boolean {
  if (rest.length === 0) return addField(source, draft, first);
  const parent = parentDraft(source, draft, first);
  return parent !== undefined && addPath(source, parent, rest);
}

function addField(source: SelectionSource, draft: Draft, name: string): boolean {
  const field = source.schema.field(draft.object, name);
  if (field === undefined || !isReadable(source, draft.object, field)) return false;
  draft.fields.set(field.name, field);
  addParentName(source, draft, field);
  return true;
}

function addParentName(source: SelectionSource, draft: Draft, field: FieldDefinition): void {
  if (field.relationshipName === undefined || field.referenceTo.length !== 1) return;
  const parent = parentDraft(source, draft, field.relationshipName);
  if (parent === undefined) return;
  for (const name of ['Id', ...nameFields(parent.object)]) {
    const own = source.schema.field(parent.object, name);
    if (own !== undefined) parent.fields.set(own.name, own);
  }
}

function parentDraft(source: SelectionSource, draft: Draft, name: string): Draft | undefined {
  const lookup = source.schema.parentRelationship(draft.object, name);
  if (lookup?.relationshipName === undefined) return undefined;
  const object = source.schema.object(lookup.referenceTo[0] ?? '');
  if (object === undefined) return undefined;
  if (!isReadable(source, draft.object, lookup) || !source.policy.canRead(object.name))
    return undefined;
  const known = draft.parents.get(name);
  if (known !== undefined) return known;
  const parent = newDraft(object);
  draft.parents.set(name, parent);
  addField(source, parent, 'Id');
  return parent;
}

function isReadable(
  { policy }: SelectionSource,
  object: ObjectDefinition,
  field: FieldDefinition
): boolean {
  return policy.canReadField(object.name, field.name);
}

/** The selection as the list of a SELECT clause. */
export function selectList({ fields, parents }: Selection, prefix = ''): string[] {
  const own = [...fields.keys()].map((name) => prefix + name);
  const inherited = [...parents].flatMap(([name, parent]) =>
    selectList(parent, `${prefix}${name}.`)
  );
  return [...own, ...inherited];
}
