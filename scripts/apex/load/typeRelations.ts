import type { World } from '../link/index.ts';
import { ApexSObject, isValidId } from '../runtime/index.ts';
import type { TypeName } from '../syntax/index.ts';
import { isAssignable, parseTypeText } from '../types/index.ts';
import type { ApexType } from '../types/index.ts';
import { typeName } from './typeNames.ts';

/**
 * Questions about types by name, asked when the program runs. A number is an instance of every wider type too, and a
 * Date of Datetime.
 */
export interface TypeRelations {
  isInstance(value: unknown, type: string): boolean;
  isAssignable(type: string, target: string): boolean;
}

type TypeText = ReturnType<typeof parseTypeText>;

export function createTypeRelations(world: World): TypeRelations {
  const types = new Map<string, ApexType | undefined>();
  const answers = new Map<string, boolean>();
  const find = (name: string): ApexType | undefined => {
    if (!types.has(name)) types.set(name, typeNamed(world, name));
    return types.get(name);
  };
  const assignable = (from: string, to: string): boolean => {
    const key = `${from}>${to}`;
    const known = answers.get(key);
    if (known !== undefined) return known;
    const [source, target] = [find(from), find(to)];
    const answer = source && target ? isAssignable(world.types, source, target) : from === to;
    answers.set(key, answer);
    return answer;
  };
  return {
    isAssignable: assignable,
    isInstance(value, type) {
      if (value === null || value === undefined) return false;
      if (value instanceof ApexSObject) return isRecordOf(world, value, type);
      if (typeof value === 'string' && /^(system\.)?id$/i.test(type)) return isValidId(value);
      return assignable(typeName(value), type);
    }
  };
}

/** By the schema: a class of the project may have the name of an object. */
function isRecordOf({ schema }: World, { type: name }: ApexSObject, type: string): boolean {
  if (/^(system\.)?(sobject|object)$/i.test(type)) return true;
  return type === name || schema.object(type.replace(/^schema\./i, ''))?.name === name;
}

function typeNamed(world: World, name: string): ApexType | undefined {
  try {
    return world.resolveType(toTypeName(parseTypeText(name)), undefined);
  } catch {
    return undefined;
  }
}

function toTypeName({ name, arguments: list }: TypeText): TypeName {
  const words = name.split('.');
  const parts = words.map((word, index) => ({
    name: word,
    arguments: index === words.length - 1 ? list.map(toTypeName) : []
  }));
  return { at: { line: 0, column: 0 }, parts, arrays: 0 };
}
