import type { FieldValue } from '../store/types.ts';
import { dateFunctions } from './dateFunctions.ts';
import type { Accepts, PlainFunction, SpecialFunction } from './functionTypes.ts';
import { logicFunctions } from './logicFunctions.ts';
import { numberFunctions } from './numberFunctions.ts';
import { compileBinary, nameOf } from './operators.ts';
import { parseFormula, type CallNode, type Node } from './parse.ts';
import { textFunctions } from './textFunctions.ts';
import {
  FormulaError,
  type Compiled,
  type FormulaEnvironment,
  type FormulaReference,
  type FormulaType
} from './types.ts';
import { isBlank } from './values.ts';

const plainFunctions: Readonly<Record<string, PlainFunction>> = {
  ...textFunctions,
  ...numberFunctions,
  ...dateFunctions
};
const specialFunctions: Readonly<Record<string, SpecialFunction>> = logicFunctions;

/** Finds what a name in a formula means; undefined when it means nothing. */
export type ResolveReference<E> = (path: readonly string[]) => FormulaReference<E> | undefined;

export interface CompileFormulaOptions<E> {
  readonly resolve: ResolveReference<E>;
  /** Numbers without a value count as 0; otherwise they stay blank. */
  readonly blankNumbersAsZero?: boolean;
}

/**
 * Compiles a formula to closures.
 * @throws FormulaError in the platform's words, with the offset in the text: unknown functions and names, wrong types
 */
export function compileFormula<E extends FormulaEnvironment>(
  source: string,
  options: CompileFormulaOptions<E>
): Compiled<E> {
  return compileNode(parseFormula(source), options);
}

function compileNode<E extends FormulaEnvironment>(
  node: Node,
  options: CompileFormulaOptions<E>
): Compiled<E> {
  switch (node.kind) {
    case 'literal':
      return { type: typeOfLiteral(node.value), run: () => node.value };
    case 'reference':
      return compileReference(node, options);
    case 'unary':
      return compileUnary(node, compileNode(node.operand, options));
    case 'binary':
      return compileBinary(node, compileNode(node.left, options), compileNode(node.right, options));
    case 'call':
      return compileCall(node, options);
  }
}

function typeOfLiteral(value: FieldValue): FormulaType {
  if (value === null) return 'nothing';
  if (typeof value === 'boolean') return 'boolean';
  return typeof value === 'number' ? 'number' : 'text';
}

function compileReference<E extends FormulaEnvironment>(
  { path, offset }: Extract<Node, { readonly kind: 'reference' }>,
  { resolve, blankNumbersAsZero = false }: CompileFormulaOptions<E>
): Compiled<E> {
  const reference = resolve(path);
  if (reference === undefined)
    throw new FormulaError(`Field ${path.join('.')} does not exist. Check spelling.`, offset);
  const zero = blankNumbersAsZero && reference.type === 'number';
  const run = zero
    ? (environment: E): FieldValue => reference.read(environment) ?? 0
    : (environment: E): FieldValue => reference.read(environment);
  return { type: reference.type, run, reference };
}

function compileUnary<E>(
  { operator, offset }: Extract<Node, { readonly kind: 'unary' }>,
  operand: Compiled<E>
): Compiled<E> {
  const type = operator === '-' ? 'number' : 'boolean';
  if (operand.type !== type && operand.type !== 'nothing')
    throw new FormulaError(
      `Incorrect parameter type for operator '${operator}'. Expected ${nameOf(type)}, received ${nameOf(operand.type)}`,
      offset
    );
  if (operator === '!') return { type, run: (environment) => operand.run(environment) !== true };
  return {
    type,
    run: (environment) => {
      const value = operand.run(environment);
      return isBlank(value) ? null : -Number(value);
    }
  };
}

function compileCall<E extends FormulaEnvironment>(
  call: CallNode,
  options: CompileFormulaOptions<E>
): Compiled<E> {
  const special = specialFunctions[call.name];
  const plain = plainFunctions[call.name];
  if (special === undefined && plain === undefined) throw unknownFunction(call);
  const parameters = call.parameters.map((parameter) => compileNode(parameter, options));
  return special === undefined
    ? compilePlain(call, plain as PlainFunction, parameters)
    : compileSpecial(call, special, parameters);
}

/** Functions of the platform that have no meaning without its pages, or that nobody has needed here yet. */
const unsupported = new Set(
  'CURRENCYRATE DISTANCE GEOLOCATION GETRECORDIDS GETSESSIONID IMAGEPROXYURL INCLUDE JUNCTIONIDLIST LINKTO PARENTGROUPVAL PREDICT PREVGROUPVAL REQUIRESCRIPT URLFOR VLOOKUP'.split(
    ' '
  )
);

function unknownFunction({ name, offset }: CallNode): FormulaError {
  const message = unsupported.has(name)
    ? `The local org does not have the function ${name}.`
    : `Unknown function ${name}. Check spelling.`;
  return new FormulaError(message, offset);
}

function compileSpecial<E extends FormulaEnvironment>(
  call: CallNode,
  special: SpecialFunction,
  parameters: readonly Compiled<E>[]
): Compiled<E> {
  checkCount(call, special.count);
  try {
    return special.compile(parameters);
  } catch (error) {
    if (error instanceof FormulaError) throw new FormulaError(error.message, call.offset);
    throw error;
  }
}

function compilePlain<E extends FormulaEnvironment>(
  call: CallNode,
  plain: PlainFunction,
  parameters: readonly Compiled<E>[]
): Compiled<E> {
  const most = plain.repeats === true ? Number.POSITIVE_INFINITY : plain.accepts.length;
  checkCount(call, [plain.accepts.length - (plain.optional ?? 0), most]);
  for (const [position, parameter] of parameters.entries())
    checkType(call, parameter, plain.accepts[position] ?? plain.accepts.at(-1) ?? 'any');
  const { takesBlanks = false } = plain;
  return {
    type: plain.type,
    run: (environment) => {
      const values = parameters.map((parameter) => parameter.run(environment));
      return !takesBlanks && values.some(isBlank) ? null : plain.run(values, environment);
    }
  };
}

function checkCount(call: CallNode, [least, most]: readonly [number, number]): void {
  const count = call.parameters.length;
  if (count >= least && count <= most) return;
  const expected = count < least ? least : most;
  throw new FormulaError(
    `Incorrect number of parameters for function '${call.name}()'. Expected ${String(expected)}, received ${String(count)}`,
    call.offset
  );
}

function checkType<E>(call: CallNode, parameter: Compiled<E>, accepts: Accepts): void {
  const { type } = parameter;
  if (accepts === 'any' || type === 'nothing' || type === accepts) return;
  if (Array.isArray(accepts) && accepts.includes(type)) return;
  const expected = Array.isArray(accepts) ? (accepts[0] as FormulaType) : (accepts as FormulaType);
  throw new FormulaError(
    `Incorrect parameter type for function '${call.name}()'. Expected ${nameOf(expected)}, received ${nameOf(type)}`,
    call.offset
  );
}
