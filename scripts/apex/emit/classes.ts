import type { BoundAccessor, BoundClass, BoundInitializer, BoundMethod } from '../check/index.ts';
import { isExceptionType } from '../types/index.ts';
import type { ClassSymbol, FieldSymbol } from '../types/index.ts';
import {
  classReference,
  createFunctionEmitter,
  helper,
  parentOf,
  staticsName,
  withStaticInit
} from './emitter.ts';
import type { FunctionEmitter, UnitEmitter } from './emitter.ts';
import { defaultConstructor } from './expressions/calls.ts';
import { emit } from './expressions/emit.ts';
import { getterName, setterName } from './expressions/members.ts';
import { emitFunction, framed } from './functions.ts';
import { statementMark } from './mark.ts';
import { emitStatements } from './statements/emit.ts';

/** The code that makes one class: assigned to its name, run when its super class is there. */
export function emitClass(unit: UnitEmitter, type: BoundClass): string {
  const { symbol } = type;
  if (symbol.kind === 'enum') return emitEnum(unit, symbol);
  const parts = [
    fieldDefaults(unit, type),
    typeMembers(symbol),
    ...(symbol.kind === 'interface' ? [] : constructors(unit, type)),
    ...type.accessors.map((one) => emitAccessor(unit, symbol, one)),
    ...type.methods.flatMap((one) => emitMethod(unit, symbol, one)),
    ...hooks(symbol)
  ];
  return `${symbol.js} = class ${symbol.js} extends ${superClass(unit, symbol)} {\n${parts.join('\n')}\n};`;
}

function emitEnum(unit: UnitEmitter, symbol: ClassSymbol): string {
  const values = JSON.stringify(symbol.enumValues);
  const emitter = createFunctionEmitter(unit, symbol);
  return `${symbol.js} = ${helper(emitter, 'createEnum')}(${JSON.stringify(symbol.name)}, ${values});`;
}

function superClass(unit: UnitEmitter, symbol: ClassSymbol): string {
  const emitter = createFunctionEmitter(unit, symbol);
  const parent = parentOf(symbol);
  if (parent) return classReference(emitter, parent);
  const isException = isExceptionType(unit.types, unit.types.ofClass(symbol));
  return helper(emitter, isException ? 'ApexException' : 'ApexObject');
}

function instanceFields(type: BoundClass): readonly FieldSymbol[] {
  return type.initializers.flatMap((one) =>
    one.kind === 'field' && !one.isStatic ? [one.field.symbol] : []
  );
}

/** All instances have all fields from the start, in the same order. */
function fieldDefaults(unit: UnitEmitter, type: BoundClass): string {
  const { symbol } = type;
  const isException = isExceptionType(unit.types, unit.types.ofClass(symbol));
  const fields = instanceFields(type).map(({ js }) => `this.${js} = null;`);
  const name = JSON.stringify(symbol.name);
  const frames = helper(createFunctionEmitter(unit, symbol), 'withFrames');
  return isException
    ? `constructor($type = ${name}) { super($type); ${frames}(this); ${fields.join(' ')} }`
    : `constructor() { super(); ${fields.join(' ')} }`;
}

/** An exception's own constructor assigns its type: the setter lets it. */
function typeMembers({ name }: ClassSymbol): string {
  return `get $type() { return ${JSON.stringify(name)}; }\nset $type(value) {}`;
}

function constructors(unit: UnitEmitter, type: BoundClass): readonly string[] {
  const declared = type.constructors.map((one) => emitConstructor(unit, type, one));
  if (type.constructors.length > 0) return [...declared, initializer(unit, type)];
  return [implicitConstructor(unit, type), initializer(unit, type)];
}

/**
 * Instance fields and initialiser blocks in the order of the source, those of the super class before. All of them run
 * before any constructor: a method that a super class's constructor calls finds the fields of the sub class set.
 */
function initializer(unit: UnitEmitter, type: BoundClass): string {
  const emitter = createFunctionEmitter(unit, type.symbol);
  const code = type.initializers
    .filter((one) => !one.isStatic)
    .map((one) => emitInitializer(emitter, one, 'this'));
  const body = framed(emitter, code.filter(Boolean).join('\n'));
  const before = parentOf(type.symbol) ? 'super.$start();\n' : '';
  return `$start() {\n${before}${body}\nreturn this;\n}`;
}

function emitInitializer(emitter: FunctionEmitter, one: BoundInitializer, target: string): string {
  if (one.kind === 'block') return `{\n${emitStatements(emitter, one.body.statements)}\n}`;
  const { symbol, value } = one.field;
  return value
    ? `${statementMark(symbol.at)}${target}.${symbol.js} = ${emit(emitter, value)};`
    : '';
}

/** `super(…)` runs before the body, unless it starts with `this(…)`. */
function emitConstructor(unit: UnitEmitter, { symbol }: BoundClass, method: BoundMethod): string {
  const [first] = method.body?.statements ?? [];
  const isCall = first?.kind === 'expression' && first.expression.kind === 'constructorCall';
  return emitFunction(unit, {
    symbol,
    head: method.symbol.js,
    parameters: method.parameters,
    isConstructor: true,
    body: method.body,
    before: () => (isCall ? '' : superDefault(symbol))
  });
}

