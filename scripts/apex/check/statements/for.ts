import type { Statement } from '../../syntax/index.ts';
import {
  elementOf,
  isAssignable,
  isNative,
  nativeSupers,
  superTypes,
  unknownType
} from '../../types/index.ts';
import type { ApexType } from '../../types/index.ts';
import type { Bound } from '../bound.ts';
import type { BoundStatement } from '../boundStatements.ts';
import { nested, resolve } from '../checker.ts';
import type { Checker } from '../checker.ts';
import { condition, recordOf } from '../convert.ts';
import { check } from '../expressions/check.ts';
import { declare } from '../variables.ts';
import { checkBody } from './check.ts';
import { checkLocals } from './locals.ts';

export function checkFor(checker: Checker, statement: Statement & { kind: 'for' }): BoundStatement {
  const inside = nested(checker, { loopDepth: checker.loopDepth + 1 });
  const locals = statement.locals ? checkLocals(inside, statement.locals) : [];
  const init = statement.init.map((one): BoundStatement => ({
    kind: 'expression',
    at: one.at,
    expression: check(inside, one)
  }));
  const test = statement.condition && condition(inside, check(inside, statement.condition));
  return {
    kind: 'for',
    at: statement.at,
    init: [...locals, ...init],
    condition: test,
    update: statement.update.map((one) => check(inside, one)),
    body: checkBody(inside, statement.body, statement.at)
  };
}

/** `for (T each : values)`, over lists, sets, anything iterable, and queries. */
export function checkForEach(
  checker: Checker,
  statement: Statement & { kind: 'forEach' }
): BoundStatement {
  const { at, name } = statement;
  const source = check(checker, statement.source);
  const type = resolve(checker, statement.type);
  const inside = nested(checker, { loopDepth: checker.loopDepth + 1 });
  const variable = declare(inside, { name, type, at: statement.type.at });
  if (source.kind === 'soql' && source.mode === 'list') {
    const inChunks = isNative(type, 'List');
    const wanted = inChunks ? elementOf(type) : type;
    requireElement(checker, wanted, { type: recordOf(source), at: source.at });
    const body = checkBody(inside, statement.body, at);
    return { kind: 'forQuery', at, variable, inChunks, source, body };
  }
  requireElement(checker, type, { type: elementType(checker, source), at: source.at });
  return { kind: 'forEach', at, variable, source, body: checkBody(inside, statement.body, at) };
}

function elementType(checker: Checker, source: Bound): ApexType {
  const { type } = source;
  if (type.kind === 'unknown') return unknownType;
  const iterable = iterableOf(checker, type);
  if (iterable) return elementOf(iterable);
  checker.report(source.at, `Loop must iterate over collection: ${type.name}`);
  return unknownType;
}

function iterableOf(checker: Checker, type: ApexType): ApexType | undefined {
  if (isNative(type, 'List', 'Set', 'Iterable')) return type;
  const parents = type.kind === 'class' ? superTypes(checker.types, type.symbol) : [];
  const supers = type.kind === 'native' ? nativeSupers(checker.types, type) : [];
  return [...parents, ...supers].find((one) => isNative(one, 'Iterable'));
}

function requireElement(
  checker: Checker,
  type: ApexType,
  { type: element, at }: Pick<Bound, 'type' | 'at'>
): void {
  if (isAssignable(checker.types, element, type)) return;
  if (isNative(element, 'SObject') && type.kind === 'sobject') return;
  checker.report(at, `Invalid loop variable type expected ${element.name} was ${type.name}`);
}
