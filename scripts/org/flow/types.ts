import type { FieldDefinition, ObjectDefinition, SchemaPort } from '../../apex/index.ts';
import { formulaTypeOf } from '../formula/index.ts';
import type { FormulaType } from '../formula/index.ts';
import type { Flow, FlowElement } from './model.ts';

/** What a reference in a flow stands for, as far as it is known before the flow runs. */
export interface ReferenceType {
  readonly type: FormulaType;
  /** The field of a record that it names. */
  readonly field: FieldDefinition | undefined;
}

const dataTypes: Readonly<Record<string, FormulaType>> = {
  Boolean: 'boolean',
  Currency: 'number',
  Date: 'date',
  DateTime: 'datetime',
  Number: 'number',
  Multipicklist: 'text',
  Picklist: 'text',
  String: 'text',
  Time: 'time'
};

const flowGlobals: Readonly<Record<string, FormulaType>> = {
  currentdate: 'date',
  currentdatetime: 'datetime',
  interviewstarttime: 'datetime'
};

const recordGlobals: Readonly<Record<string, string>> = {
  $user: 'User',
  $profile: 'Profile',
  $userrole: 'UserRole',
  $organization: 'Organization'
};

/** Works out the type of a reference; undefined when it names nothing. */
export function typeOfReference(
  flow: Flow,
  schema: SchemaPort,
  path: readonly string[]
): ReferenceType | undefined {
  const [root = '', ...rest] = path;
  if (root.startsWith('$') && !/^\$record/i.test(root)) return typeOfGlobal(schema, root, rest);
  if (rest.length === 0) return typeOfName(flow, root);
  const object = objectOfRoot(flow, schema, root);
  return object === undefined ? typeOfOutput(flow, root) : typeOfField(schema, object, rest);
}

function typeOfName(flow: Flow, name: string): ReferenceType | undefined {
  const resource = flow.resources.get(name);
  if (resource === undefined) return typeOfOutput(flow, name);
  if (resource.kind === 'variable' || resource.kind === 'formula') {
    return plain(dataTypes[resource.dataType] ?? 'text');
  }
  return plain(typeOfConstant(resource));
}

function typeOfConstant(
  resource: { readonly kind: 'constant' | 'template' } & object
): FormulaType {
  const value = 'value' in resource ? resource.value : undefined;
  const literal =
    typeof value === 'object' && value !== null && 'value' in value ? value.value : undefined;
  if (typeof literal === 'number') return 'number';
  return typeof literal === 'boolean' ? 'boolean' : 'text';
}

function plain(type: FormulaType): ReferenceType {
  return { type, field: undefined };
}

function typeOfOutput(flow: Flow, root: string): ReferenceType | undefined {
  return flow.elements.has(root) ? plain('text') : undefined;
}

function typeOfGlobal(
  schema: SchemaPort,
  root: string,
  rest: readonly string[]
): ReferenceType | undefined {
  const [name = ''] = rest;
  switch (root.toLowerCase()) {
    case '$flow':
      return plain(flowGlobals[name.toLowerCase()] ?? 'text');
    case '$permission':
      return plain('boolean');
    case '$globalconstant':
      return plain(name === 'EmptyString' ? 'text' : 'boolean');
    case '$setup':
      return typeInRecord(schema, name, rest.slice(1));
    default:
      return typeInRecord(schema, recordGlobals[root.toLowerCase()] ?? '', rest);
  }
}

function typeInRecord(
  schema: SchemaPort,
  objectName: string,
  path: readonly string[]
): ReferenceType | undefined {
  const object = schema.object(objectName);
  return object === undefined ? plain('text') : typeOfField(schema, object, path);
}

function typeOfField(
  schema: SchemaPort,
  object: ObjectDefinition,
  path: readonly string[]
): ReferenceType | undefined {
  const [name = '', ...rest] = path;
  if (rest.length === 0) {
    const field = schema.field(object, name);
    return field === undefined ? undefined : { type: formulaTypeOf(field), field };
  }
  const relationship = schema.parentRelationship(object, name);
  const parent = schema.object(relationship?.referenceTo[0] ?? '');
  return parent === undefined ? undefined : typeOfField(schema, parent, rest);
}

/** The object of the record (or of the records in the collection) that a root names. */
export function objectOfRoot(
  flow: Flow,
  schema: SchemaPort,
  root: string
): ObjectDefinition | undefined {
  if (/^\$record(__prior)?$/i.test(root)) return schema.object(flow.start.object ?? '');
  const resource = flow.resources.get(root);
  if (resource?.kind === 'variable') return schema.object(resource.object ?? '');
  const element = flow.elements.get(root) ?? loopOver(flow, root);
  return element === undefined ? undefined : objectOfElement(flow, schema, element);
}

function loopOver(flow: Flow, variable: string): FlowElement | undefined {
  return [...flow.elements.values()].find(
    (element) => element.kind === 'filter' && element.variable === variable
  );
}

function objectOfElement(
  flow: Flow,
  schema: SchemaPort,
  element: FlowElement
): ObjectDefinition | undefined {
  if (element.kind === 'get') return schema.object(element.object);
  if (element.kind === 'loop' || element.kind === 'sort' || element.kind === 'filter') {
    return objectOfRoot(flow, schema, element.collection[0] ?? '');
  }
  return undefined;
}
