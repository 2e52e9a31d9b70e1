import type { LwcProject } from '../project/index.ts';
import { declareApex } from './apexTypes.ts';

/** Declares every `@salesforce/...` module that the project's metadata gives rise to. */
export function declareModules(project: LwcProject): string {
  const { apexClasses, labels, customPermissions, staticResources, messageChannels } = project;
  return [
    '// Generated from the project: do not edit.',
    declareApex(apexClasses),
    ...[...labels.keys()].map((name) => declareValue(`label/c.${name}`, 'string')),
    ...[...customPermissions].map((name) =>
      declareValue(`customPermission/${name}`, 'true | undefined')
    ),
    ...[...staticResources].map((name) => declareValue(`resourceUrl/${name}`, 'string')),
    ...[...messageChannels].map((name) =>
      declareValue(`messageChannel/${name}__c`, '{ readonly name: string }')
    ),
    declareSchema(),
    ''
  ].join('\n');
}

function declareValue(name: string, type: string): string {
  return `declare module '@salesforce/${name}' { const value: ${type}; export default value; }`;
}

/** One shape for all: whether a field exists is for the build to say, which names the line. */
function declareSchema(): string {
  return `declare module '@salesforce/schema/*' { const value: SchemaField; export default value; }`;
}
