import type { Member, TypeDeclaration } from '../../syntax/index.ts';
import { voidType } from '../../types/index.ts';
import type { ClassSymbol, FieldSymbol, MethodSymbol } from '../../types/index.ts';
import type { BoundAccessor, BoundClass, BoundInitializer, BoundMethod } from '../bound.ts';
import { nested } from '../checker.ts';
import type { Checker } from '../checker.ts';
import { assignable } from '../convert.ts';
import { check } from '../expressions/check.ts';
import { checkBlock } from '../statements/check.ts';
import { accessors } from './accessors.ts';
import { annotationRules } from './annotations.ts';
import { inheritanceRules } from './inheritance.ts';
import { checkMethod } from './methods.ts';
import { modifierRules } from './modifiers.ts';

/** Checks one class with all that is in it. `declaration` has the code that the symbol's own lacks. */
export function checkClass(
  checker: Checker,
  symbol: ClassSymbol,
  declaration: TypeDeclaration
): BoundClass {
  const inside: Checker = { ...checker, symbol };
  inheritanceRules(inside, declaration);
  modifierRules(inside, declaration);
  annotationRules(inside, declaration);
  const parts = declaration.members.map((member, index) => checkMember(inside, member, index));
  return {
    symbol,
    initializers: parts.flatMap((part) => part.initializers ?? []),
    accessors: parts.flatMap((part) => part.accessors ?? []),
    methods: parts.flatMap((part) => part.methods ?? []),
    constructors: parts.flatMap((part) => part.constructors ?? []),
    inner: parts.flatMap((part) => part.inner ?? [])
  };
}

interface Parts {
  readonly initializers?: readonly BoundInitializer[];
  readonly accessors?: readonly BoundAccessor[];
  readonly methods?: readonly BoundMethod[];
  readonly constructors?: readonly BoundMethod[];
  readonly inner?: readonly BoundClass[];
}

function checkMember(checker: Checker, member: Member, index: number): Parts {
  switch (member.kind) {
    case 'field':
      return { initializers: fieldInitializer(checker, member, index) };
    case 'property': {
      const field = fieldAt(checker.symbol, index);
      if (!field) return {};
      return { initializers: [plainField(field)], accessors: accessors(checker, member, field) };
    }
    case 'method': {
      const method = methodAt(checker.symbol, index);
      return method ? { methods: [checkMethod(checker, member, method)] } : {};
    }
    case 'constructor': {
      const method = checker.symbol.constructors.find((one) => one.index === index);
      return method ? { constructors: [checkMethod(checker, member, method)] } : {};
    }
    case 'initializer':
      return { initializers: [blockInitializer(checker, member)] };
    case 'type': {
      const inner = checker.symbol.inner.get(member.type.name.toLowerCase());
      return inner ? { inner: [checkClass(checker, inner, member.type)] } : {};
    }
  }
}

function fieldAt(symbol: ClassSymbol, index: number): FieldSymbol | undefined {
  return [...symbol.fields.values()].find((field) => field.index === index);
}

function methodAt(symbol: ClassSymbol, index: number): MethodSymbol | undefined {
  return [...symbol.methods.values()].flat().find((method) => method.index === index);
}

function plainField(symbol: FieldSymbol): BoundInitializer {
  return { kind: 'field', isStatic: symbol.isStatic, field: { symbol, value: undefined } };
}

function fieldInitializer(
  checker: Checker,
  member: Member & { kind: 'field' },
  index: number
): readonly BoundInitializer[] {
  const symbol = fieldAt(checker.symbol, index);
  if (!symbol) return [];
  if (!member.value) return [plainField(symbol)];
  const inside = nested(checker, {
    isStatic: symbol.isStatic,
    isInitializer: true,
    initialized: symbol
  });
  const value = check(inside, member.value);
  const converted = assignable(inside, value, { type: symbol.type, at: member.at });
  return [{ kind: 'field', isStatic: symbol.isStatic, field: { symbol, value: converted } }];
}

function blockInitializer(
  checker: Checker,
  { isStatic, body }: Member & { kind: 'initializer' }
): BoundInitializer {
  const inside = nested(checker, { isStatic, isInitializer: true, returnType: voidType });
  return { kind: 'block', isStatic, body: checkBlock(inside, body) };
}
