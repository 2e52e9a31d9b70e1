import type { TypeDeclaration } from '../../syntax/index.ts';
import type { Checker } from '../checker.ts';

/** Rules on annotations. */
export function annotationRules(_checker: Checker, _declaration: TypeDeclaration): void {}
