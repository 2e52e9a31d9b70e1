import type { TypeDeclaration } from '../../syntax/index.ts';
import type { Checker } from '../checker.ts';

/** Rules on single words of a declaration. */
export function modifierRules(_checker: Checker, _declaration: TypeDeclaration): void {}
