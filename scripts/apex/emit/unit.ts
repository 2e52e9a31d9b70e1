import type { BoundClass, CheckedUnit } from '../check/index.ts';
import type { TypeTable } from '../types/index.ts';
import { emitClass, emitStatics } from './classes.ts';
import { createFunctionEmitter, createUnitEmitter, staticsName } from './emitter.ts';
import type { UnitEmitter } from './emitter.ts';
import { framed } from './functions.ts';
import { unmark } from './mark.ts';
import { sourceMap } from './sourceMap.ts';
import type { SourceMap } from './sourceMap.ts';
import { emitStatements } from './statements/emit.ts';

export interface EmittedUnit {
  /** A function expression `($, $x) => …` that gives the unit's parts. */
  readonly code: string;
  readonly map: SourceMap;
  /** Lines that can be executed, in order. */
  readonly coverableLines: readonly number[];
  /** Custom labels that it reads. */
  readonly labels: readonly string[];
}

/** JavaScript for one checked source text. */
export function emitUnit(types: TypeTable, path: string, { type, body }: CheckedUnit): EmittedUnit {
  const unit = createUnitEmitter(types, type.symbol);
  const classes = allClasses(type);
  const definitions = classes.map((one) => definition(unit, one));
  const run = body ? runner(unit, type, { body }) : undefined;
  const { code, mappings } = unmark(assemble(unit, classes, { definitions, run }));
  const statements = mappings.filter(({ isStatement }) => isStatement);
  const lines = new Set(statements.map(({ source }) => source.line));
  return {
    code,
    map: sourceMap(path, mappings),
    coverableLines: [...lines].sort((a, b) => a - b),
    labels: [...unit.labels]
  };
}

function allClasses(type: BoundClass): readonly BoundClass[] {
  return [type, ...type.inner.flatMap(allClasses)];
}

function definition(unit: UnitEmitter, type: BoundClass): string {
  const { symbol } = type;
  const statics =
    symbol.kind === 'class' ? emitStatics(unit, type) : `${staticsName(symbol)} = null;`;
  const code = emitClass(unit, type);
  return `${JSON.stringify(symbol.name)}() {\n${statics}\n${code}\nreturn [${symbol.js}, ${staticsName(symbol)}];\n}`;
}

function runner(
  unit: UnitEmitter,
  type: BoundClass,
  { body }: Required<Pick<CheckedUnit, 'body'>>
): string {
  const emitter = createFunctionEmitter(unit, type.symbol);
  const code = emitStatements(emitter, body?.statements ?? []);
  return `run() {\n${framed(emitter, code)}\n}`;
}

interface Parts {
  readonly definitions: readonly string[];
  readonly run: string | undefined;
}

function assemble(unit: UnitEmitter, classes: readonly BoundClass[], parts: Parts): string {
  const imported = [...unit.imports.values()];
  const own = classes.map(({ symbol }) => symbol);
  const names = [...imported, ...own].flatMap((symbol) => [symbol.js, staticsName(symbol)]);
  const helpers = [...unit.helpers].map((name) => `${name}: $${name}`);
  const setters = imported.map(
    (symbol) =>
      `${JSON.stringify(symbol.name)}: ($c, $s) => { ${symbol.js} = $c; ${staticsName(symbol)} = $s; }`
  );
  return [
    '(($, $x) => {',
    '"use strict";',
    `const { ${helpers.join(', ')} } = $;`,
    ...[...unit.natives].map(([key, name]) => `const ${name} = $.native(${JSON.stringify(key)});`),
    ...[...unit.constants].map(([code, name]) => `const ${name} = ${code};`),
    `let ${names.join(', ')};`,
    `return { imports: { ${setters.join(', ')} }, classes: {\n${parts.definitions.join(',\n')}\n}${parts.run === undefined ? '' : `, ${parts.run}`} };`,
    '})'
  ].join('\n');
}
