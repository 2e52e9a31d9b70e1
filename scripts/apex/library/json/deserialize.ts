import type { ApexContext, ClassInfo, ProgramPort } from '../../platform/index.ts';
import { ApexEnumValue, ApexList, ApexMap, ApexSet } from '../../runtime/index.ts';
import type { FromJson } from '../native.ts';
import { jsonException } from './errors.ts';
import { readObject } from './readObject.ts';
import { readRecord } from './readRecord.ts';
import type { JsonNode } from './node.ts';
import { isScalarType, readScalar } from './scalars.ts';
import type { Reading } from './reading.ts';
import { untyped } from './untyped.ts';
import { parseType, typeText } from './typeText.ts';
import type { TypeText } from './typeText.ts';

/**
 * JSON as a value of a type.
 * @throws ApexException JSONException when it does not fit
 */
export function deserialize(
  context: ApexContext,
  node: JsonNode,
  { type, strict }: { readonly type: string; readonly strict: boolean }
): unknown {
  const reading: Reading = { context, strict, read: (inner, as) => readValue(reading, inner, as) };
  return readValue(reading, node, parseType(type));
}

function readValue(reading: Reading, node: JsonNode, type: TypeText): unknown {
  if (node.kind === 'null') return null;
  const name = type.name.toLowerCase();
  if (isScalarType(name)) return readScalar(node, name);
  if (name === 'list' || name === 'set') return readSequence(reading, node, type);
  if (name === 'map') return readMap(reading, node, type);
  return readNamed(reading, node, type);
}

function readNamed(reading: Reading, node: JsonNode, type: TypeText): unknown {
  const { program, schema } = reading.context;
  const info = program.classInfo(type.name);
  if (info?.kind === 'enum') return readEnum(reading, node, info);
  if (info !== undefined) return readObject(reading, node, info);
  if (type.name.toLowerCase() === 'sobject' || schema.object(type.name) !== undefined) {
    return readRecord(reading, node, type.name);
  }
  const made = fromLibrary(reading, node, type.name);
  if (made !== undefined) return made;
  throw jsonException(`Apex Type unsupported in JSON: ${typeText(type)}`);
}

/** A program that knows how types of the library, such as `Database.SaveResult`, are made of JSON. */
interface JsonProgram {
  nativeFromJson(type: string): FromJson | undefined;
}

function fromLibrary({ context }: Reading, node: JsonNode, type: string): unknown {
  if (node.kind !== 'object') return undefined;
  const make = (context.program as Partial<JsonProgram>).nativeFromJson?.(type);
  return make?.(new Map(node.members.map(([name, value]) => [name, untyped(value)])));
}

function readSequence(reading: Reading, node: JsonNode, type: TypeText): ApexList | ApexSet {
  if (node.kind !== 'array') {
    throw jsonException(`Malformed JSON: Expected '[' at the beginning of List/Set`);
  }
  const inner = type.arguments[0] ?? { name: 'Object', arguments: [] };
  const values = node.items.map((item) => readValue(reading, item, inner));
  const elementType = typeText(inner);
  if (type.name.toLowerCase() === 'list') return new ApexList(elementType, values);
  return new ApexSet(elementType, values);
}

function readMap(reading: Reading, node: JsonNode, type: TypeText): ApexMap {
  if (node.kind !== 'object') {
    throw jsonException(`Malformed JSON: Expected '{' at the beginning of object`);
  }
  const [key = { name: 'String', arguments: [] }, value = { name: 'Object', arguments: [] }] =
    type.arguments;
  const entries = node.members.map(
    ([name, member]) =>
      [
        readValue(reading, { kind: 'string', text: name }, key),
        readValue(reading, member, value)
      ] as const
  );
  return new ApexMap(typeText(key), typeText(value), entries);
}

/** A program that hands out the one instance of each enum value. */
interface EnumProgram {
  enumValue(type: string, name: string): unknown;
}

function readEnum({ context }: Reading, node: JsonNode, info: ClassInfo): unknown {
  const text = node.kind === 'string' ? node.text.toLowerCase() : '';
  const ordinal = info.enumValues.findIndex((name) => name.toLowerCase() === text);
  const name = info.enumValues[ordinal];
  if (name === undefined) throw jsonException(`Invalid enum value '${text}' for ${info.name}`);
  const program = context.program as ProgramPort & Partial<EnumProgram>;
  return program.enumValue?.(info.name, name) ?? new ApexEnumValue(info.name, name, ordinal);
}
