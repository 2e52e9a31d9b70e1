import {
  Arth1ExpressionContext,
  Arth2ExpressionContext,
  ArrayExpressionContext,
  AssignExpressionContext,
  BitAndExpressionContext,
  BitExpressionContext,
  BitNotExpressionContext,
  BitOrExpressionContext,
  CastExpressionContext,
  CmpExpressionContext,
  CoalExpressionContext,
  CondExpressionContext,
  DotExpressionContext,
  EqualityExpressionContext,
  InstanceOfExpressionContext,
  LogAndExpressionContext,
  LogOrExpressionContext,
  MethodCallExpressionContext,
  NegExpressionContext,
  NewExpressionContext,
  PostOpExpressionContext,
  PreOpExpressionContext,
  PrimaryExpressionContext,
  SubExpressionContext
} from '@apexdevtools/apex-parser';
import type {
  ApexParserRuleContext,
  ExpressionContext,
  ExpressionListContext
} from '@apexdevtools/apex-parser';
import type { AssignOperator, BinaryOperator, Expression } from '../ast/index.ts';
import { positionOf } from '../position.ts';
import { has, IncompleteSyntax, optional, required, textOf } from './context.ts';
import { creator } from './creators.ts';
import { primary } from './primaries.ts';
import { typeRef } from './types.ts';

type Converter = (context: never) => Expression;
type ContextClass<T> = new (...parameters: never[]) => T;

function entry<T extends ApexParserRuleContext>(
  type: ContextClass<T>,
  convert: (context: T) => Expression
): readonly [ContextClass<T>, Converter] {
  return [type, convert];
}

interface TwoOperands extends ApexParserRuleContext {
  expression(index: number): ExpressionContext;
}

function binary(context: TwoOperands): Expression {
  const [left, ...rest] = context.children ?? [];
  const right = rest.pop();
  if (left === undefined || right === undefined) throw new IncompleteSyntax();
  const operator = rest.map((child) => child.getText()).join('');
  return {
    kind: 'binary',
    at: positionOf(context),
    operator: (operator === '<>' ? '!=' : operator) as BinaryOperator,
    left: expression(context.expression(0)),
    right: expression(context.expression(1))
  };
}

const binaries = [
  Arth1ExpressionContext,
  Arth2ExpressionContext,
  BitAndExpressionContext,
  BitExpressionContext,
  BitNotExpressionContext,
  BitOrExpressionContext,
  CmpExpressionContext,
  CoalExpressionContext,
  EqualityExpressionContext,
  LogAndExpressionContext,
  LogOrExpressionContext
];

function dot(context: DotExpressionContext): Expression {
  const target = expression(context.expression());
  const safe = has(optional(context.QUESTIONDOT()));
  const call = optional(context.dotMethodCall());
  if (!call) {
    const id = required(context.anyId());
    return { kind: 'member', at: positionOf(id), target, name: textOf(id), safe };
  }
  const name = textOf(required(call.anyId()));
  return { kind: 'call', at: positionOf(call), target, name, safe, arguments: argumentsOf(call) };
}

function methodCall(context: MethodCallExpressionContext): Expression {
  const call = context.methodCall();
  const [first] = call.children ?? [];
  const name = required(first).getText();
  return {
    kind: 'call',
    at: positionOf(context),
    target: undefined,
    name,
    safe: false,
    arguments: argumentsOf(call)
  };
}

function argumentsOf(call: { expressionList(): ExpressionListContext }): readonly Expression[] {
  return expressionList(optional(call.expressionList()));
}

export function expressionList(list: ExpressionListContext | undefined): readonly Expression[] {
  return list?.expression_list().map(expression) ?? [];
}

function assign(context: AssignExpressionContext): Expression {
  return {
    kind: 'assign',
    at: positionOf(context),
    operator: required(context.children?.[1]).getText() as AssignOperator,
    target: expression(context.expression(0)),
    value: expression(context.expression(1))
  };
}

function step(context: PostOpExpressionContext): Expression {
  const operator = has(optional(context.INC())) ? '++' : '--';
  const operand = expression(context.expression());
  return { kind: 'step', at: positionOf(context), operator, prefix: false, operand };
}

function prefixed(context: PreOpExpressionContext): Expression {
  const at = positionOf(context);
  const operator = required(context.children?.[0]).getText();
  const operand = expression(context.expression());
  if (operator === '++' || operator === '--') {
    return { kind: 'step', at, operator, prefix: true, operand };
  }
  return { kind: 'unary', at, operator: operator === '-' ? '-' : '+', operand };
}

function negated(context: NegExpressionContext): Expression {
  const operator = has(optional(context.BANG())) ? '!' : '~';
  return {
    kind: 'unary',
    at: positionOf(context),
    operator,
    operand: expression(context.expression())
  };
}

function ternary(context: CondExpressionContext): Expression {
  return {
    kind: 'ternary',
    at: positionOf(context),
    condition: expression(context.expression(0)),
    whenTrue: expression(context.expression(1)),
    whenFalse: expression(context.expression(2))
  };
}

const converters = new Map<unknown, Converter>([
  ...binaries.map((type) => [type, binary as Converter] as const),
  entry(PrimaryExpressionContext, (context) => primary(context.primary())),
  entry(SubExpressionContext, (context) => expression(context.expression())),
  entry(DotExpressionContext, dot),
  entry(MethodCallExpressionContext, methodCall),
  entry(NewExpressionContext, (context) => creator(context.creator(), positionOf(context))),
  entry(AssignExpressionContext, assign),
  entry(PostOpExpressionContext, step),
  entry(PreOpExpressionContext, prefixed),
  entry(NegExpressionContext, negated),
  entry(CondExpressionContext, ternary),
  entry(ArrayExpressionContext, (context) => ({
    kind: 'index',
    at: positionOf(context),
    target: expression(context.expression(0)),
    index: expression(context.expression(1))
  })),
  entry(CastExpressionContext, (context) => ({
    kind: 'cast',
    at: positionOf(context),
    type: typeRef(context.typeRef()),
    operand: expression(context.expression())
  })),
  entry(InstanceOfExpressionContext, (context) => ({
    kind: 'instanceOf',
    at: positionOf(context),
    type: typeRef(context.typeRef()),
    operand: expression(context.expression())
  }))
]);

export function expression(context: ExpressionContext): Expression {
  const converter = converters.get(required(context).constructor);
  if (!converter) throw new IncompleteSyntax();
  return converter(context as never);
}
