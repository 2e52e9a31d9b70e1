import type { BoundStatement } from '../../check/index.ts';
import { isNative } from '../../types/index.ts';
import { helper, newTemporary } from '../emitter.ts';
import type { FunctionEmitter } from '../emitter.ts';
import { present } from '../expressions/present.ts';
import { queryCall } from '../expressions/query.ts';
import { localName } from '../names.ts';
import { emitStatement, emitUnused } from './emit.ts';

type Of<Kind extends BoundStatement['kind']> = Extract<BoundStatement, { kind: Kind }>;

/** A loop's body, which now and then asks whether its time is up. */
function body(emitter: FunctionEmitter, statement: BoundStatement, first = ''): string {
  emitter.state.loops = true;
  const tick = `if ((++$n & 4095) === 0) ${helper(emitter, 'tick')}();`;
  emitter.state.loopDepth++;
  const inner = emitStatement(emitter, statement);
  emitter.state.loopDepth--;
  return `{ ${tick}${first}\n${inner}\n}`;
}

export function emitFor(emitter: FunctionEmitter, statement: Of<'for'>): string {
  const init = statement.init.map((one) => emitStatement(emitter, one)).join(' ');
  const test = statement.condition ? present(emitter, statement.condition) : '';
  const update = statement.update.map((one) => emitUnused(emitter, one)).join(', ');
  return `{ ${init}\nfor (; ${test}; ${update}) ${body(emitter, statement.body)}\n}`;
}

export function emitLoop(
  emitter: FunctionEmitter,
  { kind, condition, body: inner }: Of<'while' | 'doWhile'>
): string {
  const test = present(emitter, condition);
  const code = body(emitter, inner);
  return kind === 'while' ? `while (${test}) ${code}` : `do ${code} while (${test});`;
}

export function emitForEach(
  emitter: FunctionEmitter,
  { variable, source, body: inner }: Of<'forEach'>
): string {
  const values = present(emitter, source);
  if (isNative(source.type, 'List')) return overList(emitter, values, { variable, inner });
  const iterate = isNative(source.type, 'Set')
    ? values
    : `${helper(emitter, 'iterate')}(${values})`;
  const name = localName(emitter, variable);
  return `for (let ${name} of ${iterate}) ${body(emitter, inner)}`;
}

interface Each {
  readonly variable: Of<'forEach'>['variable'];
  readonly inner: BoundStatement;
}

/** Indexing a list is faster than its iterator; changes of the list meanwhile are refused all the same. */
function overList(emitter: FunctionEmitter, values: string, { variable, inner }: Each): string {
  const list = newTemporary(emitter);
  const index = `$i${list.slice(2)}`;
  const copy = `$l${list.slice(2)}`;
  const first = ` let ${localName(emitter, variable)} = ${copy}.items[${index}];`;
  const loop = `for (let ${index} = 0; ${index} < ${copy}.items.length; ${index}++) ${body(emitter, inner, first)}`;
  return `{ const ${copy} = ${values}; ${copy}.beginIteration();\ntry { ${loop} } finally { ${copy}.endIteration(); }\n}`;
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_loops_for_SOQL.htm */
export function emitForQuery(
  emitter: FunctionEmitter,
  { variable, inChunks, source, body: inner }: Of<'forQuery'>
): string {
  const chunks = queryCall(emitter, source, 'queryChunks');
  const name = localName(emitter, variable);
  if (inChunks) return `for (let ${name} of ${chunks}) ${body(emitter, inner)}`;
  return `for (let ${name} of ${helper(emitter, 'recordsOf')}(${chunks})) ${body(emitter, inner)}`;
}
