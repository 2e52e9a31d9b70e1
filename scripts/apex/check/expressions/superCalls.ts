import type { ClassType } from '../../types/index.ts';
import type { Bound } from '../bound.ts';
import { invalid } from '../checker.ts';
import type { Checker } from '../checker.ts';
import { describeOwned, findMethods } from '../lookup.ts';
import { platformCall } from './instanceCalls.ts';
import type { Invocation } from './invocation.ts';
import { nativeInstanceCall } from './nativeCalls.ts';
import { checkSuper } from './self.ts';
import { chooseMethod, self, unknownMethod, userCall } from './userCalls.ts';
import { notSupported } from './unsupported.ts';

/** `super.method(…)`: not what overrides it. */
export function superCall(checker: Checker, call: Invocation): Bound {
  const { superType } = checker.symbol;
  if (checker.isStatic) checkSuper(checker, call.at);
  if (superType?.kind === 'class') return ofClass(checker, superType, call);
  const parent = superType ?? checker.types.native('Object');
  const target: Bound = { ...self(checker, call.at), type: parent };
  const found = nativeInstanceCall(checker, target, call);
  if (found?.kind === 'dynamicCall') return { ...found, isSuper: true };
  return found ?? invalid(checker, call.at, notSupported(parent, call));
}

function ofClass(checker: Checker, superType: ClassType, call: Invocation): Bound {
  const target = self(checker, call.at);
  const methods = findMethods(superType.symbol, call.name);
  const method = chooseMethod(checker, methods, call);
  if (method) {
    if (method.isAbstract) {
      checker.report(
        call.at,
        `Abstract method cannot be called directly: ${describeOwned(method)}`
      );
    }
    return { ...userCall(checker, { method, target, call }), isSuper: true };
  }
  const found = platformCall(checker, { ...target, type: superType }, call);
  if (found?.kind === 'dynamicCall') return { ...found, isSuper: true };
  return found ?? unknownMethod(checker, superType.symbol, call);
}
