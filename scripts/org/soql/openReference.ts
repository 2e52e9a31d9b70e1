import type { FieldDefinition, ObjectDefinition } from '../../apex/index.ts';
import { isStored, quote } from '../store/index.ts';
import { noSuchField } from './errors.ts';
import type { Sql } from './plan.ts';
import { joinParents, type FieldName, type Joined, type Scope } from './scope.ts';

/** Whether a reference may point at records of several objects. */
export function isOpen(reference: FieldDefinition): boolean {
  return reference.referenceTo.length > 1;
}

/** The object whose fields a path of more than one step behind an open reference has: owners are users. */
export function openFieldType(reference: FieldDefinition): string {
  const { referenceTo } = reference;
  return (referenceTo.includes('User') ? 'User' : referenceTo[0]) ?? '';
}

interface OpenPath extends FieldName {
  readonly parents: readonly string[];
}

/**
 * A field behind an open reference, `Owner.Name` or `What.Type`: of whichever object the id belongs to. The fields are
 * those of the platform's `Name` object.
 */
export function openParentField(scope: Scope, { parents, name, place }: OpenPath): Sql | undefined {
  const last = parents.at(-1);
  if (last === undefined) return undefined;
  const { schema, uses } = scope.compilation;
  const table = joinParents(scope, parents.slice(0, -1), place);
  const reference = schema.parentRelationship(table.object, last);
  if (reference === undefined || !isOpen(reference)) return undefined;
  uses.push({ object: table.object, field: reference, ...place });
  const shared = schema.object('Name');
  const field = shared === undefined ? undefined : schema.field(shared, name);
  if (field === undefined) throw noSuchField(name, 'Name', place.at);
  return openField(scope, { table, reference, field });
}

interface OpenField {
  readonly table: Joined;
  readonly reference: FieldDefinition;
  readonly field: FieldDefinition;
}

function openField(scope: Scope, { table, reference, field }: OpenField): Sql {
  const id = `${table.alias}.${quote(reference.name)}`;
  const made = { type: field.type, field, object: undefined, joined: true };
  if (field.name === 'Id') return { text: id, ...made };
  const cases = reference.referenceTo
    .map((name) => scope.compilation.schema.object(name))
    .filter((object) => object?.keyPrefix !== undefined)
    .flatMap((object) => caseFor(object as ObjectDefinition, field, id));
  if (cases.length === 0) return { text: 'NULL', ...made };
  return { text: `CASE substr(${id}, 1, 3) ${cases.join(' ')} END`, ...made };
}

function caseFor(object: ObjectDefinition, field: FieldDefinition, id: string): string[] {
  const when = `WHEN '${object.keyPrefix ?? ''}' THEN`;
  if (field.name === 'Type') return [`${when} '${object.name}'`];
  const own = object.fields.get(field.name.toLowerCase()) ?? nameLike(object, field);
  if (own === undefined || !isStored(own)) return [];
  const table = quote(object.name);
  return [`${when} (SELECT o.${quote(own.name)} FROM ${table} o WHERE o."Id" = ${id})`];
}

/** Objects without `Name` are called by another field: a case by its number, a task by its subject. */
function nameLike(object: ObjectDefinition, field: FieldDefinition): FieldDefinition | undefined {
  if (field.name !== 'Name' && field.name !== 'NameOrAlias') return undefined;
  return [...object.fields.values()].find((candidate) => candidate.nameField);
}
