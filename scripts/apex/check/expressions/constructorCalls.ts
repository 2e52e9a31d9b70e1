import { voidType } from '../../types/index.ts';
import type { ClassSymbol } from '../../types/index.ts';
import type { Bound } from '../bound.ts';
import { invalid } from '../checker.ts';
import type { Checker } from '../checker.ts';
import { constructorWord, typesOf } from './invocation.ts';
import type { Invocation } from './invocation.ts';
import { chooseMethod, convertArguments } from './userCalls.ts';

/** `this(…)` and `super(…)` at the start of a constructor. */
export function constructorCall(checker: Checker, call: Invocation): Bound {
  const { superType } = checker.symbol;
  placeRule(checker, call);
  if (call.name.toLowerCase() === 'this') return ownConstructor(checker, checker.symbol, call);
  if (superType?.kind === 'class') return ownConstructor(checker, superType.symbol, call);
  if (superType === undefined && call.given.length > 0) return notDefined(checker, 'Object', call);
  return {
    kind: 'constructorCall',
    at: call.at,
    type: voidType,
    constructor: undefined,
    owner: undefined,
    arguments: call.given
  };
}

function placeRule(checker: Checker, { name, at }: Invocation): void {
  if (checker.firstCall === at) return;
  const word = name.toLowerCase();
  checker.report(at, `Call to '${word}()' must be the first statement in a constructor method`);
}

function ownConstructor(checker: Checker, owner: ClassSymbol, call: Invocation): Bound {
  const { given, at } = call;
  const found = chooseMethod(checker, owner.constructors, { ...call, name: constructorWord });
  const isDefault = owner.constructors.length === 0 && given.length === 0;
  if (!found && !isDefault && owner.superType?.kind !== 'native') {
    return notDefined(checker, owner.name, call);
  }
  return {
    kind: 'constructorCall',
    at,
    type: voidType,
    constructor: found,
    owner,
    arguments: found ? convertArguments(found, given) : given
  };
}

function notDefined(checker: Checker, name: string, call: Invocation): Bound {
  const message = `Constructor not defined: [${name}].<Constructor>(${typesOf(call)})`;
  return invalid(checker, call.at, message);
}
