import type { ObjectDefinition, SchemaPort } from '../platform/index.ts';
import type { ClassSymbol } from './symbols.ts';
import type { NativeCatalogue } from './native/catalogue.ts';
import type { NativeDefinition } from './native/definition.ts';
import type { TypeText } from './native/typeText.ts';
import { unknownType, voidType } from './type.ts';
import type { ApexType, ClassType, NativeUse, RecordType } from './type.ts';

/** Makes types, each one once. */
export interface TypeTable {
  readonly catalogue: NativeCatalogue;
  readonly schema: SchemaPort;
  /** A platform type by its base name; unknown to the tables: an error of ours. */
  native(name: string, ...typeArguments: readonly ApexType[]): NativeUse;
  use(definition: NativeDefinition, typeArguments: readonly ApexType[]): NativeUse;
  ofClass(symbol: ClassSymbol): ClassType;
  ofObject(object: ObjectDefinition): RecordType;
  list(element: ApexType): NativeUse;
  /** A type of a table's signature, with the owner's type arguments in place of its parameters. */
  substitute(text: TypeText, owner: NativeUse | undefined): ApexType;
}

export function createTypeTable(catalogue: NativeCatalogue, schema: SchemaPort): TypeTable {
  const natives = new Map<string, NativeUse>();
  const classes = new Map<ClassSymbol, ClassType>();
  const objects = new Map<string, RecordType>();

  const use: TypeTable['use'] = (definition, typeArguments) => {
    const name = nameOfUse(definition, typeArguments);
    return remember(natives, name, () => ({
      kind: 'native',
      name,
      definition,
      arguments: typeArguments
    }));
  };
  const table: TypeTable = {
    catalogue,
    schema,
    use,
    native(name, ...typeArguments) {
      const definition = catalogue.find(name);
      if (!definition) throw new Error(`The library has no type ${name}.`);
      return use(definition, typeArguments);
    },
    ofClass: (symbol) =>
      remember(classes, symbol, () => ({ kind: 'class', name: symbol.name, symbol })),
    ofObject: (object) =>
      remember(objects, object.name, () => ({ kind: 'sobject', name: object.name, object })),
    list: (element) => table.native('List', element),
    substitute: (text, owner) => substitute(table, text, owner)
  };
  return table;
}

function nameOfUse(definition: NativeDefinition, typeArguments: readonly ApexType[]): string {
  if (typeArguments.length === 0) return definition.name;
  return `${definition.name}<${typeArguments.map(({ name }) => name).join(', ')}>`;
}

function remember<K, V>(known: Map<K, V>, key: K, create: () => V): V {
  const found = known.get(key);
  if (found !== undefined) return found;
  const created = create();
  known.set(key, created);
  return created;
}

function substitute(table: TypeTable, text: TypeText, owner: NativeUse | undefined): ApexType {
  if (text.name === 'void') return voidType;
  const position = owner?.definition.parameters.indexOf(text.name) ?? -1;
  if (position >= 0) return owner?.arguments[position] ?? unknownType;
  const definition = table.catalogue.find(text.name);
  if (!definition) return fromSchema(table, text.name);
  const given = text.arguments.map((argument) => substitute(table, argument, owner));
  const missing = definition.parameters.slice(given.length).map(() => table.native('Object'));
  return table.use(definition, [...given, ...missing]);
}

function fromSchema(table: TypeTable, name: string): ApexType {
  const object = table.schema.object(name);
  return object ? table.ofObject(object) : unknownType;
}
