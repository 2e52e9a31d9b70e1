import type {
  ApexContext,
  FieldDefinition,
  FieldType,
  ObjectDefinition
} from '../../platform/index.ts';
import { ApexType } from '../../runtime/index.ts';
import { callIn, fakeContext, fakeProgram } from './index.ts';
import type { FakeClass } from './index.ts';

/** Classes, objects and calls that the tests of JSON share. */
export const line: FakeClass = { name: 'Order.Line', fields: { sku: 'String', amount: 'Decimal' } };
export const order: FakeClass = {
  name: 'Order',
  superName: 'Base',
  fields: {
    lines: 'List<Order.Line>',
    season: 'Season',
    day: 'Date',
    secret: 'transient String',
    count: 'static Integer',
    anything: 'Object'
  }
};
const base: FakeClass = { name: 'Base', fields: { id: 'Integer' } };
const season: FakeClass = { name: 'Season', kind: 'enum', enumValues: ['SPRING', 'AUTUMN'] };

function field(
  name: string,
  type: FieldType,
  parts: Partial<FieldDefinition> = {}
): FieldDefinition {
  return {
    name,
    type,
    referenceTo: [],
    relationshipName: undefined,
    ...parts
  } as unknown as FieldDefinition;
}

function object(
  name: string,
  fields: readonly FieldDefinition[],
  children: readonly object[] = []
): ObjectDefinition {
  return {
    name,
    fields: new Map(fields.map((each) => [each.name.toLowerCase(), each])),
    childRelationships: children
  } as unknown as ObjectDefinition;
}

const account = object(
  'Account',
  [
    field('Id', 'id'),
    field('Name', 'string'),
    field('Amount__c', 'currency'),
    field('Count__c', 'int')
  ],
  [{ relationshipName: 'Contacts', childObject: 'Contact', field: 'AccountId' }]
);
const contact = object('Contact', [
  field('LastName', 'string'),
  field('AccountId', 'reference', { relationshipName: 'Account', referenceTo: ['Account'] })
]);

const context: ApexContext = fakeContext({
  objects: [account, contact],
  program: fakeProgram([line, order, base, season])
});

export const call = (signature: string, ...values: unknown[]): unknown =>
  callIn(context, 'JSON', [signature, ...values]);
export const serialize = (value: unknown): string =>
  String(call('static String serialize(Object value)', value));
export const untyped = (text: string): unknown =>
  call('static Object deserializeUntyped(String text)', text);
export const deserialize = (text: string, type: string): unknown =>
  call('static Object deserialize(String text, Type type)', text, new ApexType(type));
export const strictly = (text: string, type: string): unknown =>
  call('static Object deserializeStrict(String text, Type type)', text, new ApexType(type));
