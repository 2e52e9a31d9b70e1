import type { FieldDefinition, ObjectDefinition, SchemaPort } from '../../apex/index.ts';
import type { FieldValue } from '../store/types.ts';
import type { ResolveReference } from './compile.ts';
import { formulaTypeOf } from './fieldTypes.ts';
import { globalReference } from './globals.ts';
import type { FormulaEnvironment, FormulaReference } from './types.ts';

/** What the formulas of a record are run with. */
export interface RecordEnvironment extends FormulaEnvironment {
  /** The value of one of the paths that the formula reads, by its position. */
  value(path: number): FieldValue;
  /** The same before the change; only for fields of the record itself. */
  prior(path: number): FieldValue;
  /** `$User.Email`, `$Permission.Manage_Clazar` … by its path. */
  global(path: readonly string[]): FieldValue;
}

/** A field that a formula reads: the relationships to it, then the field, by canonical names. */
export interface RecordPath {
  readonly steps: readonly string[];
  /** The object that the field is of. */
  readonly object: ObjectDefinition;
  readonly field: FieldDefinition;
}

/**
 * Finds the fields that the formulas of an object name, and collects them in `paths`.
 */
export function recordReferences(
  schema: SchemaPort,
  object: ObjectDefinition,
  paths: RecordPath[]
): ResolveReference<RecordEnvironment> {
  return (names) => {
    const [first = ''] = names;
    if (first.toLowerCase() === '$recordtype')
      return fieldReference(schema, object, { names: ['RecordType', ...names.slice(1)], paths });
    if (first.startsWith('$') && first.toLowerCase() !== '$record')
      return globalReference(schema, names);
    const own = first.startsWith('$') ? names.slice(1) : names;
    return fieldReference(schema, object, { names: own, paths });
  };
}

interface Naming {
  readonly names: readonly string[];
  readonly paths: RecordPath[];
}

function fieldReference(
  schema: SchemaPort,
  object: ObjectDefinition,
  { names, paths }: Naming
): FormulaReference<RecordEnvironment> | undefined {
  const path = followPath(schema, object, names);
  if (path === undefined) return undefined;
  const position = positionOf(paths, path);
  const read = (environment: RecordEnvironment): FieldValue => environment.value(position);
  const type = formulaTypeOf(path.field);
  if (path.steps.length > 1) return { type, read };
  return { type, read, prior: (environment) => environment.prior(position) };
}

function positionOf(paths: RecordPath[], path: RecordPath): number {
  const known = paths.findIndex((other) => other.steps.join('.') === path.steps.join('.'));
  return known >= 0 ? known : paths.push(path) - 1;
}

interface Step {
  readonly relationship: string;
  readonly target: ObjectDefinition;
}

/** `Account.Owner:User.Email` and the like, with canonical names; undefined when a step leads nowhere. */
function followPath(
  schema: SchemaPort,
  object: ObjectDefinition,
  names: readonly string[]
): RecordPath | undefined {
  const steps: string[] = [];
  let current = object;
  for (const name of names.slice(0, -1)) {
    const step = followStep(schema, current, name);
    if (step === undefined) return undefined;
    steps.push(step.relationship);
    current = step.target;
  }
  const field = schema.field(current, names.at(-1) ?? '');
  return field === undefined
    ? undefined
    : { steps: [...steps, field.name], object: current, field };
}

function followStep(schema: SchemaPort, object: ObjectDefinition, name: string): Step | undefined {
  const [relationship = '', type] = name.split(':');
  const reference = schema.parentRelationship(object, relationship);
  const target = schema.object(type ?? defaultTarget(reference));
  if (reference === undefined || target === undefined) return undefined;
  return { relationship: reference.relationshipName ?? relationship, target };
}

function defaultTarget(reference: FieldDefinition | undefined): string {
  const targets = reference?.referenceTo ?? [];
  return (targets.includes('User') ? 'User' : targets[0]) ?? '';
}
