import type { CallExpression } from '../../syntax/index.ts';
import { voidType } from '../../types/index.ts';
import type { ClassSymbol } from '../../types/index.ts';
import type { Bound } from '../bound.ts';
import { invalid } from '../checker.ts';
import type { Checker } from '../checker.ts';
import { chooseMethod, convertArguments } from './calls.ts';
import { check } from './check.ts';

/** `this(…)` and `super(…)` at the start of a constructor. */
export function constructorCall(checker: Checker, call: CallExpression): Bound {
  const isSuper = call.name.toLowerCase() === 'super';
  const given = call.arguments.map((one) => check({ ...checker, isStatic: true }, one));
  const { superType } = checker.symbol;
  if (!isSuper) return ownConstructor(checker, checker.symbol, call, given);
  if (superType?.kind === 'class') return ownConstructor(checker, superType.symbol, call, given);
  if (superType === undefined && given.length > 0)
    return notDefined(checker, 'Object', call, given);
  return {
    kind: 'constructorCall',
    at: call.at,
    type: voidType,
    constructor: undefined,
    owner: undefined,
    arguments: given
  };
}

function ownConstructor(
  checker: Checker,
  owner: ClassSymbol,
  call: CallExpression,
  given: readonly Bound[]
): Bound {
  const found = chooseMethod(checker, owner.constructors, given);
  const isDefault = owner.constructors.length === 0 && given.length === 0;
  if (!found && !isDefault && owner.superType?.kind !== 'native') {
    return notDefined(checker, owner.name, call, given);
  }
  return {
    kind: 'constructorCall',
    at: call.at,
    type: voidType,
    constructor: found,
    owner,
    arguments: found ? convertArguments(found, given) : given
  };
}

function notDefined(
  checker: Checker,
  name: string,
  call: CallExpression,
  given: readonly Bound[]
): Bound {
  const types = given.map(({ type }) => type.name).join(', ');
  return invalid(checker, call.at, `Constructor not defined: [${name}].<Constructor>(${types})`);
}
