import { isAssignable } from '../../types/index.ts';
import type { Access, ClassSymbol, MethodSymbol } from '../../types/index.ts';
import type { Checker } from '../checker.ts';
import { describeOwned, lineage } from '../lookup.ts';

/**
 * Rules on methods that override.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_extending.htm
 */
export function overrideRules(checker: Checker): void {
  const { symbol } = checker;
  if (symbol.kind !== 'class') return;
  for (const method of [...symbol.methods.values()].flat()) overrideRule(checker, method);
}

function overrideRule(checker: Checker, method: MethodSymbol): void {
  const signature = describeOwned(method);
  const parent = overridden(checker.symbol, method);
  if (!parent) {
    if (method.isOverride && !overridesPlatform(checker, method)) {
      checker.report(method.at, `@Override specified for non-overriding method: ${signature}`);
    }
    return;
  }
  if (method.isStatic || parent.isStatic) return;
  checkParent(checker, method, parent);
}

function checkParent(checker: Checker, method: MethodSymbol, parent: MethodSymbol): void {
  const { at } = method;
  if (!parent.isVirtual) {
    if (parent.access === 'private') return;
    const message = `Non-virtual, non-abstract methods cannot be overridden: ${describeOwned(method)}`;
    checker.report(at, message);
    return;
  }
  if (!method.isOverride && parent.access !== 'private') {
    checker.report(at, `Method must use the override keyword: ${describeOwned(method)}`);
  }
  if (!returns(checker, method, parent)) {
    checker.report(at, clash(method, parent));
  }
  if (order[method.access] < order[parent.access] && !saysTooLittle(checker, method)) {
    const message = `Cannot reduce the visibility of method: ${describeOwned(method)}`;
    checker.report(at, message);
  }
}

/** Is it refused for its access alone, whatever it overrides? */
function saysTooLittle({ symbol }: Checker, { isOverride, access }: MethodSymbol): boolean {
  return isOverride && access === 'private' && symbol.apiVersion >= 65;
}

/** What is said when two methods of one signature give different things. */
export function clash(method: MethodSymbol, parent: MethodSymbol): string {
  const types = `${describeOwned(method)} vs ${describeOwned(parent)}`;
  return `Method return types clash: ${types} from the type ${parent.owner.name}`;
}

/** The result may be of a narrower type. */
export function returns(checker: Checker, method: MethodSymbol, parent: MethodSymbol): boolean {
  if (method.returnType === parent.returnType) return true;
  return isAssignable(checker.types, method.returnType, parent.returnType);
}

const order: Readonly<Record<Access, number>> = { private: 0, protected: 1, public: 2, global: 2 };

/** The method of a super class that this one replaces. */
function overridden(symbol: ClassSymbol, method: MethodSymbol): MethodSymbol | undefined {
  for (const parent of lineage(symbol).slice(1)) {
    const found = parent.methods
      .get(method.name.toLowerCase())
      ?.find((one) => one.js === method.js);
    if (found) return found;
  }
  return undefined;
}

/** `toString`, `equals`, `hashCode`, and methods of exceptions and other platform classes and interfaces. */
function overridesPlatform(checker: Checker, { name }: MethodSymbol): boolean {
  if (/^(tostring|equals|hashcode|clone)$/i.test(name)) return true;
  return lineage(checker.symbol).some(
    (one) =>
      one.superType?.kind === 'native' ||
      one.interfaces.some((type) => hasMethod(type, name.toLowerCase()))
  );
}

function hasMethod(type: ClassSymbol['interfaces'][number], name: string): boolean {
  if (type.kind === 'class') {
    if (type.symbol.methods.has(name)) return true;
    return type.symbol.interfaces.some((parent) => hasMethod(parent, name));
  }
  return type.kind === 'native' && type.definition.members().methods.has(name);
}
