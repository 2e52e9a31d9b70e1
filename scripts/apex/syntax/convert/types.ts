import type { TypeListContext, TypeNameContext, TypeRefContext } from '@apexdevtools/apex-parser';
import type { TypeName, TypeNamePart } from '../ast/index.ts';
import { positionOf } from '../position.ts';
import { optional, required, textOf } from './context.ts';

export function typeRef(context: TypeRefContext): TypeName {
  return {
    at: positionOf(context),
    parts: context.typeName_list().map(typePart),
    arrays: optional(context.arraySubscripts())?.LBRACK_list().length ?? 0
  };
}

function typePart(context: TypeNameContext): TypeNamePart {
  const list = optional(context.typeArguments())?.typeList();
  return { name: partName(context), arguments: list ? typeList(list) : [] };
}

function partName(context: TypeNameContext): string {
  const id = optional(context.id());
  if (id) return textOf(id);
  const keyword = context.LIST() ?? context.SET() ?? context.MAP();
  return required(keyword).getText();
}

export function typeList(context: TypeListContext): readonly TypeName[] {
  return context.typeRef_list().map(typeRef);
}
