import type { Bound, BoundCase, BoundStatement } from '../../check/index.ts';
import { isNative } from '../../types/index.ts';
import { helper, newTemporary } from '../emitter.ts';
import type { FunctionEmitter } from '../emitter.ts';
import { typeTest } from '../expressions/casts.ts';
import { emit } from '../expressions/emit.ts';
import { mark } from '../mark.ts';
import { localName } from '../names.ts';
import { emitStatements } from './emit.ts';

/** A chain of tests: Apex has no falling through, and `break` in a case leaves the loop around. */
export function emitSwitch(
  emitter: FunctionEmitter,
  { subject, cases }: BoundStatement & { kind: 'switch' }
): string {
  const name = newTemporary(emitter);
  const branches = cases.map((one) => emitCase(emitter, one, { name, subject }));
  return `${name} = ${emit(emitter, subject)};\n${branches.join(' else ')}`;
}

interface Subject {
  readonly name: string;
  readonly subject: Bound;
}

function emitCase(emitter: FunctionEmitter, { at, match, body }: BoundCase, of: Subject): string {
  const start = mark(at);
  if (match.kind === 'else') return `{\n${emitStatements(emitter, body.statements)}\n}`;
  if (match.kind === 'values') {
    const tests = match.values.map((value) => valueTest(emitter, value, of));
    return `${start}if (${tests.join(' || ')}) {\n${emitStatements(emitter, body.statements)}\n}`;
  }
  const local = `let ${localName(emitter, match.variable)} = ${of.name};`;
  const test = typeTest(emitter, of.name, match.variable.type);
  return `${start}if (${test}) {\n${local}\n${emitStatements(emitter, body.statements)}\n}`;
}

function valueTest(emitter: FunctionEmitter, value: Bound, { name, subject }: Subject): string {
  const code = emit(emitter, value);
  const isPlain = isNative(subject.type, 'Integer', 'Long', 'String') || value.type.kind === 'null';
  if (isPlain || value.kind === 'enumValue') return `${name} === ${code}`;
  return `${helper(emitter, 'equals')}(${name}, ${code})`;
}
