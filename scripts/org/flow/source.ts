import { UserError } from '../../shared/index.ts';
import { lineOf, nodeOf, nodesOf, textOf } from '../metadata/index.ts';
import type { Component, Project, XmlNode } from '../metadata/index.ts';
import type { SchemaPort } from '../../apex/index.ts';
import type {
  FieldAssignment,
  FlowCondition,
  FlowConditions,
  FlowExpression,
  FlowFilters
} from './model.ts';

/** A flow's metadata being read. */
export interface FlowSource {
  readonly component: Component;
  readonly project: Project;
  readonly schema: SchemaPort;
}

/** An error about a flow, at the line where `needle` stands. */
export function flowError(
  { component, project }: FlowSource,
  what: string,
  needle: string
): UserError {
  const line = lineOf(project.read(component), needle);
  const place = line === undefined ? { file: component.file } : { file: component.file, line };
  return new UserError(
    `The flow ${component.fullName} ${what}.`,
    'The local org does not run it; change the flow.',
    place
  );
}

/** `Account.Name` → its parts. */
export function pathOf(reference: string): readonly string[] {
  return reference.replace(/^\{!(.*)\}$/, '$1').split('.');
}

export function optionalPath(node: XmlNode, element: string): readonly string[] | undefined {
  const reference = textOf(node, element);
  return reference === undefined ? undefined : pathOf(reference);
}

/** Where a connector leads. */
export function targetOf(node: XmlNode, connector = 'connector'): string | undefined {
  return textOf(nodeOf(node, connector) ?? {}, 'targetReference');
}

const mergeField = /\{![^}]+\}/;

/** The value in `<value>` or another element of its kind. */
export function expressionOf(
  source: FlowSource,
  node: XmlNode | undefined
): FlowExpression | undefined {
  if (node === undefined) return undefined;
  const [kind] = Object.keys(node).filter((name) => !name.startsWith('@_'));
  if (kind === undefined) return undefined;
  const text = textOf(node, kind) ?? '';
  switch (kind) {
    case 'stringValue':
      return mergeField.test(text) ? { kind: 'text', text } : { kind: 'literal', value: text };
    case 'numberValue':
      return { kind: 'literal', value: Number(text) };
    case 'booleanValue':
      return { kind: 'literal', value: text === 'true' };
    case 'dateValue':
      return { kind: 'literal', value: text.slice(0, 10) };
    case 'dateTimeValue':
      return { kind: 'literal', value: new Date(text).toISOString() };
    case 'elementReference':
      return { kind: 'reference', path: pathOf(text) };
    case 'formulaExpression':
    case 'formulaDataType':
      return { kind: 'formula', text: textOf(node, 'formulaExpression') ?? '' };
    default:
      throw flowError(source, `has a value of the kind ${kind}, which is not known`, `<${kind}>`);
  }
}

export function valueIn(source: FlowSource, node: XmlNode, element = 'value') {
  return expressionOf(source, nodeOf(node, element));
}

const comparisons = new Set([
  'EqualTo',
  'NotEqualTo',
  'GreaterThan',
  'LessThan',
  'GreaterThanOrEqualTo',
  'LessThanOrEqualTo',
  'StartsWith',
  'EndsWith',
  'Contains',
  'IsNull',
  'IsChanged',
  'IsBlank',
  'IsEmpty',
  'WasSet',
  'WasVisited',
  'In',
  'NotIn'
]);

export function checkOperator(source: FlowSource, operator: string): string {
  if (comparisons.has(operator)) return operator;
  throw flowError(
    source,
    `uses the operator ${operator}, which is not known`,
    `<operator>${operator}</operator>`
  );
}

/** The conditions of a rule, with their logic. */
export function conditionsOf(source: FlowSource, node: XmlNode): FlowConditions {
  return {
    logic: textOf(node, 'conditionLogic') ?? 'and',
    items: nodesOf(node, 'conditions').map((condition): FlowCondition => ({
      left: pathOf(textOf(condition, 'leftValueReference') ?? ''),
      operator: checkOperator(source, textOf(condition, 'operator') ?? ''),
      right: valueIn(source, condition, 'rightValue')
    }))
  };
}

/** The filters of a record element or a start, with canonical fields. */
export function filtersOf(
  source: FlowSource,
  node: XmlNode,
  object: string | undefined
): FlowFilters {
  return {
    logic: textOf(node, 'filterLogic') ?? 'and',
    items: nodesOf(node, 'filters').map((filter) => ({
      field: canonicalField(source, object, textOf(filter, 'field') ?? ''),
      operator: checkOperator(source, textOf(filter, 'operator') ?? ''),
      value: valueIn(source, filter)
    }))
  };
}

export function assignmentsOf(
  source: FlowSource,
  node: XmlNode,
  object: string | undefined
): FieldAssignment[] {
  return nodesOf(node, 'inputAssignments').map((assignment) => ({
    field: canonicalField(source, object, textOf(assignment, 'field') ?? ''),
    value: valueIn(source, assignment)
  }));
}

/** @throws UserError for an object that does not exist */
export function canonicalObject(source: FlowSource, name: string): string {
  const object = source.schema.object(name);
  if (object !== undefined) return object.name;
  throw flowError(
    source,
    `names the object ${name}, which does not exist`,
    `<object>${name}</object>`
  );
}

/** @throws UserError for a field that does not exist */
export function canonicalField(
  source: FlowSource,
  objectName: string | undefined,
  name: string
): string {
  const object = objectName === undefined ? undefined : source.schema.object(objectName);
  if (object === undefined) return name;
  const field = source.schema.field(object, name);
  if (field !== undefined) return field.name;
  throw flowError(
    source,
    `names the field ${name}, which ${object.name} does not have`,
    `<field>${name}</field>`
  );
}
