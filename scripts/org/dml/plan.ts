import type {
  ChildRelationship,
  FieldDefinition,
  ObjectDefinition,
  SchemaPort
} from '../../apex/index.ts';
import { setupObjects } from './setupObjects.ts';
import { isFilledLater } from './standardDefaults.ts';

/** A roll-up summary on a parent that is fed by an object's records. */
export interface RollUpPlan {
  readonly parent: string;
  readonly field: FieldDefinition;
  /** The child's field that points at the parent. */
  readonly reference: string;
}

/** What DML needs to know of an object, worked out once. */
export interface ObjectPlan {
  readonly object: ObjectDefinition;
  /** Is it a setup object, which must not be mixed with others in one transaction? */
  readonly setup: boolean;
  /** Resolves a field by the name a caller used. */
  field(name: string): FieldDefinition | undefined;
  readonly has: (canonicalName: string) => boolean;
  readonly required: readonly FieldDefinition[];
  readonly defaulted: readonly FieldDefinition[];
  readonly unique: readonly FieldDefinition[];
  readonly references: readonly FieldDefinition[];
  readonly autoNumbers: readonly FieldDefinition[];
  /** Restricted picklists whose values depend on the record type or on another field. */
  readonly limitedPicklists: readonly FieldDefinition[];
  readonly nameField: FieldDefinition | undefined;
  /** Is `Name` put together from first and last name? */
  readonly personName: boolean;
  /** Roll-up summaries on parents that this object's records feed. */
  readonly rollUps: readonly RollUpPlan[];
  /** Roll-up summaries of this object itself. */
  readonly ownRollUps: readonly FieldDefinition[];
  readonly children: readonly ChildRelationship[];
}

/** Plans by object, kept for as long as the schema lives. */
export interface ObjectPlans {
  /** By name in any case, with or without the own namespace; undefined for an unknown object. */
  get(name: string): ObjectPlan | undefined;
}

/** Makes plans lazily from a schema. */
export function createObjectPlans(schema: SchemaPort): ObjectPlans {
  const plans = new Map<string, ObjectPlan | undefined>();
  return {
    get(name) {
      if (!plans.has(name)) plans.set(name, planOf(schema, schema.object(name)));
      return plans.get(name);
    }
  };
}

const personObjects = new Set(['Contact', 'Lead', 'User']);

const referenceFieldsOfTheSystem = new Set(['CreatedById', 'LastModifiedById']);

function planOf(schema: SchemaPort, object: ObjectDefinition | undefined): ObjectPlan | undefined {
  if (object === undefined) return undefined;
  const fields = [...object.fields.values()];
  const names = new Set(fields.map((field) => field.name));
  const has = (name: string): boolean => names.has(name);
  return {
    object,
    setup: setupObjects.has(object.name),
    field: fieldResolver(schema, object),
    has,
    required: fields.filter(
      (field) => isRequired(field) && !isFilledLater(object.name, field.name)
    ),
    defaulted: fields.filter(hasDefault),
    unique: fields.filter((field) => field.unique),
    references: fields.filter(
      (field) => field.type === 'reference' && !referenceFieldsOfTheSystem.has(field.name)
    ),
    autoNumbers: fields.filter((field) => field.autoNumber),
    limitedPicklists: fields.filter((field) => isLimited(object, field)),
    nameField: fields.find((field) => field.nameField),
    personName: personObjects.has(object.name),
    ownRollUps: fields.filter((field) => field.rollUp !== undefined),
    rollUps: rollUpsFedBy(schema, object),
    children: object.childRelationships
  };
}

function fieldResolver(
  schema: SchemaPort,
  object: ObjectDefinition
): (name: string) => FieldDefinition | undefined {
  const known = new Map<string, FieldDefinition | undefined>();
  return (name) => {
    if (!known.has(name)) known.set(name, schema.field(object, name));
    return known.get(name);
  };
}

function isRequired(field: FieldDefinition): boolean {
  return (
    !field.nillable &&
    field.createable &&
    !field.defaultedOnCreate &&
    !field.autoNumber &&
    field.type !== 'boolean' &&
    field.type !== 'id'
  );
}

function isLimited(object: ObjectDefinition, field: FieldDefinition): boolean {
  if (!field.restrictedPicklist) return false;
  const dependsOnType = object.recordTypes.some((type) => type.picklistValues.has(field.name));
  return dependsOnType || field.controllingField !== undefined;
}

function hasDefault(field: FieldDefinition): boolean {
  if (field.calculated || field.autoNumber) return false;
  return (
    field.type === 'boolean' ||
    field.defaultValueFormula !== undefined ||
    field.picklistValues.some((value) => value.defaultValue)
  );
}

function rollUpsFedBy(schema: SchemaPort, child: ObjectDefinition): readonly RollUpPlan[] {
  return [...schema.objects.values()].flatMap((parent) =>
    [...parent.fields.values()].flatMap((field) =>
      field.rollUp?.childObject === child.name
        ? [{ parent: parent.name, field, reference: field.rollUp.childReferenceField }]
        : []
    )
  );
}
