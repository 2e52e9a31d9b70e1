import type { AnnotationInfo, ClassInfo, FieldInfo, MethodInfo } from '../platform/index.ts';
import { getterName, setterName } from '../emit/index.ts';
import type { Annotation } from '../syntax/index.ts';
import type { FieldSymbol, MethodSymbol } from '../types/index.ts';
import type { LoadedClass } from './linkModules.ts';

/** What the org may know of a class of the project. */
export function classInfo(loaded: LoadedClass, isException: boolean): ClassInfo {
  const { symbol } = loaded;
  return {
    name: symbol.name,
    kind: symbol.kind,
    access: symbol.access === 'protected' ? 'private' : symbol.access,
    isAbstract: symbol.isAbstract,
    isVirtual: symbol.isVirtual,
    isTest: symbol.isTest,
    isException,
    sharing: symbol.sharing,
    superName: symbol.superType?.name,
    interfaces: symbol.interfaces.map(({ name }) => name),
    enumValues: symbol.enumValues,
    annotations: annotations(symbol.declaration.modifiers.annotations),
    fields: [...symbol.fields.values()].map((field) => fieldInfo(loaded, field)),
    methods: [...symbol.methods.values()].flat().map(methodInfo),
    constructors: symbol.constructors.map((one) => ({ parameters: parametersOf(one) })),
    path: symbol.path,
    line: symbol.declaration.at.line
  };
}

function annotations(list: readonly Annotation[]): readonly AnnotationInfo[] {
  return list.map(({ name, parameters }) => ({ name, parameters }));
}

function parametersOf({ parameters }: MethodSymbol): readonly { name: string; type: string }[] {
  return parameters.map(({ name, type }) => ({ name, type: type.name }));
}

function methodInfo(method: MethodSymbol): MethodInfo {
  return {
    name: method.name,
    returnType: method.returnType.name,
    parameters: parametersOf(method),
    isStatic: method.isStatic,
    access: method.access,
    annotations: annotations(method.annotations),
    line: method.at.line
  };
}

type Holder = Record<string, unknown>;

function fieldInfo({ type, statics }: LoadedClass, field: FieldSymbol): FieldInfo {
  const holder = (target: unknown): Holder => {
    if (!field.isStatic) return target as Holder;
    statics?.$init();
    return (field.hasGetter || field.hasSetter ? type : statics) as Holder;
  };
  const storage = (target: unknown): Holder => (field.isStatic ? statics : target) as Holder;
  return {
    name: field.name,
    type: field.type.name,
    isStatic: field.isStatic,
    isTransient: field.isTransient,
    isProperty: field.kind === 'property',
    access: field.access,
    annotations: annotations(field.annotations),
    get: (target) => {
      const object = holder(target);
      return field.hasGetter ? call(object, getterName(field), []) : storage(target)[field.js];
    },
    set: (target, value) => {
      const object = holder(target);
      if (field.hasSetter) call(object, setterName(field), [value]);
      else storage(target)[field.js] = value;
    }
  };
}

function call(object: Holder, name: string, given: readonly unknown[]): unknown {
  const method = object[name];
  if (typeof method !== 'function') throw new Error(`There is no method ${name}.`);
  return method.apply(object, given);
}
