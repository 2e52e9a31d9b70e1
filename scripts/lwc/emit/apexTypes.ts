import { splitTopLevel } from '../project/index.ts';
import type { ApexClass, ApexMethod, ApexVariable } from '../project/index.ts';

type ApexClasses = ReadonlyMap<string, ApexClass>;

const simpleTypes: Readonly<Record<string, string>> = {
  blob: 'string',
  boolean: 'boolean',
  date: 'string',
  datetime: 'string',
  decimal: 'number',
  double: 'number',
  id: 'string',
  integer: 'number',
  long: 'number',
  object: 'unknown',
  string: 'string',
  time: 'string',
  void: 'null'
};

/** Declares `@salesforce/apex/Class.method` for every method, and `Apex.Class` for what they return. */
export function declareApex(classes: ApexClasses): string {
  const all = [...classes.values()];
  return [
    'declare namespace Apex {',
    ...all.flatMap((apexClass) => declareClass(apexClass, classes)),
    '}',
    ...all.flatMap(({ methods }) => methods.map((method) => declareMethod(method, classes)))
  ].join('\n');
}

/** The class and its inner classes, as far as they have properties. */
function declareClass({ name, properties }: ApexClass, classes: ApexClasses): string[] {
  const write = ([type, members]: [string, readonly ApexVariable[]]): string =>
    `interface ${type} { ${members.map((member) => `${member.name}: ${typeScriptType(member.type, name, classes)};`).join(' ')} }`;
  const own = [...properties].filter(([type]) => type === name).map(write);
  const inner = [...properties].filter(([type]) => type !== name).map(write);
  return inner.length === 0 ? own : [...own, `namespace ${name} { ${inner.join(' ')} }`];
}

function declareMethod(method: ApexMethod, classes: ApexClasses): string {
  const { className, name, cacheable } = method;
  const parameters = method.parameters.map((parameter) => {
    const type = typeScriptType(parameter.type, className, classes);
    const given = type.endsWith('[]') ? `readonly ${type}` : type;
    return `${parameter.name}?: ${given} | null | undefined`;
  });
  const result = typeScriptType(method.returnType, className, classes);
  return [
    `declare module '@salesforce/apex/${className}.${name}' {`,
    `  const method: ${cacheable ? 'CacheableApexMethod' : 'ApexMethod'}<{ ${parameters.join('; ')} }, ${result}>;`,
    '  export default method;',
    '}'
  ].join('\n');
}

/**
 * The TypeScript type of what JSON makes of an Apex type.
 * @param owner the class in which the type is written
 */
export function typeScriptType(apexType: string, owner: string, classes: ApexClasses): string {
  const type = apexType.replace(/\s+/g, ' ').trim();
  const convert = (inner: string): string => typeScriptType(inner, owner, classes);
  if (type.endsWith('[]')) return `${convert(type.slice(0, -2))}[]`;
  const [, generic = '', parameters = ''] = /^(\w+) ?<(.+)>$/.exec(type) ?? [];
  if (generic !== '')
    return collectionType(generic, convert(splitTopLevel(parameters).at(-1) ?? ''));
  return classType(type, owner, classes) ?? plainType(type);
}

function collectionType(generic: string, element: string): string {
  return generic.toLowerCase() === 'map' ? `Record<string, ${element}>` : `${element}[]`;
}

function classType(type: string, owner: string, classes: ApexClasses): string | undefined {
  const candidates = [type.includes('.') ? type : `${owner}.${type}`, `${type}.${type}`];
  const found = candidates.find((candidate) => {
    const [className = '', inner = ''] = candidate.split('.');
    return classes.get(className)?.properties.has(inner);
  });
  if (found === undefined) return undefined;
  const [className, inner] = found.split('.');
  return className === inner ? `Apex.${className}` : `Apex.${found}`;
}

function plainType(type: string): string {
  const simple = simpleTypes[type.toLowerCase()];
  if (simple !== undefined) return simple;
  return /^sobject$|__c$|^(account|contact|lead|opportunity|user|quote)$/i.test(type)
    ? 'ApexRecord'
    : 'unknown';
}
