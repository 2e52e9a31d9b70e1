import type { TypeDeclaration } from '../../syntax/index.ts';
import type { Checker } from '../checker.ts';

/** Rules on super classes and interfaces. */
export function inheritanceRules(_checker: Checker, _declaration: TypeDeclaration): void {}
