import type { ApexContext } from '../../platform/index.ts';
import {
  ApexBlob,
  ApexDate,
  ApexDatetime,
  ApexDecimal,
  ApexDouble,
  ApexEnumValue,
  ApexException,
  ApexList,
  ApexMap,
  ApexSet,
  ApexSObject,
  ApexTime,
  doubleText,
  textOf
} from '../../runtime/index.ts';
import { jsonException } from './errors.ts';
import { jsonFields } from './readObject.ts';
import { JsonWriter } from './writer.ts';

/** One serialization. */
export interface Writing {
  readonly context: ApexContext;
  readonly writer: JsonWriter;
  /** Leave out fields of Apex objects that are null. */
  readonly suppressNulls: boolean;
}

/** The JSON text of an Apex value, as `JSON.serialize` and a REST method's answer have it. */
export function toJson(
  context: ApexContext,
  value: unknown,
  { pretty = false, suppressNulls = false }: JsonOptions = {}
): string {
  const writer = new JsonWriter(pretty);
  writeValue({ context, writer, suppressNulls }, value);
  return writer.text;
}

export interface JsonOptions {
  readonly pretty?: boolean;
  readonly suppressNulls?: boolean;
}

/** Version of the API in the addresses of records. */
const apiVersion = '66.0';

/**
 * Writes an Apex value as JSON.
 * @throws ApexException JSONException for a type that has no JSON, or a cycle
 */
export function writeValue(writing: Writing, value: unknown, outer: readonly object[] = []): void {
  const { writer } = writing;
  if (typeof value === 'string') return writer.string(value);
  if (typeof value !== 'object' || value === null) return writer.raw(String(value));
  const scalar = scalarJson(value);
  if (scalar !== undefined) return writer.raw(scalar);
  if (outer.includes(value)) throw jsonException('Direct self-reference leading to cycle');
  writeStructure(writing, value, [...outer, value]);
}

function scalarJson(value: object): string | undefined {
  if (value instanceof ApexDecimal) return value.toPlain();
  if (value instanceof ApexDouble) return doubleText(value.value);
  if (value instanceof ApexEnumValue) return JSON.stringify(value.name);
  if (value instanceof ApexBlob) return JSON.stringify(Buffer.from(value.bytes).toString('base64'));
  const isTime =
    value instanceof ApexDate || value instanceof ApexDatetime || value instanceof ApexTime;
  return isTime ? JSON.stringify(value.toIso()) : undefined;
}

function writeStructure(writing: Writing, value: object, outer: readonly object[]): void {
  if (value instanceof ApexList) return writeItems(writing, value.items, outer);
  if (value instanceof ApexSet) return writeItems(writing, value.values(), outer);
  if (value instanceof ApexMap) {
    return writeMembers(
      writing,
      value.entries().map(([key, item]) => [keyText(key), item]),
      outer
    );
  }
  if (value instanceof ApexSObject) return writeRecord(writing, value, outer);
  writeMembers(writing, instanceMembers(writing, value), outer);
}

type Members = readonly (readonly [name: string, value: unknown])[];

function writeItems(writing: Writing, items: readonly unknown[], outer: readonly object[]): void {
  writing.writer.start('[');
  for (const item of items) writeValue(writing, item, outer);
  writing.writer.end('[');
}

function writeMembers(writing: Writing, members: Members, outer: readonly object[]): void {
  writing.writer.start('{');
  for (const [name, value] of members) {
    writing.writer.name(name);
    writeValue(writing, value, outer);
  }
  writing.writer.end('{');
}

function keyText(key: unknown): string {
  if (key instanceof ApexDate || key instanceof ApexDatetime) return key.toIso();
  if (isObject(key) && scalarJson(key) === undefined && !isToken(key)) {
    throw jsonException('Apex Type unsupported as a map key in JSON');
  }
  return textOf(key);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** `Account.Name` and `Account.SObjectType` are keys by their names. */
function isToken(key: object): boolean {
  return '$type' in key && /^Schema\.SObject(Field|Type)$/.test(String(key.$type));
}

/** A native type that has JSON tells its members. */
interface JsonInstance {
  $json(): Members;
}

function instanceMembers({ context, suppressNulls }: Writing, value: object): Members {
  if ('$json' in value) return (value as JsonInstance).$json();
  const type = context.program.typeName(value);
  const info = value instanceof ApexException ? undefined : context.program.classInfo(type);
  if (info === undefined) throw unsupported(value, type);
  const members = jsonFields(context.program, info).map(
    (field) => [field.name, field.get(value) ?? null] as const
  );
  return suppressNulls ? members.filter(([, member]) => member !== null) : members;
}

/** Exceptions by their names, types of the platform with their namespace. */
function unsupported(value: object, type: string): ApexException {
  if (value instanceof ApexException) return jsonException(`Type unsupported in JSON: ${type}`);
  const qualified = type.includes('.') ? type : `System.${type}`;
  return jsonException(`Apex Type unsupported in JSON: ${qualified}`);
}

function writeRecord(writing: Writing, record: ApexSObject, outer: readonly object[]): void {
  const { writer } = writing;
  writer.start('{');
  writer.name('attributes');
  writeMembers(writing, attributes(record), outer);
  for (const [name, value] of [
    ...Object.entries(record.fields),
    ...Object.entries(record.parents)
  ]) {
    writer.name(name);
    writeValue(writing, value, outer);
  }
  for (const [name, children] of Object.entries(record.children)) {
    writer.name(name);
    writeMembers(writing, childMembers(children), outer);
  }
  writer.end('{');
}

function attributes({ type, id }: ApexSObject): Members {
  if (id === null) return [['type', type]];
  return [
    ['type', type],
    ['url', `/services/data/v${apiVersion}/sobjects/${type}/${id}`]
  ];
}

function childMembers(children: ApexList): Members {
  return [
    ['totalSize', children.items.length],
    ['done', true],
    ['records', children]
  ];
}
