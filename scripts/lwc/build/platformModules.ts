import { localName, qualify } from '../project/index.ts';
import type { LwcProject } from '../project/index.ts';

/** The code of a module, or why the local org has no such module. */
export type PlatformModule =
  { readonly code: string } | { readonly problem: string; readonly action: string };

type Factory = (name: string, project: LwcProject) => PlatformModule;

const constant = (value: unknown): PlatformModule => ({
  code: `export default ${JSON.stringify(value)};`
});

const fromSession = (expression: string): PlatformModule => ({
  code: `const { session } = globalThis.localOrg; export default ${expression};`
});

const missing = (problem: string, action: string): PlatformModule => ({ problem, action });

/** `@salesforce/<prefix>/<name>`: the values come from the project and from the session. */
const factories: Readonly<Record<string, Factory>> = {
  apex: apexModule,
  label: labelModule,
  schema: schemaModule,
  user: userModule,
  i18n: i18nModule,
  client: (name) =>
    name === 'formFactor'
      ? { code: `export default matchMedia('(max-width: 767px)').matches ? 'Small' : 'Large';` }
      : missing(`@salesforce/client/${name} is not supported by the local org.`, 'Use formFactor.'),
  customPermission: permissionModule,
  userPermission: (name) =>
    fromSession(`session.userPermissions?.includes(${JSON.stringify(name)}) || undefined`),
  resourceUrl: (name, project) =>
    project.staticResources.has(name)
      ? constant(`/resource/${name}`)
      : missing(`There is no static resource ${name}.`, 'Create it or correct the import.'),
  messageChannel: (name, project) =>
    project.messageChannels.has(name.replace(/__c$/, ''))
      ? constant({ name })
      : missing(`There is no message channel ${name}.`, 'Create it or correct the import.'),
  gate: () => ({ code: 'export default { isOpen: () => false };' }),
  accessCheck: () => constant(true)
};

/**
 * The module behind an `@salesforce/...` import.
 * @returns undefined when the prefix is unknown
 */
export function platformModule(specifier: string, project: LwcProject): PlatformModule | undefined {
  if (specifier === '@salesforce/apex') {
    return { code: `export { getSObjectValue, refreshApex } from 'local/apex';` };
  }
  const [, prefix = '', name = ''] = /^@salesforce\/(\w+)\/(.+)$/.exec(specifier) ?? [];
  return factories[prefix]?.(name, project);
}

function apexModule(name: string, { apexClasses }: LwcProject): PlatformModule {
  const [className = '', methodName = ''] = name.split('.').slice(-2);
  const method = apexClasses.get(className)?.methods.find((one) => one.name === methodName);
  if (method === undefined) {
    return missing(
      `Unable to find Apex action method referenced as '${name}'.`,
      'Mark the static method @AuraEnabled, or correct the import.'
    );
  }
  const call = `apexMethod(${JSON.stringify(`${className}.${methodName}`)}, ${method.cacheable})`;
  return { code: `import { apexMethod } from 'local/apex'; export default ${call};` };
}

function labelModule(name: string, { labels }: LwcProject): PlatformModule {
  const text = labels.get(name.replace(/^\w+\./, ''));
  if (text !== undefined) return constant(text);
  return missing(`There is no custom label ${name}.`, 'Create it or correct the import.');
}

function schemaModule(name: string, project: LwcProject): PlatformModule {
  const { objects, namespace } = project;
  const [object = '', ...path] = name.split('.').map((part) => localName(part, namespace));
  if (!isKnown(object, path[0], objects.get(object))) {
    return missing(`There is no ${name} in this project.`, 'Create it or correct the import.');
  }
  const objectApiName = qualify(object, namespace);
  const fieldApiName = path.map((part) => qualify(part, namespace)).join('.');
  return constant(path.length === 0 ? { objectApiName } : { fieldApiName, objectApiName });
}

/** With and without the namespace it is the same permission. */
function permissionModule(name: string, project: LwcProject): PlatformModule {
  const local = localName(name, project.namespace);
  if (!project.customPermissions.has(local)) {
    return missing(`There is no custom permission ${name}.`, 'Create it or correct the import.');
  }
  const names = JSON.stringify([local, `${project.namespace ?? 'c'}__${local}`]);
  return fromSession(
    `session.customPermissions?.some((one) => ${names}.includes(one)) || undefined`
  );
}

/** Custom objects and fields must be the project's; standard ones are for the org to know. */
function isKnown(object: string, field = '', fields: readonly string[] | undefined): boolean {
  if (fields === undefined) return !object.endsWith('__c');
  return !field.endsWith('__c') || fields.includes(field);
}

function userModule(name: string): PlatformModule {
  if (name === 'Id') return fromSession('session.userId');
  if (name === 'isGuest') return constant(false);
  return missing(`@salesforce/user/${name} is not supported by the local org.`, 'Use Id.');
}

const i18nValues: Readonly<Record<string, string>> = {
  locale: 'session.locale',
  lang: 'session.locale',
  timeZone: 'session.timeZone',
  currency: 'session.currency'
};

const numberParts: Readonly<Record<string, string>> = {
  'number.decimalSeparator': 'decimal',
  'number.groupingSeparator': 'group'
};

/** Locale data that the base components bring for en-US stands for all others. */
function i18nModule(name: string): PlatformModule {
  const value = i18nValues[name];
  if (value !== undefined) return fromSession(value);
  const part = numberParts[name];
  if (part !== undefined) {
    return fromSession(
      `new Intl.NumberFormat(session.locale).formatToParts(-12345.6).find(({ type }) => type === '${part}')?.value`
    );
  }
  return { code: `export { default } from 'lbc:@salesforce/i18n/${name}';` };
}
