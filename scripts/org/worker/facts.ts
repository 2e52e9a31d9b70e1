import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { externalCredentialFrom, namedCredentialFrom } from '../callouts/index.ts';
import type { ExternalCredential, NamedCredential } from '../callouts/index.ts';
import { flagOf, nodesOf, textOf } from '../metadata/index.ts';
import type { Component, Project, XmlNode } from '../metadata/index.ts';
import type { FieldSetFacts, OrgFacts } from '../runtime/index.ts';
import { apexClassId } from '../security/index.ts';

export interface FactsOptions {
  readonly project: Project;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly instanceUrl: string;
}

/** What Apex asks of the project and the org that are in no table. */
export function orgFacts({ project, ...org }: FactsOptions): OrgFacts {
  const bare = withoutNamespace(project);
  return {
    ...org,
    namespace: project.namespace,
    staticResource: (name) => {
      const component = find(project, 'StaticResource', bare(name));
      return component === undefined ? undefined : contentOf(project, component);
    },
    fieldSet: (object, name) => {
      const component = find(project, 'FieldSet', `${bare(object)}.${bare(name)}`);
      return component === undefined ? undefined : fieldSetFrom(component);
    },
    fieldSetNames: (object) => {
      const prefix = `${bare(object)}.`;
      const sets = project.components('FieldSet').map(({ fullName }) => fullName);
      return sets
        .filter((name) => name.startsWith(prefix))
        .map((name) => name.slice(prefix.length));
    },
    leadMappings: () => new Map(project.components('LeadConvertSettings').flatMap(mappingsIn)),
    apexClassId: (name) => {
      const [outer = ''] = bare(name).split('.');
      const component = find(project, 'ApexClass', outer);
      return component === undefined ? null : apexClassId(component.fullName, project.namespace);
    }
  };
}

/** Names with or without the project's own namespace mean the same. */
export function withoutNamespace({ namespace }: Project): (name: string) => string {
  if (namespace === undefined) return (name) => name;
  const prefix = new RegExp(`^${namespace}(__|\\.)`, 'i');
  return (name) => name.replace(prefix, '');
}

function find(project: Project, type: string, name: string): Component | undefined {
  const wanted = name.toLowerCase();
  return project.components(type).find(({ fullName }) => fullName.toLowerCase() === wanted);
}

function contentOf(project: Project, { content }: Component): Uint8Array | undefined {
  if (content === undefined) return undefined;
  const file = join(project.folder, content);
  return existsSync(file) ? new Uint8Array(readFileSync(file)) : undefined;
}

function fieldSetFrom({ fullName, xml }: Component): FieldSetFacts {
  const name = fullName.split('.').at(-1) ?? fullName;
  return {
    name,
    label: textOf(xml, 'label') ?? name,
    description: textOf(xml, 'description') ?? null,
    fields: nodesOf(xml, 'displayedFields').map((node: XmlNode) => ({
      path: textOf(node, 'field') ?? '',
      required: flagOf(node, 'isRequired')
    }))
  };
}

/** The project's callout settings. */
export interface CalloutMetadata {
  namedCredential(name: string): NamedCredential | undefined;
  externalCredential(name: string): ExternalCredential | undefined;
  readonly remoteSites: readonly string[];
  /** Names of the permission sets that open a principal. */
  permissionSetsFor(externalCredential: string, principal: string): readonly string[];
}

/** Reads named and external credentials, remote sites, and who may use which principal. */
export function calloutMetadata(project: Project): CalloutMetadata {
  const bare = withoutNamespace(project);
  const sites = project.components('RemoteSiteSetting');
  const active = sites.filter(({ xml }) => textOf(xml, 'isActive') !== 'false');
  return {
    namedCredential: (name) => {
      const component = find(project, 'NamedCredential', bare(name));
      return component && namedCredentialFrom(component.fullName, component.xml);
    },
    externalCredential: (name) => {
      const component = find(project, 'ExternalCredential', bare(name));
      return component && externalCredentialFrom(component.fullName, component.xml);
    },
    remoteSites: active.map(({ xml }) => textOf(xml, 'url') ?? ''),
    permissionSetsFor: (credential, principal) => {
      const wanted = `${bare(credential)}-${principal}`.toLowerCase();
      const sets = project.components('PermissionSet');
      return sets
        .filter(({ xml }) => principalsOf(xml).some((name) => bare(name).toLowerCase() === wanted))
        .map(({ fullName }) => fullName);
    }
  };
}

function principalsOf(xml: XmlNode): string[] {
  return nodesOf(xml, 'externalCredentialPrincipalAccesses')
    .filter((node) => textOf(node, 'enabled') !== 'false')
    .map((node) => textOf(node, 'externalCredentialPrincipal') ?? '');
}

/** https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_leadconvertsettings.htm */
function mappingsIn({ xml }: Component): [string, [string, string][]][] {
  return nodesOf(xml, 'objectMapping').map((mapping) => [
    textOf(mapping, 'outputObject') ?? '',
    nodesOf(mapping, 'mappingFields').map((pair) => [
      textOf(pair, 'inputField') ?? '',
      textOf(pair, 'outputField') ?? ''
    ])
  ]);
}
