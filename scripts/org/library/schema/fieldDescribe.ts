import { nativeClass } from '../../../apex/index.ts';
import type { ApexContext, FieldDefinition, PicklistValue } from '../../../apex/index.ts';
import { ApexList } from '../../../apex/runtime/index.ts';
import { hostOf } from '../../runtime/index.ts';
import { PlatformObject } from '../platformObject.ts';
import { displayTypeOf, soapTypeOf } from './enums.ts';
import { getters } from './getters.ts';
import { fieldToken, objectToken, tokenOf } from './tokens.ts';
import type { FieldOfObject, FieldToken } from './tokens.ts';

const numberTypes: readonly string[] = ['double', 'currency', 'percent', 'int', 'long'];

/** `Account.Name.getDescribe()` */
export function describeField(data: FieldOfObject): PlatformObject<FieldOfObject> {
  return new PlatformObject(
    'Schema.DescribeFieldResult',
    data,
    ({ field }) => `Schema.DescribeFieldResult[getName=${field.name};]`
  );
}

function mayRead({ object, field }: FieldOfObject, context: ApexContext): boolean {
  const { policy } = hostOf(context).transaction;
  return policy.canRead(object.name) && policy.canReadField(object.name, field.name);
}

function mayEdit({ object, field }: FieldOfObject, context: ApexContext): boolean {
  const { policy } = hostOf(context).transaction;
  return policy.canEditField(object.name, field.name);
}

function localName(name: string, context: ApexContext): string {
  const prefix = `${context.schema.namespace}__`;
  return name.startsWith(prefix) ? name.slice(prefix.length) : name;
}

/** The values of a picklist as `Schema.PicklistEntry`s. */
export function picklistEntries(values: readonly PicklistValue[]): ApexList {
  return new ApexList(
    'Schema.PicklistEntry',
    values.map(
      (value) =>
        new PlatformObject(
          'Schema.PicklistEntry',
          value,
          (data) =>
            `Schema.PicklistEntry[getLabel=${data.label};getValue=${data.value};isActive=${data.active};isDefaultValue=${data.defaultValue};]`
        )
    )
  );
}

function referencedTypes({ field }: FieldOfObject, { schema }: ApexContext): ApexList {
  const objects = field.referenceTo.flatMap((name) => schema.object(name) ?? []);
  return new ApexList(
    'Schema.SObjectType',
    objects.map((object) => objectToken(schema, object))
  );
}

function defaultValue({ field }: FieldOfObject): unknown {
  if (field.type === 'boolean') return field.defaultValueFormula?.toLowerCase() === 'true';
  return field.picklistValues.find((value) => value.defaultValue)?.value ?? null;
}

