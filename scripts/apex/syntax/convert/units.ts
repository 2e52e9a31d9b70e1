import type {
  AnonymousUnitContext,
  ApexParserRuleContext,
  CompilationUnitContext,
  FieldDeclarationContext,
  ModifierContext,
  StatementContext,
  TriggerCaseContext,
  TriggerUnitContext
} from '@apexdevtools/apex-parser';
import type {
  AnonymousUnit,
  ClassUnit,
  LocalVariables,
  Member,
  Statement,
  TriggerUnit
} from '../ast/index.ts';
import { endLineOf, positionOf } from '../position.ts';
import { optional, textOf } from './context.ts';
import { memberDeclaration, typeDeclaration } from './declarations.ts';
import { modifiers } from './modifiers.ts';
import { declarator, statement } from './statements.ts';
import { typeRef } from './types.ts';

export function classUnit(context: CompilationUnitContext): ClassUnit {
  return { kind: 'class', type: typeDeclaration(context.typeDeclaration()) };
}

export function triggerUnit(context: TriggerUnitContext): TriggerUnit {
  const items = context
    .triggerBlock()
    .triggerBlockMember_list()
    .map((member) => item(member, optional(member.triggerMemberDeclaration())));
  return {
    kind: 'trigger',
    at: positionOf(context),
    name: textOf(context.id(0)),
    object: textOf(context.id(1)),
    objectAt: positionOf(context.id(1)),
    events: context.triggerCase_list().map(triggerEvent),
    ...split(items),
    endLine: endLineOf(context)
  };
}

function triggerEvent(context: TriggerCaseContext): string {
  return (context.children ?? []).map((child) => child.getText().toLowerCase()).join(' ');
}

export function anonymousUnit(context: AnonymousUnitContext): AnonymousUnit {
  const items = context
    .anonymousBlock()
    .anonymousBlockMember_list()
    .map((member) => item(member, optional(member.anonymousMemberDeclaration())));
  return {
    kind: 'anonymous',
    at: positionOf(context),
    ...split(items),
    endLine: endLineOf(context)
  };
}

interface Item {
  readonly members: readonly Member[];
  readonly body: readonly Statement[];
}

interface BlockMember extends ApexParserRuleContext {
  statement(): StatementContext;
  modifier_list(): ModifierContext[];
}

type Declaration = Parameters<typeof memberDeclaration>[0];

/** The grammar takes a variable at the top of a block for a field: it is a local variable. */
function item(context: BlockMember, declaration: Declaration | undefined): Item {
  if (!declaration) return { members: [], body: [statement(context.statement())] };
  const own = context.modifier_list();
  const field = optional(declaration.fieldDeclaration());
  if (field) return { members: [], body: [localVariables(field, own)] };
  return { members: memberDeclaration(declaration, modifiers(own)), body: [] };
}

function localVariables(
  context: FieldDeclarationContext,
  own: readonly ModifierContext[]
): LocalVariables {
  return {
    kind: 'locals',
    at: positionOf(context),
    modifiers: modifiers(own),
    type: typeRef(context.typeRef()),
    variables: context.variableDeclarators().variableDeclarator_list().map(declarator)
  };
}

function split(items: readonly Item[]): Item {
  return {
    members: items.flatMap(({ members }) => members),
    body: items.flatMap(({ body }) => body)
  };
}
