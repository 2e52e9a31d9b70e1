import type { FieldDefinition, ObjectDefinition } from '../../platform/index.ts';
import { ApexDecimal, ApexList, ApexSObject } from '../../runtime/index.ts';
import type { Reading } from './reading.ts';
import { jsonException } from './errors.ts';
import type { JsonNode } from './node.ts';
import { readScalar } from './scalars.ts';

type ObjectNode = Extract<JsonNode, { kind: 'object' }>;

/** A record from its JSON; `type` may be SObject when the JSON tells the object in its `attributes`. */
export function readRecord(reading: Reading, node: JsonNode, type: string): ApexSObject {
  if (node.kind !== 'object') {
    throw jsonException(`Malformed JSON: Expected '{' at the beginning of object`);
  }
  const object = objectOf(reading, node, type);
  const record = new ApexSObject(object.name);
  for (const [name, member] of node.members) {
    if (name.toLowerCase() !== 'attributes') setMember(reading, { record, object }, [name, member]);
  }
  return record;
}

function objectOf({ context }: Reading, node: ObjectNode, type: string): ObjectDefinition {
  const name = type.toLowerCase() === 'sobject' ? attributesType(node) : type;
  const object = name === undefined ? undefined : context.schema.object(name);
  if (object === undefined) {
    throw jsonException(`Unable to determine the type of the SObject: ${name ?? 'no attributes'}`);
  }
  return object;
}

function attributesType(node: ObjectNode): string | undefined {
  const attributes = node.members.find(([name]) => name === 'attributes')?.[1];
  if (attributes?.kind !== 'object') return undefined;
  const type = attributes.members.find(([name]) => name === 'type')?.[1];
  return type?.kind === 'string' ? type.text : undefined;
}

interface Target {
  readonly record: ApexSObject;
  readonly object: ObjectDefinition;
}

function setMember(
  reading: Reading,
  target: Target,
  [name, node]: readonly [string, JsonNode]
): void {
  const { schema } = reading.context;
  const field = schema.field(target.object, name);
  if (field !== undefined) return target.record.put(field.name, readField(field, node));
  if (setParent(reading, target, [name, node]) || setChildren(reading, target, [name, node]))
    return;
  throw jsonException(`No such column '${name}' on sobject of type ${target.object.name}`);
}

const numbers: ReadonlySet<string> = new Set(['double', 'currency', 'percent']);
const plain: Readonly<Record<string, string>> = {
  boolean: 'Boolean',
  int: 'Integer',
  long: 'Long',
  date: 'Date',
  datetime: 'Datetime',
  time: 'Time',
  base64: 'Blob',
  id: 'Id',
  reference: 'Id'
};

function readField(field: FieldDefinition, node: JsonNode): unknown {
  if (node.kind === 'null') return null;
  if (!numbers.has(field.type)) return readScalar(node, plain[field.type] ?? 'String');
  const value = readScalar(node, 'Decimal');
  return value instanceof ApexDecimal ? value : null;
}

function setParent(
  reading: Reading,
  { record, object }: Target,
  [name, node]: readonly [string, JsonNode]
): boolean {
  const field = reading.context.schema.parentRelationship(object, name);
  if (field?.relationshipName === undefined) return false;
  if (node.kind === 'null') {
    record.setParent(field.relationshipName, null);
    return true;
  }
  const only = field.referenceTo.length === 1 ? field.referenceTo[0] : undefined;
  record.setParent(field.relationshipName, readRecord(reading, node, only ?? 'SObject'));
  return true;
}

function setChildren(
  reading: Reading,
  { record, object }: Target,
  [name, node]: readonly [string, JsonNode]
): boolean {
  const relationship = reading.context.schema.childRelationship(object, name);
  if (relationship?.relationshipName === undefined) return false;
  const rows = childRows(node).map((row) => readRecord(reading, row, relationship.childObject));
  record.setChildren(relationship.relationshipName, new ApexList(relationship.childObject, rows));
  return true;
}

/** `{"totalSize": 1, "done": true, "records": […]}` or a plain array. */
function childRows(node: JsonNode): readonly JsonNode[] {
  if (node.kind === 'array') return node.items;
  if (node.kind !== 'object') return [];
  const records = node.members.find(([name]) => name === 'records')?.[1];
  return records?.kind === 'array' ? records.items : [];
}
