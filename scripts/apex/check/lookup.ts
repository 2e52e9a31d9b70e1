import { isNative, nativeSupers } from '../types/index.ts';
import type {
  ApexType,
  ClassSymbol,
  FieldSymbol,
  MethodSymbol,
  NativeMethod,
  NativeProperty,
  NativeUse,
  TypeTable
} from '../types/index.ts';

/** A field of the class or of its super classes. */
export function findField(symbol: ClassSymbol, name: string): FieldSymbol | undefined {
  const key = name.toLowerCase();
  for (const one of lineage(symbol)) {
    const field = one.fields.get(key);
    if (field) return field;
  }
  return undefined;
}

/** The class and its super classes of the project, nearest first. */
export function lineage(symbol: ClassSymbol): readonly ClassSymbol[] {
  const chain: ClassSymbol[] = [];
  let current: ClassSymbol | undefined = symbol;
  while (current && !chain.includes(current)) {
    chain.push(current);
    current = current.superType?.kind === 'class' ? current.superType.symbol : undefined;
  }
  return chain;
}

/** All overloads of that name, those that are overridden left out; interfaces' methods too. */
export function findMethods(symbol: ClassSymbol, name: string): readonly MethodSymbol[] {
  const key = name.toLowerCase();
  const found: MethodSymbol[] = [];
  for (const one of allClasses(symbol)) {
    for (const method of one.methods.get(key) ?? []) {
      if (!found.some(({ js }) => js === method.js)) found.push(method);
    }
  }
  return found;
}

function allClasses(symbol: ClassSymbol): readonly ClassSymbol[] {
  const seen = new Set<ClassSymbol>();
  const visit = (one: ClassSymbol): void => {
    if (seen.has(one)) return;
    seen.add(one);
    for (const parent of one.superType ? [one.superType, ...one.interfaces] : one.interfaces) {
      if (parent.kind === 'class') visit(parent.symbol);
    }
  };
  for (const one of lineage(symbol)) seen.add(one);
  for (const one of lineage(symbol)) {
    seen.delete(one);
    visit(one);
  }
  return [...lineage(symbol), ...[...seen].filter((one) => !lineage(symbol).includes(one))];
}

/** Platform types above a class: `Exception`, `Database.Batchable`. */
export function nativeParents(symbol: ClassSymbol): readonly NativeUse[] {
  return allClasses(symbol).flatMap((one) =>
    [one.superType, ...one.interfaces].filter((type) => type?.kind === 'native')
  );
}

export interface NativeCandidate {
  readonly owner: NativeUse;
  readonly method: NativeMethod;
}

/** Methods of a platform type by name, of what it extends too. */
export function findNativeMethods(
  table: TypeTable,
  type: NativeUse,
  name: string
): readonly NativeCandidate[] {
  const own = type.definition.members().methods.get(name.toLowerCase()) ?? [];
  const inherited = nativeSupers(table, type).flatMap((parent) =>
    parent.kind === 'native' ? findNativeMethods(table, parent, name) : []
  );
  const objects =
    isNative(type, 'Object') || inherited.length > 0 ? [] : commonMethods(table, type, name);
  return [...own.map((method) => ({ owner: type, method })), ...inherited, ...objects];
}

/** What every value has, and every enum value. */
function commonMethods(
  table: TypeTable,
  type: NativeUse,
  name: string
): readonly NativeCandidate[] {
  const isEnum = type.definition.kind === 'enum';
  const ofEnum = isEnum ? instanceMethods(table.native('Enum'), name) : [];
  return [...ofEnum, ...instanceMethods(table.native('Object'), name)];
}

function instanceMethods(owner: NativeUse, name: string): readonly NativeCandidate[] {
  const found = owner.definition.members().methods.get(name.toLowerCase()) ?? [];
  return found.filter(({ isStatic }) => !isStatic).map((method) => ({ owner, method }));
}

export interface NativePropertyFound {
  readonly property: NativeProperty;
  readonly type: ApexType;
}

export function findNativeProperty(
  table: TypeTable,
  type: NativeUse,
  name: string
): NativePropertyFound | undefined {
  const property = type.definition.members().properties.get(name.toLowerCase());
  if (property) return { property, type: table.substitute(property.type, type) };
  for (const parent of nativeSupers(table, type)) {
    const found = parent.kind === 'native' ? findNativeProperty(table, parent, name) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** `void Owner.method(Integer)` */
export function describeOwned(method: MethodSymbol): string {
  const types = method.parameters.map(({ type }) => type.name).join(', ');
  return `${method.returnType.name} ${method.owner.name}.${method.name}(${types})`;
}
