import { splitTopLevel } from '../project/index.ts';
import type { ApexClass, ApexMethod, ApexVariable } from '../project/index.ts';

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

/** Declares `@salesforce/apex/Class.method` for every method of a class. */
export function declareApex(apexClass: ApexClass): string {
  return apexClass.methods.map((method) => declareMethod(method, apexClass)).join('\n');
}

function declareMethod(method: ApexMethod, apexClass: ApexClass): string {
  const kind = method.cacheable ? 'CacheableApexMethod' : 'ApexMethod';
  const parameters = method.parameters.map(
    ({ name, type }) => `${name}?: ${typeScriptType(type, apexClass)} | null | undefined`
  );
  const returnType = typeScriptType(method.returnType, apexClass);
  return [
    `declare module '@salesforce/apex/${method.className}.${method.name}' {`,
    ...[...apexClass.properties].map(([name, properties]) =>
      declareType(name, properties, apexClass)
    ),
    `  const method: ${kind}<{ ${parameters.join('; ')} }, ${returnType}>;`,
    '  export default method;',
    '}'
  ].join('\n');
}

function declareType(name: string, properties: readonly ApexVariable[], owner: ApexClass): string {
  const lines = properties.map(
    (property) => `    ${property.name}: ${typeScriptType(property.type, owner)};`
  );
  return [`  export interface ${name} {`, ...lines, '  }'].join('\n');
}

/** The TypeScript type of what JSON makes of an Apex type. */
export function typeScriptType(apexType: string, owner: ApexClass): string {
  const type = apexType.replace(/\s+/g, ' ').trim();
  if (type.endsWith('[]')) return `${typeScriptType(type.slice(0, -2), owner)}[]`;
  const [, generic, inner = ''] = /^(\w+)\s*<(.+)>$/.exec(type) ?? [];
  if (generic !== undefined) return genericType(generic, splitTopLevel(inner), owner);
  const local = type.replace(`${owner.name}.`, '');
  if (owner.properties.has(local)) return local;
  const simple = simpleTypes[type.toLowerCase()];
  if (simple !== undefined) return simple;
  return /^sobject$|__c$|^(account|contact|lead|opportunity|user|quote)$/i.test(type)
    ? 'ApexRecord'
    : 'unknown';
}

function genericType(generic: string, parameters: readonly string[], owner: ApexClass): string {
  const value = typeScriptType(parameters.at(-1) ?? 'Object', owner);
  if (generic.toLowerCase() === 'map') return `Record<string, ${value}>`;
  return /^(list|set)$/i.test(generic) ? `(${value})[]` : 'unknown';
}
