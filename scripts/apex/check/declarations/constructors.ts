import type { Block, ConstructorDeclaration, Position } from '../../syntax/index.ts';
import { isExceptionType } from '../../types/index.ts';
import type { ClassSymbol, MethodSymbol } from '../../types/index.ts';
import type { Checker } from '../checker.ts';

/**
 * Rules on a constructor: what it calls first, and what an exception has already.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_constructors.htm
 */
export function constructorRules(
  checker: Checker,
  { at, body }: ConstructorDeclaration,
  symbol: MethodSymbol
): void {
  if (!firstCall(body)) requireDefault(checker, at);
  builtInRule(checker, symbol);
}

/** Where the body starts with `this(…)` or `super(…)`. */
export function firstCall({ statements: [first] }: Block): Position | undefined {
  if (first?.kind !== 'expression' || first.expression.kind !== 'call') return undefined;
  const { target, name, at } = first.expression;
  return !target && /^(this|super)$/i.test(name) ? at : undefined;
}

/** The super class has a constructor without parameters, or none at all. */
export function requireDefault(checker: Checker, at: Position): void {
  const parent = parentOf(checker.symbol);
  if (!parent || parent.constructors.length === 0) return;
  if (parent.constructors.some(({ parameters }) => parameters.length === 0)) return;
  checker.report(at, `No default constructor available in super type: ${parent.name}`);
}

function parentOf({ superType }: ClassSymbol): ClassSymbol | undefined {
  return superType?.kind === 'class' ? superType.symbol : undefined;
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_exception_custom.htm */
const builtIn = new Set(['', 'String', 'Exception', 'String, Exception']);

function builtInRule(checker: Checker, { parameters, at }: MethodSymbol): void {
  if (!isExceptionType(checker.types, checker.types.ofClass(checker.symbol))) return;
  const types = parameters.map(({ type }) => type.name).join(', ');
  if (!builtIn.has(types)) return;
  const signature = `[${checker.symbol.name}].<Constructor>(${types})`;
  checker.report(at, `System exception constructor already defined: ${signature}`);
}
