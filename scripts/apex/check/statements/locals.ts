import type { LocalVariables } from '../../syntax/index.ts';
import { voidType } from '../../types/index.ts';
import type { ApexType } from '../../types/index.ts';
import type { Bound, LocalVariable } from '../bound.ts';
import type { BoundStatement } from '../boundStatements.ts';
import { resolve } from '../checker.ts';
import type { Checker } from '../checker.ts';
import { assignable } from '../convert.ts';
import { check } from '../expressions/check.ts';
import { wordRules } from '../declarations/words.ts';
import { declare } from '../variables.ts';

/** `Integer a = 1, b;` */
export function checkLocals(
  checker: Checker,
  { at, type: name, variables, modifiers }: LocalVariables
): readonly BoundStatement[] {
  const type = resolve(checker, name);
  wordRules(checker, modifiers, { what: 'locals', at });
  const isFinal = modifiers.words.has('final');
  return variables.map((one) => local(checker, one, { type, isFinal }));
}

function local(
  checker: Checker,
  { at, name, value }: LocalVariables['variables'][number],
  { type, isFinal }: { readonly type: ApexType; readonly isFinal: boolean }
): BoundStatement {
  const bound = value && initial(checker, check(checker, value), { type, at });
  const values = [bound];
  const variable: LocalVariable = declare(checker, {
    name,
    type,
    at,
    isFinal,
    values
  });
  return { kind: 'local', at, variable, value: bound };
}

function initial(
  checker: Checker,
  value: Bound,
  wanted: { readonly type: ApexType; readonly at: LocalVariables['at'] }
): Bound {
  if (value.type !== voidType) return assignable(checker, value, wanted);
  checker.report(wanted.at, `Illegal assignment from void to ${wanted.type.name}`);
  return value;
}
