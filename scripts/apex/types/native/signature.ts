import type { NativeType } from '../../library/native.ts';
import { baseName, nativeKey } from './definition.ts';
import type { NativeMethod, NativeParameter, NativeProperty } from './definition.ts';
import { parseTypeText } from './typeText.ts';
import type { TypeText } from './typeText.ts';

type Signature = NativeMethod | NativeProperty;

/** Reads one entry of a native table. */
export function parseSignature(signature: string, type: NativeType): Signature {
  const key = nativeKey(baseName(type.name), signature);
  const text = signature.trim().replace(/^global\s+|^public\s+/i, '');
  return text.includes('(') ? method(text, key, type) : property(text, key);
}

function method(text: string, key: string, type: NativeType): NativeMethod {
  const [head, tail] = splitAt(text, text.indexOf('('));
  const parameters = splitTopLevel(tail.slice(1, tail.lastIndexOf(')'))).map(parameter);
  if (/^new$/i.test(head.trim())) {
    const returnType = { name: 'void', arguments: [] };
    return {
      kind: 'constructor',
      name: 'new',
      isStatic: true,
      returnType,
      parameters,
      bindsLocals: false,
      key
    };
  }
  const { isStatic, type: returnType, name } = typedName(head);
  const bindsLocals = type.bindsLocals.includes(name);
  return { kind: 'method', name, isStatic, returnType, parameters, bindsLocals, key };
}

function property(text: string, key: string): Signature {
  const writes = /^set\s/i.test(text);
  const { isStatic, type, name } = typedName(writes ? text.slice(4) : text);
  return {
    kind: 'property',
    name,
    isStatic,
    type,
    getKey: writes ? undefined : key,
    setKey: writes ? key : undefined
  };
}

function parameter(text: string): NativeParameter {
  const { type, name } = typedName(text);
  return { type, name };
}

function typedName(text: string): { isStatic: boolean; type: TypeText; name: string } {
  const isStatic = /^static\s/i.test(text.trim());
  const rest = text.trim().replace(/^static\s+/i, '');
  const [type, name] = splitAt(rest, rest.lastIndexOf(' '));
  return { isStatic, type: parseTypeText(type), name: name.trim() };
}

function splitAt(text: string, index: number): [string, string] {
  return [text.slice(0, index), text.slice(index)];
}

function splitTopLevel(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let current = '';
  for (const character of text) {
    if (character === '<') depth++;
    if (character === '>') depth--;
    if (character === ',' && depth === 0) {
      parts.push(current);
      current = '';
    } else current += character;
  }
  return current.trim() === '' ? parts : [...parts, current];
}
