import type { Accessor, Block, Expression, Member, TypeDeclaration } from '../syntax/index.ts';

/** A declaration without its code: what other classes can see of it, and what is kept of it in the cache. */
export function surfaceOf(type: TypeDeclaration): TypeDeclaration {
  return { ...type, members: type.members.map(memberSurface) };
}

function memberSurface(member: Member): Member {
  switch (member.kind) {
    case 'type':
      return { ...member, type: surfaceOf(member.type) };
    case 'field':
      return { ...member, value: valueSurface(member.value) };
    case 'property':
      return {
        ...member,
        getter: accessorSurface(member.getter),
        setter: accessorSurface(member.setter)
      };
    case 'method':
      return { ...member, body: member.body && emptied(member.body) };
    case 'constructor':
    case 'initializer':
      return { ...member, body: emptied(member.body) };
  }
}

function valueSurface(value: Expression | undefined): Expression | undefined {
  return value && { kind: 'literal', at: value.at, type: 'null', value: 'null' };
}

function accessorSurface(accessor: Accessor | undefined): Accessor | undefined {
  return accessor && { ...accessor, body: accessor.body && emptied(accessor.body) };
}

function emptied(block: Block): Block {
  return { ...block, statements: [] };
}
