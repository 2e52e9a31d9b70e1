import type { ApexContext, ClassInfo, FieldInfo, ProgramPort } from '../../platform/index.ts';
import { jsonException } from './errors.ts';
import type { Reading } from './reading.ts';
import type { JsonNode } from './node.ts';
import { parseType } from './typeText.ts';

/** A program that can make an instance without running a constructor, as the platform does here. */
interface AllocatingProgram {
  allocate(name: string): unknown;
}

/** An instance of a class of the project, its fields set from JSON members of the same name in any case. */
export function readObject(reading: Reading, node: JsonNode, info: ClassInfo): unknown {
  if (node.kind !== 'object') {
    throw jsonException(`Malformed JSON: Expected '{' at the beginning of object`);
  }
  if (info.kind === 'interface' || info.isAbstract) {
    throw jsonException(`Apex Type unsupported in JSON: ${info.name}`);
  }
  const target = allocate(reading.context, info);
  const fields = new Map(
    jsonFields(reading.context.program, info).map((field) => [field.name.toLowerCase(), field])
  );
  for (const [name, member] of node.members) {
    setField(reading, { target, info, field: fields.get(name.toLowerCase()) }, [name, member]);
  }
  return target;
}

interface Place {
  readonly target: unknown;
  readonly info: ClassInfo;
  readonly field: FieldInfo | undefined;
}

function setField(
  reading: Reading,
  place: Place,
  [name, member]: readonly [string, JsonNode]
): void {
  const { field, info, target } = place;
  if (field === undefined) {
    if (reading.strict) throw jsonException(`Unknown field: ${info.name}.${name}`);
    return;
  }
  field.set(target, reading.read(member, parseType(field.type)));
}

function allocate({ program }: ApexContext, info: ClassInfo): unknown {
  const allocating = program as ProgramPort & Partial<AllocatingProgram>;
  return allocating.allocate?.(info.name) ?? program.construct(info.name, []);
}

/** The fields that JSON knows, those of super classes first: neither static nor transient. */
export function jsonFields(program: ProgramPort, info: ClassInfo): readonly FieldInfo[] {
  const inherited = info.superName === undefined ? undefined : program.classInfo(info.superName);
  const own = info.fields.filter(({ isStatic, isTransient }) => !isStatic && !isTransient);
  const names = new Set(own.map(({ name }) => name.toLowerCase()));
  const above = inherited === undefined ? [] : jsonFields(program, inherited);
  return [...above.filter(({ name }) => !names.has(name.toLowerCase())), ...own];
}
