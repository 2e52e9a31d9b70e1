import type { Position } from '../syntax/index.ts';
import { superTypes } from '../types/index.ts';
import type { Access, ClassSymbol } from '../types/index.ts';
import type { Checker } from './checker.ts';

interface Member {
  readonly owner: ClassSymbol;
  readonly access: Access;
  readonly isTestVisible: boolean;
}

/** May the code see the member? */
export function isVisible(checker: Checker, { owner, access, isTestVisible }: Member): boolean {
  if (access === 'public' || access === 'global') return true;
  if (outermost(owner) === outermost(checker.symbol)) return true;
  if (isTestVisible && checker.symbol.isTest) return true;
  return access === 'protected' && inherits(checker, owner);
}

function inherits(checker: Checker, owner: ClassSymbol): boolean {
  for (let symbol: ClassSymbol | undefined = checker.symbol; symbol; symbol = symbol.outer) {
    if (superTypes(checker.types, symbol).includes(checker.types.ofClass(owner))) return true;
  }
  return false;
}

export function outermost(symbol: ClassSymbol): ClassSymbol {
  return symbol.outer ? outermost(symbol.outer) : symbol;
}

export function requireVisible(
  checker: Checker,
  member: Member,
  { at, message }: { readonly at: Position; readonly message: string }
): void {
  if (!isVisible(checker, member)) checker.report(at, message);
}
