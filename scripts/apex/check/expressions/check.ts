import type { Expression } from '../../syntax/index.ts';
import { unreachable } from '../../../shared/index.ts';
import type { Bound } from '../bound.ts';
import type { Checker } from '../checker.ts';
import { checkAssign } from './assign.ts';
import { checkBinary } from './binary.ts';
import { checkCall } from './calls.ts';
import { checkCast, checkClassLiteral, checkInstanceOf } from './casts.ts';
import { checkIndex } from './indexing.ts';
import { checkLiteral } from './literals.ts';
import { checkNewArray, checkNewMap, checkNewValues } from './collections.ts';
import { checkNewObject } from './newObject.ts';
import { checkReference } from './references.ts';
import { checkSoql, checkSosl } from './soql.ts';
import { checkStep } from './step.ts';
import { checkSuper, checkThis } from './self.ts';
import { checkTernary } from './ternary.ts';
import { checkUnary } from './unary.ts';

/** Gives an expression its meaning and its type; a mistake is reported and goes on as unknown. */
export function check(checker: Checker, expression: Expression): Bound {
  switch (expression.kind) {
    case 'literal':
      return checkLiteral(checker, expression);
    case 'name':
    case 'member':
      return checkReference(checker, expression);
    case 'call':
      return checkCall(checker, expression);
    case 'this':
      return checkThis(checker, expression.at);
    case 'super':
      return checkSuper(checker, expression.at);
    case 'index':
      return checkIndex(checker, expression);
    case 'newObject':
      return checkNewObject(checker, expression);
    case 'newArray':
      return checkNewArray(checker, expression);
    case 'newMap':
      return checkNewMap(checker, expression);
    case 'newValues':
      return checkNewValues(checker, expression);
    case 'assign':
      return checkAssign(checker, expression);
    case 'binary':
      return checkBinary(checker, expression);
    case 'unary':
      return checkUnary(checker, expression);
    case 'step':
      return checkStep(checker, expression);
    case 'ternary':
      return checkTernary(checker, expression);
    case 'cast':
      return checkCast(checker, expression);
    case 'instanceOf':
      return checkInstanceOf(checker, expression);
    case 'classLiteral':
      return checkClassLiteral(checker, expression);
    case 'soql':
      return checkSoql(checker, expression);
    case 'sosl':
      return checkSosl(checker, expression);
    default:
      return unreachable(expression);
  }
}
