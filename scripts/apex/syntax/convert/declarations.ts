import type {
  AnonymousMemberDeclarationContext,
  ClassBodyDeclarationContext,
  ClassDeclarationContext,
  EnumDeclarationContext,
  IdContext,
  InterfaceDeclarationContext,
  InterfaceMethodDeclarationContext,
  MemberDeclarationContext,
  TriggerMemberDeclarationContext,
  TypeDeclarationContext
} from '@apexdevtools/apex-parser';
import type { Member, MethodDeclaration, Modifiers, TypeDeclaration } from '../ast/index.ts';
import { endLineOf, positionOf } from '../position.ts';
import { has, IncompleteSyntax, optional, required, textOf } from './context.ts';
import { fields, method, parameters, property } from './members.ts';
import { modifiers } from './modifiers.ts';
import { block } from './statements.ts';
import { typeList, typeRef } from './types.ts';

type AnyMember =
  MemberDeclarationContext | TriggerMemberDeclarationContext | AnonymousMemberDeclarationContext;

type Declarations = Pick<
  TypeDeclarationContext,
  'classDeclaration' | 'interfaceDeclaration' | 'enumDeclaration'
>;

export function typeDeclaration(context: TypeDeclarationContext): TypeDeclaration {
  const type = declaredType(required(context), modifiers(context.modifier_list()));
  if (!type) throw new IncompleteSyntax();
  return type;
}

function declaredType(context: Declarations, own: Modifiers): TypeDeclaration | undefined {
  const classType = optional(context.classDeclaration());
  if (classType) return classDeclaration(classType, own);
  const interfaceType = optional(context.interfaceDeclaration());
  if (interfaceType) return interfaceDeclaration(interfaceType, own);
  const enumType = optional(context.enumDeclaration());
  return enumType ? enumDeclaration(enumType, own) : undefined;
}

function base(id: IdContext, own: Modifiers, endLine: number): Omit<TypeDeclaration, 'kind'> {
  return {
    at: positionOf(id),
    name: textOf(id),
    modifiers: own,
    superType: undefined,
    interfaces: [],
    members: [],
    enumValues: [],
    endLine
  };
}

function classDeclaration(context: ClassDeclarationContext, own: Modifiers): TypeDeclaration {
  const superType = optional(context.typeRef());
  const interfaces = optional(context.typeList());
  return {
    ...base(context.id(), own, endLineOf(context)),
    kind: 'class',
    superType: superType ? typeRef(superType) : undefined,
    interfaces: interfaces ? typeList(interfaces) : [],
    members: context.classBody().classBodyDeclaration_list().flatMap(classBodyMember)
  };
}

function interfaceDeclaration(
  context: InterfaceDeclarationContext,
  own: Modifiers
): TypeDeclaration {
  const interfaces = optional(context.typeList());
  const methods = context.interfaceBody().interfaceMethodDeclaration_list();
  return {
    ...base(context.id(), own, endLineOf(context)),
    kind: 'interface',
    interfaces: interfaces ? typeList(interfaces) : [],
    members: methods.map(interfaceMethod)
  };
}

function enumDeclaration(context: EnumDeclarationContext, own: Modifiers): TypeDeclaration {
  const values = optional(context.enumConstants())?.id_list() ?? [];
  return {
    ...base(context.id(), own, endLineOf(context)),
    kind: 'enum',
    enumValues: values.map((id) => ({ at: positionOf(id), name: textOf(id) }))
  };
}

function interfaceMethod(context: InterfaceMethodDeclarationContext): MethodDeclaration {
  const type = optional(context.typeRef());
  return {
    kind: 'method',
    at: positionOf(context.id()),
    modifiers: modifiers(context.modifier_list()),
    returnType: type ? typeRef(type) : undefined,
    name: textOf(context.id()),
    parameters: parameters(context.formalParameters()),
    body: undefined
  };
}

function classBodyMember(context: ClassBodyDeclarationContext): readonly Member[] {
  const body = optional(context.block());
  if (body) {
    const isStatic = has(optional(context.STATIC()));
    return [{ kind: 'initializer', at: positionOf(context), isStatic, body: block(body) }];
  }
  const declaration = optional(context.memberDeclaration());
  if (!declaration) return [];
  return memberDeclaration(declaration, modifiers(context.modifier_list()));
}

/** A member; a field declaration may make several. */
export function memberDeclaration(context: AnyMember, own: Modifiers): readonly Member[] {
  const methodContext = optional(context.methodDeclaration());
  if (methodContext) return [method(methodContext, own)];
  const fieldContext = optional(context.fieldDeclaration());
  if (fieldContext) return fields(fieldContext, own);
  const propertyContext = optional(context.propertyDeclaration());
  if (propertyContext) return [property(propertyContext, own)];
  const type = declaredType(context, own);
  if (type) return [{ kind: 'type', at: type.at, type }];
  return constructorDeclaration(context, own);
}

function constructorDeclaration(context: AnyMember, own: Modifiers): readonly Member[] {
  if (!('constructorDeclaration' in context)) throw new IncompleteSyntax();
  const found = optional(context.constructorDeclaration());
  if (!found) throw new IncompleteSyntax();
  return [
    {
      kind: 'constructor',
      at: positionOf(found),
      modifiers: own,
      name: textOf(found.qualifiedName()),
      parameters: parameters(found.formalParameters()),
      body: block(found.block())
    }
  ];
}