function superDefault(symbol: ClassSymbol): string {
  const parent = parentOf(symbol);
  const hasDefault = parent?.constructors.every(({ parameters }) => parameters.length > 0) !== true;
  if (parent && !hasDefault && parent.constructors.length > 0) return '';
  return parent ? `this.${defaultConstructor(parent)}();` : '';
}

/** Of a class that declares none; exceptions have the platform's four. */
function implicitConstructor(unit: UnitEmitter, { symbol }: BoundClass): string {
  const isException = isExceptionType(unit.types, unit.types.ofClass(symbol));
  const name = defaultConstructor(symbol);
  if (!isException) return `${name}() {\n${superDefault(symbol)}\nreturn this;\n}`;
  const init = helper(createFunctionEmitter(unit, symbol), 'initException');
  return `${name}(...$a) {\n${init}(this, ...$a);\nreturn this;\n}`;
}

function emitAccessor(unit: UnitEmitter, symbol: ClassSymbol, accessor: BoundAccessor): string {
  const { symbol: field, kind, value, body } = accessor;
  const name = kind === 'get' ? getterName(field) : setterName(field);
  const head = field.isStatic ? `static ${name}` : name;
  const owner = field.isStatic ? staticsName(symbol) : 'this';
  const parameters = value ? [value] : [];
  if (body) return emitFunction(unit, { symbol, head, parameters, body });
  return kind === 'get'
    ? `${head}() { return ${owner}.${field.js}; }`
    : `${head}(value) { ${owner}.${field.js} = value; }`;
}

/** A static method may be what an interface asks for: instances pass the call on. */
function emitMethod(
  unit: UnitEmitter,
  symbol: ClassSymbol,
  method: BoundMethod
): readonly string[] {
  if (!method.body) return [];
  const { js, isStatic } = method.symbol;
  const head = isStatic ? `static ${js}` : js;
  const parts = { symbol, head, parameters: method.parameters, body: method.body };
  const viaInstance = isStatic && symbol.interfaces.length > 0;
  const forward = `${js}(...$a) { return ${symbol.js}.${js}(...$a); }`;
  return [emitFunction(unit, parts), ...(viaInstance ? [forward] : [])];
}

/** What the runtime calls by fixed names: `equals`, `hashCode`, `toString`, and the fields for printing. */
function hooks(symbol: ClassSymbol): readonly string[] {
  const method = (name: string, count: number): string | undefined =>
    symbol.methods
      .get(name)
      ?.find((one) => !one.isStatic && one.parameters.length === count && !one.isAbstract)?.js;
  const equals = method('equals', 1);
  const hash = method('hashcode', 0);
  const text = method('tostring', 0);
  return [
    ...(equals === undefined ? [] : [`$equals(other) { return this.${equals}(other); }`]),
    ...(hash === undefined ? [] : [`$hashCode() { return this.${hash}(); }`]),
    ...(text === undefined ? [] : [`$toString() { return this.${text}(); }`]),
    fieldsHook(symbol)
  ];
}

function fieldsHook(symbol: ClassSymbol): string {
  const own = [...symbol.fields.values()]
    .filter((field) => !field.isStatic && !field.hasGetter)
    .map(({ name, js }) => `[${JSON.stringify(name)}, this.${js}]`);
  return `$fields() { return [...(super.$fields?.() ?? []), ${own.join(', ')}]; }`;
}

/** The object that holds a class's statics; `$init` runs its initialisers once a transaction. */
export function emitStatics(unit: UnitEmitter, type: BoundClass): string {
  const { symbol } = type;
  const name = staticsName(symbol);
  const fields = type.initializers.flatMap((one) =>
    one.kind === 'field' && one.isStatic ? [one.field.symbol.js] : []
  );
  const emitter = createFunctionEmitter(unit, symbol);
  const code = type.initializers
    .filter((one) => one.isStatic)
    .map((one) => emitInitializer(emitter, one, name))
    .filter(Boolean);
  const reset = [`${name}.$i = 0;`, ...fields.map((field) => `${name}.${field} = null;`)];
  const start = [`if (${name}.$i) return;`, `${name}.$i = 1;`, superInit(emitter, symbol)];
  const init = framed(emitter, [...start, ...code].filter(Boolean).join('\n'));
  const declared = ['$i: 0', ...fields.map((field) => `${field}: null`)].join(', ');
  return `${name} = { ${declared},\n$init() {\n${init}\n},\n$reset() { ${reset.join(' ')} } };`;
}

function superInit(emitter: FunctionEmitter, symbol: ClassSymbol): string {
  const parent = parentOf(symbol);
  const owner = parent && withStaticInit(parent);
  if (!owner) return '';
  classReference(emitter, owner);
  return `${staticsName(owner)}.$init();`;
}
