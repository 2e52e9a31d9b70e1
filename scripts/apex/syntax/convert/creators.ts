import type {
  ArrayCreatorRestContext,
  CreatedNameContext,
  CreatorContext,
  IdCreatedNamePairContext
} from '@apexdevtools/apex-parser';
import type { Expression, TypeName, TypeNamePart } from '../ast/index.ts';
import { positionOf } from '../position.ts';
import type { Position } from '../position.ts';
import { IncompleteSyntax, optional, textOf } from './context.ts';
import { expression, expressionList } from './expressions.ts';
import { typeList } from './types.ts';

/** What follows `new`. */
export function creator(context: CreatorContext, at: Position): Expression {
  const type = createdName(context.createdName());
  const call = optional(context.classCreatorRest());
  if (call) {
    const list = optional(call.arguments().expressionList());
    return { kind: 'newObject', at, type, arguments: expressionList(list) };
  }
  const array = optional(context.arrayCreatorRest());
  if (array) return newArray(array, type, at);
  return braces(context, type, at);
}

function braces(context: CreatorContext, type: TypeName, at: Position): Expression {
  const map = optional(context.mapCreatorRest());
  if (map) {
    const entries = map.mapCreatorRestPair_list().map((pair) => ({
      key: expression(pair.expression(0)),
      value: expression(pair.expression(1))
    }));
    return { kind: 'newMap', at, type, entries };
  }
  const set = optional(context.setCreatorRest());
  if (set) return { kind: 'newValues', at, type, values: set.expression_list().map(expression) };
  if (optional(context.noRest())) return { kind: 'newValues', at, type, values: [] };
  throw new IncompleteSyntax();
}

function newArray(context: ArrayCreatorRestContext, type: TypeName, at: Position): Expression {
  const size = optional(context.expression());
  const initializer = optional(context.arrayInitializer());
  return {
    kind: 'newArray',
    at,
    type,
    size: size ? expression(size) : undefined,
    values: initializer?.expression_list().map(expression) ?? []
  };
}

function createdName(context: CreatedNameContext): TypeName {
  return {
    at: positionOf(context),
    parts: context.idCreatedNamePair_list().map(namePart),
    arrays: 0
  };
}

function namePart(context: IdCreatedNamePairContext): TypeNamePart {
  const list = optional(context.typeList());
  return { name: textOf(context.anyId()), arguments: list ? typeList(list) : [] };
}
