import {
  IdPrimaryContext,
  LiteralPrimaryContext,
  SoqlPrimaryContext,
  SoslPrimaryContext,
  SuperPrimaryContext,
  ThisPrimaryContext,
  TypeRefPrimaryContext,
  VoidPrimaryContext
} from '@apexdevtools/apex-parser';
import type { PrimaryContext } from '@apexdevtools/apex-parser';
import type { Expression } from '../ast/index.ts';
import { positionOf } from '../position.ts';
import { IncompleteSyntax, textOf } from './context.ts';
import { literal } from './literals.ts';
import { soqlLiteral, soslLiteral } from './soql.ts';
import { typeRef } from './types.ts';

export function primary(context: PrimaryContext): Expression {
  const at = positionOf(context);
  if (context instanceof IdPrimaryContext) return { kind: 'name', at, name: textOf(context) };
  if (context instanceof LiteralPrimaryContext) return literal(context.literal());
  if (context instanceof ThisPrimaryContext) return { kind: 'this', at };
  if (context instanceof SuperPrimaryContext) return { kind: 'super', at };
  return longPrimary(context);
}

function longPrimary(context: PrimaryContext): Expression {
  const at = positionOf(context);
  if (context instanceof SoqlPrimaryContext) return soqlLiteral(context.soqlLiteral());
  if (context instanceof SoslPrimaryContext) return soslLiteral(context.soslLiteral());
  if (context instanceof VoidPrimaryContext) return { kind: 'classLiteral', at, type: undefined };
  if (context instanceof TypeRefPrimaryContext) {
    return { kind: 'classLiteral', at, type: typeRef(context.typeRef()) };
  }
  throw new IncompleteSyntax();
}
