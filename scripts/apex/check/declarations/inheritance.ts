import type { TypeDeclaration } from '../../syntax/index.ts';
import { isExceptionType } from '../../types/index.ts';
import type { ApexType, ClassSymbol, NativeUse } from '../../types/index.ts';
import type { Checker } from '../checker.ts';
import { isVisible } from '../visibility.ts';
import { requireDefault } from './constructors.ts';
import { implementationRules } from './implementation.ts';
import { overrideRules } from './overriding.ts';

/** Rules on super classes and interfaces. */
export function inheritanceRules(checker: Checker, declaration: TypeDeclaration): void {
  const { symbol } = checker;
  if (isCircular(symbol)) {
    checker.report(declaration.at, `Circular definition: ${symbol.name}`);
    return;
  }
  if (symbol.superType) superClassRules(checker, declaration, symbol.superType);
  for (const type of symbol.interfaces) interfaceRules(checker, declaration, type);
  repeatedInterfaces(checker, declaration);
  if (symbol.constructors.length === 0) requireDefault(checker, declaration.at);
  exceptionRules(checker, declaration);
  overrideRules(checker);
  implementationRules(checker, declaration);
}

function isCircular(symbol: ClassSymbol): boolean {
  const seen = new Set<ClassSymbol>();
  for (let one: ClassSymbol | undefined = symbol; one; one = parentOf(one)) {
    if (seen.has(one)) return true;
    seen.add(one);
  }
  return false;
}

function parentOf({ superType }: ClassSymbol): ClassSymbol | undefined {
  return superType?.kind === 'class' ? superType.symbol : undefined;
}

function superClassRules(checker: Checker, { at }: TypeDeclaration, type: ApexType): void {
  if (type.kind === 'native') return nativeSuperRules(checker, at, type);
  if (type.kind !== 'class' || type.symbol.kind !== 'class') {
    return checker.report(at, `Invalid super type: ${type.name}`);
  }
  const { symbol } = type;
  if (!symbol.isVirtual) notExtensible(checker, at, symbol.name);
  const owner = symbol.outer;
  if (owner && !isVisible(checker, { ...symbol, owner })) {
    checker.report(at, `Type is not visible: ${symbol.name}`);
  }
}

function nativeSuperRules(
  checker: Checker,
  at: TypeDeclaration['at'],
  { name, definition }: NativeUse
): void {
  if (definition.kind === 'interface') checker.report(at, `Invalid super type: ${name}`);
  else if (!definition.extensible) notExtensible(checker, at, name);
}

function notExtensible(checker: Checker, at: TypeDeclaration['at'], name: string): void {
  checker.report(at, `Non-virtual and non-abstract type cannot be extended: ${name}`);
}

function interfaceRules(checker: Checker, { at }: TypeDeclaration, type: ApexType): void {
  const isInterface =
    type.kind === 'class'
      ? type.symbol.kind === 'interface'
      : type.kind === 'native' && type.definition.kind === 'interface';
  if (!isInterface) checker.report(at, `Invalid interface: ${type.name}`);
}

function repeatedInterfaces({ symbol, report }: Checker, { at }: TypeDeclaration): void {
  const names = symbol.interfaces.map(({ name }) => name);
  const again = names.find((name, index) => names.indexOf(name) !== index);
  if (again !== undefined) report(at, `Interface already implemented: ${again}`);
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_exception_custom.htm */
function exceptionRules(checker: Checker, { at, name, kind }: TypeDeclaration): void {
  if (kind !== 'class') return;
  const isException = isExceptionType(checker.types, checker.types.ofClass(checker.symbol));
  const isNamed = name.toLowerCase().endsWith('exception');
  if (isException && !isNamed) {
    checker.report(
      at,
      `Classes extending Exception must have a name ending in 'Exception': ${name}`
    );
  }
  if (!isException && isNamed && checker.symbol.superType === undefined) {
    checker.report(at, `Exception class must extend another Exception class: ${name}`);
  }
}
