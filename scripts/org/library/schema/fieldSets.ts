import { nativeClass } from '../../../apex/index.ts';
import type { ApexContext, FieldDefinition, ObjectDefinition } from '../../../apex/index.ts';
import { ApexList, ApexMap } from '../../../apex/runtime/index.ts';
import { hostOf } from '../../runtime/index.ts';
import type { FieldSetFacts } from '../../runtime/index.ts';
import { PlatformObject } from '../platformObject.ts';
import { displayTypeOf } from './enums.ts';
import { getters } from './getters.ts';
import { fieldToken, objectToken, requireObject } from './tokens.ts';

interface FieldSetData extends FieldSetFacts {
  readonly object: ObjectDefinition;
}

interface MemberData {
  readonly path: string;
  readonly required: boolean;
  readonly object: ObjectDefinition;
  readonly field: FieldDefinition;
}

function fieldSetMap(object: ObjectDefinition, context: ApexContext): ApexMap {
  const names = hostOf(context).services.facts.fieldSetNames(object.name);
  const entries = names.map((name) => [name, fieldSet(context, object.name, name)] as const);
  return new ApexMap('String', 'Schema.FieldSet', entries);
}

function fieldSet(context: ApexContext, objectName: string, name: string): unknown {
  const object = requireObject(context, objectName);
  const facts = hostOf(context).services.facts.fieldSet(object.name, name);
  if (facts === undefined) throw new Error(`${objectName} has no field set ${name}.`);
  return new PlatformObject('Schema.FieldSet', { ...facts, object });
}

/** The last field of a path such as `Account.Owner.Name`, with the object that has it. */
function resolve(
  { schema }: ApexContext,
  object: ObjectDefinition,
  path: string
): { object: ObjectDefinition; field: FieldDefinition } | undefined {
  const names = path.split('.');
  const last = names.pop() ?? '';
  const owner = names.reduce<ObjectDefinition | undefined>(
    (current, name) => current && parentObject(schema, current, name),
    object
  );
  const field = owner && schema.field(owner, last);
  return owner && field && { object: owner, field };
}

function parentObject(
  schema: ApexContext['schema'],
  object: ObjectDefinition,
  name: string
): ObjectDefinition | undefined {
  const reference = schema.parentRelationship(object, name);
  return reference && schema.object(reference.referenceTo[0] ?? '');
}

function members(data: FieldSetData, context: ApexContext): ApexList {
  const items = data.fields.flatMap(({ path, required }) => {
    const found = resolve(context, data.object, path);
    return found === undefined ? [] : [{ path, required, ...found }];
  });
  return new ApexList(
    'Schema.FieldSetMember',
    items.map((item) => new PlatformObject<MemberData>('Schema.FieldSetMember', item))
  );
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_Schema_FieldSet.htm */
export const fieldSetTypes = [
  nativeClass(
    'Schema.SObjectTypeFieldSets',
    getters<ObjectDefinition>({ 'Map<String, Schema.FieldSet> getMap()': fieldSetMap })
  ),
  nativeClass('Schema.FieldSet', {
    ...getters<FieldSetData>({
      'List<Schema.FieldSetMember> getFields()': members,
      'String getName()': ({ name }) => name,
      'String getLabel()': ({ label }) => label,
      'String getDescription()': ({ description }) => description,
      'String getNamespace()': (_data, { schema }) => schema.namespace ?? null,
      'Schema.SObjectType getSObjectType()': ({ object }, { schema }) => objectToken(schema, object)
    }),
    'static Schema.FieldSet $token(String object, String name)': fieldSet
  }),
  nativeClass(
    'Schema.FieldSetMember',
    getters<MemberData>({
      'String getFieldPath()': ({ path }) => path,
      'String getLabel()': ({ field }) => field.label,
      'Boolean getRequired()': ({ required }) => required,
      'Boolean getDBRequired()': ({ field }) => !field.nillable && !field.defaultedOnCreate,
      'Schema.DisplayType getType()': ({ field }) => displayTypeOf(field.type),
      'Schema.SObjectField getSObjectField()': ({ object, field }, { schema }) =>
        fieldToken(schema, object, field)
    })
  )
];
