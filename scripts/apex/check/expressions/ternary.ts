import type { TernaryExpression } from '../../syntax/index.ts';
import { isAssignable, superTypes, unknownType } from '../../types/index.ts';
import type { ApexType } from '../../types/index.ts';
import type { Bound } from '../bound.ts';
import type { Checker } from '../checker.ts';
import { condition, convert, recordOf } from '../convert.ts';
import { check } from './check.ts';

/** `condition ? a : b` */
export function checkTernary(checker: Checker, expression: TernaryExpression): Bound {
  const { at } = expression;
  const test = condition(checker, check(checker, expression.condition));
  const whenTrue = check(checker, expression.whenTrue);
  const whenFalse = check(checker, expression.whenFalse);
  const type = commonType(checker, whenTrue, whenFalse);
  if (!type) {
    const message = `Incompatible types in ternary operator: ${whenTrue.type.name}, ${whenFalse.type.name}`;
    checker.report(at, message);
  }
  const result = type ?? unknownType;
  return {
    kind: 'ternary',
    at,
    type: result,
    condition: test,
    whenTrue: convert(whenTrue, result),
    whenFalse: convert(whenFalse, result)
  };
}

/** The type that both values have: one of the two, or a super type that they share. */
export function commonType(checker: Checker, left: Bound, right: Bound): ApexType | undefined {
  const { types } = checker;
  if (left.type.kind === 'unknown') return right.type;
  if (left.type.kind === 'null') return right.type;
  if (isAssignable(types, right.type, left.type) && !isAssignable(types, left.type, right.type)) {
    return left.type;
  }
  if (isAssignable(types, left.type, right.type)) return wider(left.type, right.type);
  const query = recordOrUndefined(left) ?? recordOrUndefined(right);
  return query ?? sharedParent(checker, left.type, right.type);
}

const wideness = ['Integer', 'Long', 'Double', 'Decimal'];

function wider(left: ApexType, right: ApexType): ApexType {
  return wideness.indexOf(left.name) > wideness.indexOf(right.name) ? left : right;
}

function recordOrUndefined(value: Bound): ApexType | undefined {
  return value.kind === 'soql' ? recordOf(value) : undefined;
}

function sharedParent(checker: Checker, left: ApexType, right: ApexType): ApexType | undefined {
  if (left.kind === 'sobject' && right.kind === 'sobject') return checker.types.native('SObject');
  if (left.kind === 'class' && right.kind === 'class') {
    const others = superTypes(checker.types, right.symbol);
    const shared = superTypes(checker.types, left.symbol).find((one) => others.includes(one));
    if (shared) return shared;
  }
  return undefined;
}
