import type {
  FormalParameterContext,
  FormalParametersContext,
  FieldDeclarationContext,
  MethodDeclarationContext,
  PropertyBlockContext,
  PropertyDeclarationContext
} from '@apexdevtools/apex-parser';
import type {
  Accessor,
  Member,
  MethodDeclaration,
  Modifiers,
  Parameter,
  PropertyDeclaration
} from '../ast/index.ts';
import { positionOf } from '../position.ts';
import { optional, textOf } from './context.ts';
import { modifiers } from './modifiers.ts';
import { block, declarator } from './statements.ts';
import { typeRef } from './types.ts';

export function parameters(context: FormalParametersContext): readonly Parameter[] {
  return optional(context.formalParameterList())?.formalParameter_list().map(parameter) ?? [];
}

function parameter(context: FormalParameterContext): Parameter {
  return {
    at: positionOf(context),
    type: typeRef(context.typeRef()),
    name: textOf(context.id()),
    isFinal: modifiers(context.modifier_list()).words.has('final')
  };
}

export function method(context: MethodDeclarationContext, own: Modifiers): MethodDeclaration {
  const type = optional(context.typeRef());
  const body = optional(context.block());
  return {
    kind: 'method',
    at: positionOf(context.id()),
    modifiers: own,
    returnType: type ? typeRef(type) : undefined,
    name: textOf(context.id()),
    parameters: parameters(context.formalParameters()),
    body: body ? block(body) : undefined
  };
}

export function fields(context: FieldDeclarationContext, own: Modifiers): readonly Member[] {
  const type = typeRef(context.typeRef());
  return context
    .variableDeclarators()
    .variableDeclarator_list()
    .map((one) => ({ kind: 'field', modifiers: own, type, ...declarator(one) }));
}

export function property(context: PropertyDeclarationContext, own: Modifiers): PropertyDeclaration {
  const blocks = context.propertyBlock_list();
  return {
    kind: 'property',
    at: positionOf(context.id()),
    modifiers: own,
    type: typeRef(context.typeRef()),
    name: textOf(context.id()),
    getter: blocks.map((one) => accessor(one, 'getter')).find((one) => one !== undefined),
    setter: blocks.map((one) => accessor(one, 'setter')).find((one) => one !== undefined)
  };
}

function accessor(context: PropertyBlockContext, which: 'getter' | 'setter'): Accessor | undefined {
  const found = which === 'getter' ? optional(context.getter()) : optional(context.setter());
  if (!found) return undefined;
  const body = optional(found.block());
  return {
    at: positionOf(found),
    modifiers: modifiers(context.modifier_list()),
    body: body ? block(body) : undefined
  };
}
