import type { ClassSymbol, FieldSymbol, MethodSymbol } from '../../apex/types/index.ts';
import type { ReleaseFinding } from './releaseCheck.ts';

/** Global members by class, each member in one line; the line changes when its meaning for others does. */
export type GlobalSurface = Readonly<Record<string, readonly string[]>>;

/**
 * What other namespaces can see of the package's Apex. Once a version is released none of it may vanish or change:
 * https://developer.salesforce.com/docs/atlas.en-us.pkg2_dev.meta/pkg2_dev/packaging_packageable_components.htm
 */
export function globalSurface(classes: readonly ClassSymbol[]): GlobalSurface {
  const visible = classes.filter(({ access, isTest }) => access === 'global' && !isTest);
  return Object.fromEntries(visible.map((each) => [each.name, membersOf(each)]));
}

function membersOf(symbol: ClassSymbol): string[] {
  const isGlobal = ({ access }: { readonly access: string }): boolean =>
    access === 'global' || symbol.kind === 'interface';
  const fields = [...symbol.fields.values()].filter(isGlobal).map(describeField);
  const methods = [...symbol.methods.values()].flat().filter(isGlobal).map(describeMethod);
  const constructors = symbol.constructors.filter(isGlobal).map(describeConstructor);
  const values = symbol.enumValues.map((value) => `value ${value}`);
  return [describeClass(symbol), ...[...values, ...fields, ...constructors, ...methods].sort()];
}

function describeClass(symbol: ClassSymbol): string {
  const { kind, isAbstract, isVirtual, superType, interfaces } = symbol;
  return words([
    kind === 'class' && isAbstract && 'abstract',
    kind === 'class' && isVirtual && 'virtual',
    kind,
    superType !== undefined && `extends ${superType.name}`,
    interfaces.length > 0 && `implements ${interfaces.map(({ name }) => name).join(', ')}`
  ]);
}

function describeField(field: FieldSymbol): string {
  return words([
    ...annotationsOf(field),
    field.isStatic && 'static',
    `${field.type.name} ${field.name}`,
    !field.writable && '(read only)'
  ]);
}

function describeMethod(method: MethodSymbol): string {
  const { name, returnType, isStatic, isAbstract, isVirtual } = method;
  return words([
    ...annotationsOf(method),
    isStatic && 'static',
    isAbstract && 'abstract',
    isVirtual && 'virtual',
    `${returnType.name} ${name}(${parametersOf(method)})`
  ]);
}

function describeConstructor(constructor: MethodSymbol): string {
  return `new(${parametersOf(constructor)})`;
}

function parametersOf({ parameters }: MethodSymbol): string {
  return parameters.map(({ type }) => type.name).join(', ');
}

/** A Flow input that becomes required breaks every Flow that leaves it empty. */
function annotationsOf({ annotations }: FieldSymbol | MethodSymbol): string[] {
  return annotations.map(({ name, parameters }) =>
    parameters.get('required') === true ? `@${name}(required)` : `@${name}`
  );
}

function words(parts: readonly (string | false)[]): string {
  return parts.filter((part) => part !== false).join(' ');
}

/** Where a class is declared now. */
type PlaceOf = (className: string) => { readonly file: string; readonly line: number } | undefined;

/** What was released and is gone or different now, and what implementers of a global interface would lack. */
export function brokenPromises(
  released: GlobalSurface,
  current: GlobalSurface,
  { placeOf, snapshotFile }: { readonly placeOf: PlaceOf; readonly snapshotFile: string }
): ReleaseFinding[] {
  return Object.entries(released).flatMap(([name, members]) => {
    const place = placeOf(name) ?? { file: snapshotFile, line: 1 };
    const now = current[name];
    if (now === undefined)
      return [{ ...place, message: `Global ${name} was released and is gone.` }];
    const gone = members
      .filter((member) => !now.includes(member))
      .map((member) => `${name}: "${member}" was released and is gone or changed.`);
    return [...gone, ...additionsThatBreak(name, members, now)].map((message) => ({
      ...place,
      message
    }));
  });
}

function additionsThatBreak(
  name: string,
  released: readonly string[],
  now: readonly string[]
): string[] {
  const isContract = released[0]?.startsWith('interface') === true;
  return now
    .filter((member) => !released.includes(member))
    .filter((member) => isContract || member.includes('(required)') || / abstract /.test(member))
    .map((member) => `${name}: "${member}" is new, and what others built on the class lacks it.`);
}
