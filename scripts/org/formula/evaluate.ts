import type { FieldDefinition, ObjectDefinition, SchemaPort } from '../../apex/index.ts';
import type { AccessPolicy, UserContext } from '../session/types.ts';
import type { FieldValue, Store, StoredRow } from '../store/types.ts';
import { fromFormula, toFormula } from './fieldTypes.ts';
import { readGlobal } from './globals.ts';
import type { OrgFormulas, RecordFormula } from './orgFormulas.ts';
import type { RecordEnvironment, RecordPath } from './recordReferences.ts';

/** For whom and over what formulas are evaluated. */
export interface FormulaContext {
  readonly schema: SchemaPort;
  readonly store: Store;
  readonly formulas: OrgFormulas;
  readonly user: UserContext;
  readonly policy: AccessPolicy;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** A validation rule as the DML engine asks it. */
export interface EvaluatedRule {
  readonly name: string;
  readonly message: string;
  readonly field: string | undefined;
  /** Is the record NOT valid? */
  fails(record: StoredRow, old: StoredRow | undefined): boolean;
}

/** The validation rules, defaults and formula fields of an org's records, for one user. */
export interface RecordFormulas {
  validationRules(object: string): readonly EvaluatedRule[];
  /** The default of a field on a new record; null when it has none. */
  defaultValue(object: string, field: string, record: StoredRow): FieldValue;
  /** The value of a formula field for a record that may not be saved yet. */
  fieldValue(object: string, field: string, record: StoredRow): FieldValue;
}

/** Evaluates formulas on records as they are in memory; what lies behind a relationship is read from the store. */
export function recordFormulas(context: FormulaContext): RecordFormulas {
  const objectOf = (name: string): ObjectDefinition | undefined => context.schema.object(name);
  return {
    validationRules: (name) => {
      const object = objectOf(name);
      if (object === undefined) return [];
      return context.formulas.rules(object).map((rule) => ({
        name: rule.name,
        message: rule.message,
        field: rule.field,
        fails: (record, old) => run(context, rule, { object, record, old }) === true
      }));
    },
    defaultValue: (name, fieldName, record) => {
      const object = objectOf(name);
      const field = object?.fields.get(fieldName.toLowerCase());
      if (object === undefined || field === undefined) return null;
      const formula = context.formulas.defaultValue(object, field);
      if (formula === undefined) return null;
      return fromFormula(field, run(context, formula, { object, record, old: undefined }));
    },
    fieldValue: (name, fieldName, record) => {
      const object = objectOf(name);
      const field = object?.fields.get(fieldName.toLowerCase());
      if (object === undefined || field === undefined) return null;
      return readField(context, field, { object, record, old: undefined });
    }
  };
}

interface Subject {
  readonly object: ObjectDefinition;
  readonly record: StoredRow;
  readonly old: StoredRow | undefined;
}

function run(context: FormulaContext, formula: RecordFormula, subject: Subject): FieldValue {
  return formula.compiled.run(environmentOf(context, formula, subject));
}

function environmentOf(
  context: FormulaContext,
  { paths }: RecordFormula,
  subject: Subject
): RecordEnvironment {
  const { user, now } = context;
  const before = { ...subject, record: subject.old ?? subject.record };
  return {
    now,
    timeZone: user.timeZone,
    isNew: subject.old === undefined,
    isClone: false,
    value: (position) => readPath(context, paths[position], subject),
    prior: (position) => readPath(context, paths[position], before),
    global: (path) => readGlobal(context, path)
  };
}

function readPath(
  context: FormulaContext,
  path: RecordPath | undefined,
  subject: Subject
): FieldValue {
  if (path === undefined) return null;
  const owner = path.steps
    .slice(0, -1)
    .reduce<Subject | undefined>(
      (current, step) => (current === undefined ? undefined : parentOf(context, current, step)),
      subject
    );
  if (owner === undefined) return toFormula(path.field, null);
  return toFormula(path.field, readField(context, path.field, owner));
}

function readField(context: FormulaContext, field: FieldDefinition, subject: Subject): FieldValue {
  const formula = context.formulas.field(subject.object, field);
  if (formula === undefined) return subject.record[field.name] ?? null;
  return fromFormula(field, run(context, formula, subject));
}

function parentOf(context: FormulaContext, subject: Subject, step: string): Subject | undefined {
  const reference = context.schema.parentRelationship(subject.object, step);
  const id = subject.record[reference?.name ?? ''];
  if (reference === undefined || typeof id !== 'string') return undefined;
  const object = targetOf(context.schema, reference, id);
  const [record] = object === undefined ? [] : context.store.get(object.name, [id]);
  return object === undefined || record === undefined
    ? undefined
    : { object, record, old: undefined };
}

/** The object that an id behind a reference belongs to. */
function targetOf(
  schema: SchemaPort,
  reference: FieldDefinition,
  id: string
): ObjectDefinition | undefined {
  const candidates = reference.referenceTo.map((name) => schema.object(name));
  return candidates.find((object) => object?.keyPrefix === id.slice(0, 3)) ?? candidates[0];
}
