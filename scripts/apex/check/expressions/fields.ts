import type { Position } from '../../syntax/index.ts';
import type { FieldSymbol } from '../../types/index.ts';
import type { Bound } from '../bound.ts';
import type { Checker } from '../checker.ts';
import { requireVisible } from '../visibility.ts';

export interface FieldUse {
  readonly field: FieldSymbol;
  /** Undefined: by its bare name, or through its class. */
  readonly target: Bound | undefined;
  readonly at: Position;
}

/** A field or property of a class of the project, as a value or to be assigned. */
export function fieldOf(checker: Checker, use: FieldUse): Bound {
  const { field, target, at } = use;
  reportUse(checker, use);
  const { type } = field;
  const direct = checker.accessor === field;
  if (field.isStatic) return { kind: 'field', at, type, field, target: undefined, direct };
  const self: Bound = { kind: 'this', at, type: checker.types.ofClass(checker.symbol) };
  return { kind: 'field', at, type, field, target: target ?? self, direct };
}

function reportUse(checker: Checker, { field, target, at }: FieldUse): void {
  const { name, owner } = field;
  requireVisible(checker, field, { at, message: `Variable is not visible: ${owner.name}.${name}` });
  const isWritten = checker.assigned === at || checker.accessor === field;
  if (!field.readable && !isWritten) {
    checker.report(at, `A value cannot be read from ${name} in type ${owner.name}`);
  }
  if (!target) reportBareUse(checker, field, at);
}

function reportBareUse(checker: Checker, field: FieldSymbol, at: Position): void {
  if (!field.isStatic && checker.isStatic) checker.report(at, withoutObject(checker, field));
  if (isAhead(checker, field)) checker.report(at, `Illegal forward reference: ${field.name}`);
}

/** What is said of a field of an object that is not there. */
export function withoutObject({ beforeObject }: Checker, { name, owner }: FieldSymbol): string {
  if (beforeObject) {
    return `Cannot reference instance variables in a constructor invocation: ${name}`;
  }
  return `Non static field cannot be referenced from a static context: ${name} from the type ${owner.name}`;
}

/** Has the field no value yet when the one that is being initialised gets its own? */
function isAhead({ initialized, symbol }: Checker, field: FieldSymbol): boolean {
  if (!initialized || field.owner !== symbol || field.kind === 'property') return false;
  return field.isStatic === initialized.isStatic && field.index >= initialized.index;
}