function digits({ type, precision, scale }: FieldDefinition): number {
  return type === 'int' ? precision : precision - scale;
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_fields_describe.htm */
export const describeFieldResult = nativeClass(
  'Schema.DescribeFieldResult',
  getters<FieldOfObject>({
    'String getName()': ({ field }) => field.name,
    'String getLabel()': ({ field }) => field.label,
    'String getLocalName()': ({ field }, context) => localName(field.name, context),
    'Schema.DisplayType getType()': ({ field }) => displayTypeOf(field.type),
    'Schema.SoapType getSoapType()': ({ field }) => soapTypeOf(field.type),
    'Integer getLength()': ({ field }) => field.length,
    'Integer getByteLength()': ({ field }) => field.length * 3,
    'Integer getPrecision()': ({ field }) => field.precision,
    'Integer getScale()': ({ field }) => field.scale,
    'Integer getDigits()': ({ field }) => (field.type === 'int' ? digits(field) : 0),
    'List<Schema.PicklistEntry> getPicklistValues()': ({ field }) =>
      picklistEntries(field.picklistValues),
    'List<Schema.SObjectType> getReferenceTo()': referencedTypes,
    'String getRelationshipName()': ({ field }) => field.relationshipName ?? null,
    'Integer getRelationshipOrder()': ({ field }) => (field.masterDetail ? 0 : null),
    'Schema.SObjectField getSObjectField()': ({ object, field }, { schema }) =>
      fieldToken(schema, object, field),
    'Schema.SObjectField getController()': ({ object, field }, { schema }) => {
      const controller = field.controllingField && schema.field(object, field.controllingField);
      return controller ? fieldToken(schema, object, controller) : null;
    },
    'Schema.SObjectType getSObjectType()': ({ object }, { schema }) => objectToken(schema, object),
    'String getInlineHelpText()': ({ field }) => field.helpText ?? null,
    'String getCalculatedFormula()': ({ field }) => field.formula ?? null,
    'Object getDefaultValue()': defaultValue,
    'String getDefaultValueFormula()': ({ field }) => field.defaultValueFormula ?? null,
    'Boolean isAccessible()': mayRead,
    'Boolean isCreateable()': (data, context) =>
      data.field.createable &&
      mayEdit(data, context) &&
      hostOf(context).transaction.policy.canCreate(data.object.name),
    'Boolean isUpdateable()': (data, context) =>
      data.field.updateable &&
      mayEdit(data, context) &&
      hostOf(context).transaction.policy.canEdit(data.object.name),
    'Boolean isPermissionable()': ({ field }) => field.nillable && !field.masterDetail,
    'Boolean isNillable()': ({ field }) => field.nillable,
    'Boolean isUnique()': ({ field }) => field.unique,
    'Boolean isExternalId()': ({ field }) => field.externalId,
    'Boolean isExternalID()': ({ field }) => field.externalId,
    'Boolean isIdLookup()': ({ field }) => field.idLookup,
    'Boolean isNameField()': ({ field }) => field.nameField,
    'Boolean isNamePointing()': ({ field }) => field.referenceTo.length > 1,
    'Boolean isAutoNumber()': ({ field }) => field.autoNumber,
    'Boolean isCalculated()': ({ field }) => field.calculated,
    'Boolean isCaseSensitive()': ({ field }) => field.caseSensitive,
    'Boolean isCascadeDelete()': ({ field }) => field.deleteConstraint === 'Cascade',
    'Boolean isRestrictedDelete()': ({ field }) => field.deleteConstraint === 'Restrict',
    'Boolean isCustom()': ({ field }) => field.custom,
    'Boolean isDefaultedOnCreate()': ({ field }) => field.defaultedOnCreate,
    'Boolean isDependentPicklist()': ({ field }) => field.controllingField !== undefined,
    'Boolean isDeprecatedAndHidden()': () => false,
    'Boolean isEncrypted()': ({ field }) => field.type === 'encryptedstring',
    'Boolean isFilterable()': ({ field }) => field.filterable,
    'Boolean isGroupable()': ({ field }) => field.groupable,
    'Boolean isSortable()': ({ field }) => field.sortable,
    'Boolean isHtmlFormatted()': ({ field }) => field.htmlFormatted,
    'Boolean isRestrictedPicklist()': ({ field }) => field.restrictedPicklist,
    'Boolean isWriteRequiresMasterRead()': () => false,
    'Boolean isAggregatable()': ({ field }) => numberTypes.includes(field.type)
  })
);

export const picklistEntry = nativeClass(
  'Schema.PicklistEntry',
  getters<PicklistValue>({
    'String getLabel()': ({ label }) => label,
    'String getValue()': ({ value }) => value,
    'Boolean isActive()': ({ active }) => active,
    'Boolean isDefaultValue()': (entry) => entry.defaultValue
  })
);

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_Schema_SObjectField.htm */
export const sObjectField = nativeClass('Schema.SObjectField', {
  'Schema.DescribeFieldResult getDescribe()': (_context: ApexContext, self: FieldToken) =>
    describeField(self.data),
  'Schema.DescribeFieldResult getDescribe(Object options)': (
    _context: ApexContext,
    self: FieldToken
  ) => describeField(self.data),
  'String toString()': (_context: ApexContext, self: FieldToken) => self.data.field.name,
  'static Schema.SObjectField $token(String object, String field)': (
    { schema }: ApexContext,
    ...[objectName = '', fieldName = '']: string[]
  ) => tokenOf(schema, objectName, fieldName)
});
