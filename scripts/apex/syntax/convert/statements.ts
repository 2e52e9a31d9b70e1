import {
  BreakStatementContext,
  BlockContext,
  ContinueStatementContext,
  DoWhileStatementContext,
  ExpressionStatementContext,
  ForStatementContext,
  IfStatementContext,
  LocalVariableDeclarationStatementContext,
  ReturnStatementContext,
  RunAsStatementContext,
  SwitchStatementContext,
  ThrowStatementContext,
  TryStatementContext,
  WhileStatementContext
} from '@apexdevtools/apex-parser';
import type {
  ApexParserRuleContext,
  LocalVariableDeclarationContext,
  StatementContext,
  VariableDeclaratorContext
} from '@apexdevtools/apex-parser';
import type { Block, LocalVariables, Statement, VariableDeclarator } from '../ast/index.ts';
import { endLineOf, positionOf } from '../position.ts';
import { IncompleteSyntax, optional, required, textOf } from './context.ts';
import { dml } from './dml.ts';
import { expression, expressionList } from './expressions.ts';
import { forStatement } from './loops.ts';
import { modifiers } from './modifiers.ts';
import { switchStatement } from './switch.ts';
import { tryStatement } from './try.ts';
import { typeRef } from './types.ts';

type Converter = (context: never) => Statement;
type ContextClass<T> = new (...parameters: never[]) => T;

function entry<T extends ApexParserRuleContext>(
  type: ContextClass<T>,
  convert: (context: T) => Statement
): readonly [unknown, Converter] {
  return [type, convert];
}

export function block(context: BlockContext): Block {
  return {
    kind: 'block',
    at: positionOf(context),
    statements: context.statement_list().map(statement),
    endLine: endLineOf(context)
  };
}

export function localVariables(context: LocalVariableDeclarationContext): LocalVariables {
  return {
    kind: 'locals',
    at: positionOf(context),
    modifiers: modifiers(context.modifier_list()),
    type: typeRef(context.typeRef()),
    variables: context.variableDeclarators().variableDeclarator_list().map(declarator)
  };
}

export function declarator(context: VariableDeclaratorContext): VariableDeclarator {
  const value = optional(context.expression());
  return {
    at: positionOf(context),
    name: textOf(context.id()),
    value: value ? expression(value) : undefined
  };
}

function ifStatement(context: IfStatementContext): Statement {
  const otherwise = optional(context.statement(1));
  return {
    kind: 'if',
    at: positionOf(context),
    condition: expression(context.parExpression().expression()),
    whenTrue: statement(context.statement(0)),
    whenFalse: otherwise ? statement(otherwise) : undefined
  };
}

function returnStatement(context: ReturnStatementContext): Statement {
  const value = optional(context.expression());
  return { kind: 'return', at: positionOf(context), value: value ? expression(value) : undefined };
}

function whileStatement(context: WhileStatementContext): Statement {
  const body = optional(context.statement());
  return {
    kind: 'while',
    at: positionOf(context),
    condition: expression(context.parExpression().expression()),
    body: body ? statement(body) : undefined
  };
}

const converters = new Map<unknown, Converter>([
  entry(BlockContext, block),
  entry(IfStatementContext, ifStatement),
  entry(SwitchStatementContext, switchStatement),
  entry(ForStatementContext, forStatement),
  entry(WhileStatementContext, whileStatement),
  entry(DoWhileStatementContext, (context) => ({
    kind: 'doWhile',
    at: positionOf(context),
    condition: expression(context.parExpression().expression()),
    body: block(context.block())
  })),
  entry(TryStatementContext, tryStatement),
  entry(ReturnStatementContext, returnStatement),
  entry(ThrowStatementContext, (context) => ({
    kind: 'throw',
    at: positionOf(context),
    value: expression(context.expression())
  })),
  entry(BreakStatementContext, (context) => ({ kind: 'break', at: positionOf(context) })),
  entry(ContinueStatementContext, (context) => ({ kind: 'continue', at: positionOf(context) })),
  entry(RunAsStatementContext, (context) => ({
    kind: 'runAs',
    at: positionOf(context),
    arguments: expressionList(optional(context.expressionList())),
    body: block(context.block())
  })),
  entry(LocalVariableDeclarationStatementContext, (context) =>
    localVariables(context.localVariableDeclaration())
  ),
  entry(ExpressionStatementContext, (context) => ({
    kind: 'expression',
    at: positionOf(context),
    expression: expression(context.expression())
  }))
]);

export function statement(context: StatementContext): Statement {
  const [child] = required(context).children ?? [];
  if (child === undefined) throw new IncompleteSyntax();
  const converter = converters.get(child.constructor);
  return converter ? converter(child as never) : dml(context);
}
