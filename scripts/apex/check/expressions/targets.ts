import type { Bound } from '../bound.ts';
import type { Checker } from '../checker.ts';
import { lineage } from '../lookup.ts';
import { isVisible } from '../visibility.ts';

/** Says so when something cannot be assigned to. */
export function requireAssignable(checker: Checker, target: Bound): void {
  const problem = mistake(checker, target);
  if (problem !== undefined) checker.report(target.at, problem);
}

function mistake(checker: Checker, target: Bound): string | undefined {
  switch (target.kind) {
    case 'field':
      return fieldMistake(checker, target);
    case 'nativeGet':
      return target.setKey === undefined ? 'Expression cannot be assigned' : undefined;
    case 'local':
    case 'recordField':
    case 'parent':
    case 'index':
    case 'invalid':
      return undefined;
    default:
      return 'Expression cannot be assigned';
  }
}

function fieldMistake(
  checker: Checker,
  { field, direct }: Bound & { kind: 'field' }
): string | undefined {
  if (direct) return undefined;
  if (field.isFinal && !(checker.isInitializer && lineage(checker.symbol).includes(field.owner))) {
    return `Final members can only be assigned in their declaration, init blocks, or constructors: ${field.name}`;
  }
  if (!field.writable) {
    return `A value cannot be stored to ${field.name} in type ${field.owner.name}`;
  }
  const asSetter = { ...field, access: field.setAccess };
  if (field.setAccess !== field.access && !isVisible(checker, asSetter)) {
    return `Variable is not visible: ${field.owner.name}.${field.name}`;
  }
  return undefined;
}
