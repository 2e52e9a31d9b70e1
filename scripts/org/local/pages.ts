import type { SchemaPort } from '../../apex/index.ts';
import { nodeOf, nodesOf, textOf, textsOf } from '../metadata/index.ts';
import type { Component, Project, XmlNode } from '../metadata/index.ts';
import type { Json } from '../rest/index.ts';

interface PageSource {
  readonly project: Project;
  readonly schema: SchemaPort;
}

/** Apps, tabs and Lightning pages of the project, as the page host draws them. */
export function describePages(source: PageSource): Record<string, Json> {
  const { project } = source;
  const pages = project.components('FlexiPage');
  return {
    apps: project.components('CustomApplication').map((app) => describeApp(source, app)),
    objectTabs: describeObjectTabs(source),
    flexiPages: Object.fromEntries(
      pages.map(({ fullName, xml }) => [fullName, describeFlexiPage(source, xml)])
    ),
    recordPages: Object.fromEntries(recordPages(source, pages)),
    homePage: pages.find(({ xml }) => textOf(xml, 'type') === 'HomePage')?.fullName ?? null
  };
}

function describeApp(source: PageSource, { fullName, xml }: Component): Record<string, Json> {
  return {
    developerName: fullName,
    label: textOf(xml, 'label') ?? fullName,
    description: textOf(xml, 'description') ?? null,
    navItems: textsOf(xml, 'tabs').map((tab) => describeTab(source, tab))
  };
}

/** Tabs of objects, whether an app shows them or not: they give objects their icon and make them searchable. */
function describeObjectTabs(source: PageSource): Json[] {
  return source.project
    .components('CustomTab')
    .map(({ fullName }) => describeTab(source, fullName))
    .filter(({ type }) => type === 'object');
}

/** Standard tabs that are no object's. */
const standardTabs: Readonly<Record<string, string>> = { 'standard-home': 'Home' };

function describeTab(source: PageSource, name: string): Record<string, Json> {
  const object = source.schema.object(name.replace(/^standard-/, ''));
  const xml = source.project.component('CustomTab', name)?.xml ?? {};
  if (object !== undefined) {
    const target = { type: 'object', developerName: name, objectApiName: object.name };
    return { ...target, label: object.pluralLabel, iconName: tabIcon(xml), component: null };
  }
  const label = textOf(xml, 'label') ?? standardTabs[name] ?? name;
  const shown = { developerName: name, objectApiName: null, label, iconName: tabIcon(xml) };
  return { ...shown, ...tabContent(xml) };
}

function tabContent(xml: XmlNode): Record<string, Json> {
  const page = textOf(xml, 'flexiPage');
  if (page !== undefined) return { type: 'flexiPage', component: page };
  return { type: 'lwc', component: textOf(xml, 'lwcComponent') ?? null };
}

/** `Custom57: Building Block` names icon 57 of the custom set. */
function tabIcon(xml: XmlNode): string | null {
  const match = /^Custom(\d+)/.exec(textOf(xml, 'motif') ?? '');
  return match === null ? null : `custom:custom${match[1] ?? ''}`;
}

function describeFlexiPage({ schema }: PageSource, xml: XmlNode): Record<string, Json> {
  const object = textOf(xml, 'sobjectType');
  return {
    type: textOf(xml, 'type') ?? 'AppPage',
    sobjectType: object === undefined ? null : (schema.object(object)?.name ?? object),
    template: textOf(nodeOf(xml, 'template') ?? {}, 'name') ?? '',
    regions: nodesOf(xml, 'flexiPageRegions').map((region) => ({
      name: textOf(region, 'name') ?? '',
      components: nodesOf(region, 'itemInstances').flatMap(describeInstance)
    }))
  };
}

function describeInstance(item: XmlNode): Json[] {
  const instance = nodeOf(item, 'componentInstance');
  if (instance === undefined) return [];
  const properties = nodesOf(instance, 'componentInstanceProperties').map((property) => [
    textOf(property, 'name') ?? '',
    textOf(property, 'value') ?? ''
  ]);
  return [
    {
      name: textOf(instance, 'componentName') ?? '',
      properties: Object.fromEntries(properties) as Record<string, string>
    }
  ];
}

function recordPages({ schema }: PageSource, pages: readonly Component[]): [string, string][] {
  return pages
    .filter(({ xml }) => textOf(xml, 'type') === 'RecordPage')
    .flatMap(({ fullName, xml }) => {
      const object = schema.object(textOf(xml, 'sobjectType') ?? '');
      return object === undefined ? [] : [[object.name, fullName] satisfies [string, string]];
    });
}
