import type { TypeDeclaration } from '../../syntax/index.ts';
import type { ApexType, ClassSymbol, MethodSymbol, NativeUse } from '../../types/index.ts';
import { isAssignable } from '../../types/index.ts';
import type { Checker } from '../checker.ts';
import { describeOwned, lineage } from '../lookup.ts';
import { clash, returns } from './overriding.ts';

/** A class that is not abstract has all methods that its interfaces and super classes ask for. */
export function implementationRules(checker: Checker, declaration: TypeDeclaration): void {
  const { symbol } = checker;
  if (symbol.kind !== 'class') return;
  for (const type of interfacesOf(symbol)) {
    if (type.kind === 'class') projectInterface(checker, declaration, type.symbol);
    else if (type.kind === 'native' && !symbol.isAbstract)
      nativeInterface(checker, declaration, type);
  }
  if (!symbol.isAbstract) abstractMethods(checker, declaration);
}

function interfacesOf(symbol: ClassSymbol): readonly ApexType[] {
  const seen = new Set<ApexType>();
  const visit = (type: ApexType): void => {
    if (seen.has(type)) return;
    seen.add(type);
    if (type.kind === 'class') type.symbol.interfaces.forEach(visit);
  };
  for (const one of lineage(symbol)) one.interfaces.forEach(visit);
  return [...seen];
}

function projectInterface(checker: Checker, { at }: TypeDeclaration, type: ClassSymbol): void {
  const { symbol } = checker;
  for (const wanted of [...type.methods.values()].flat()) {
    const found = implementing(symbol, wanted);
    if (found?.owner === symbol) implementationRule(checker, found, wanted);
    if (found || symbol.isAbstract) continue;
    const message = `Class ${symbol.name} must implement the method: ${describeOwned(wanted)}`;
    checker.report(at, message);
  }
}

function implementationRule(checker: Checker, found: MethodSymbol, wanted: MethodSymbol): void {
  implementationVisible(checker, found);
  if (returns(checker, found, wanted)) return;
  checker.report(found.at, clash(found, wanted));
}

function implementationVisible(checker: Checker, method: MethodSymbol): void {
  if (method.access === 'public' || method.access === 'global') return;
  const message = `${method.owner.name}: Overriding implementations of global or public interface methods must be global or public: ${describeOwned(method)}`;
  checker.report(method.at, message);
}

function implementing(symbol: ClassSymbol, wanted: MethodSymbol): MethodSymbol | undefined {
  const key = wanted.name.toLowerCase();
  const all = lineage(symbol).flatMap((one) => one.methods.get(key) ?? []);
  return all.find((one) => one.js === wanted.js);
}

/** `compareTo`, `execute`, …: by name and parameters; a type argument may be narrower than the platform's. */
function nativeInterface(checker: Checker, { at }: TypeDeclaration, type: NativeUse): void {
  const { symbol, types } = checker;
  for (const wanted of [...type.definition.members().methods.values()].flat()) {
    const parameters = wanted.parameters.map((one) => types.substitute(one.type, type));
    const found = lineage(symbol)
      .flatMap((one) => one.methods.get(wanted.name.toLowerCase()) ?? [])
      .some((method) => takes(checker, method, parameters));
    if (found) continue;
    const names = parameters.map(({ name }) => name).join(', ');
    const result = types.substitute(wanted.returnType, type).name;
    const signature = `${result} ${type.name}.${wanted.name}(${names})`;
    checker.report(at, `Class ${symbol.name} must implement the method: ${signature}`);
  }
}

function takes(checker: Checker, method: MethodSymbol, wanted: readonly ApexType[]): boolean {
  if (method.parameters.length !== wanted.length) return false;
  return method.parameters.every(({ type }, index) => {
    const other = wanted[index];
    if (other === undefined) return false;
    return isAssignable(checker.types, other, type) || isAssignable(checker.types, type, other);
  });
}

function abstractMethods(checker: Checker, { at }: TypeDeclaration): void {
  const { symbol } = checker;
  for (const parent of lineage(symbol).slice(1)) {
    for (const wanted of [...parent.methods.values()].flat()) {
      if (!wanted.isAbstract || isImplemented(symbol, wanted)) continue;
      const message = `Class ${symbol.name} must implement the abstract method: ${describeOwned(wanted)}`;
      checker.report(at, message);
    }
  }
}

function isImplemented(symbol: ClassSymbol, wanted: MethodSymbol): boolean {
  const key = wanted.name.toLowerCase();
  return lineage(symbol).some(
    (one) =>
      one.methods.get(key)?.some((method) => method.js === wanted.js && !method.isAbstract) ?? false
  );
}
