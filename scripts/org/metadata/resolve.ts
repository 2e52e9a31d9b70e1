import { join, relative } from 'node:path';
import type { SourceComponent, TreeContainer } from '@salesforce/source-deploy-retrieve';
import { UserError } from '../../shared/index.ts';
import type { Component, XmlNode, XmlValue } from './types.ts';
import { parseXml, textOf } from './xml.ts';

/** Where components are read from: a folder on disk, or the files of a deployed zip. */
export interface ComponentSource {
  readonly tree: TreeContainer;
  /** Folders to look in. */
  readonly roots: readonly string[];
  /** What component files are named relative to. */
  readonly folder: string;
}

/** Elements of a file that holds several components, by the type of those components. */
export const childElements: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  CustomObject: {
    fields: 'CustomField',
    validationRules: 'ValidationRule',
    recordTypes: 'RecordType',
    listViews: 'ListView',
    compactLayouts: 'CompactLayout',
    fieldSets: 'FieldSet',
    businessProcesses: 'BusinessProcess',
    webLinks: 'WebLink',
    sharingReasons: 'SharingReason',
    indexes: 'Index'
  },
  CustomLabels: { labels: 'CustomLabel' }
};

/**
 * Finds and parses every component, through Salesforce's own source-deploy-retrieve, so that source format,
 * metadata format and any folder layout are understood as the CLI understands them.
 * @throws UserError naming file and line for broken XML
 */
export async function resolveComponents(source: ComponentSource): Promise<Component[]> {
  const { MetadataResolver } = await import('@salesforce/source-deploy-retrieve');
  const resolver = new MetadataResolver(undefined, source.tree);
  const found = source.roots.flatMap((root) => resolver.getComponentsFromPath(root));
  return found.flatMap((component) => readComponent(component, source));
}

function readComponent(found: SourceComponent, source: ComponentSource): Component[] {
  const own = toComponent(found, source);
  const inside = insideComponents(own);
  const apart = found
    .getChildren()
    .filter((child) => child.xml !== undefined && child.xml !== found.xml)
    .map((child) => toComponent(child, source));
  return [own, ...inside, ...apart];
}

function toComponent(found: SourceComponent, source: ComponentSource): Component {
  const name = (path: string): string => relative(source.folder, path);
  const file = name(found.xml ?? found.content ?? found.fullName);
  return {
    type: found.type.name,
    fullName: found.fullName,
    file,
    content: found.content === undefined ? undefined : name(found.content),
    xml: found.xml === undefined ? {} : readXml(source.tree, found.xml, file)
  };
}

function readXml(tree: TreeContainer, path: string, file: string): XmlNode {
  if (path.endsWith('.json')) return {}; // Sites describe themselves in JSON, and the org reads none.
  return parseXml(tree.readFileSync(path).toString('utf8'), file);
}

function insideComponents(parent: Component): Component[] {
  const elements = childElements[parent.type] ?? {};
  return Object.entries(elements).flatMap(([element, type]) =>
    listOf(parent.xml[element]).map((xml) => childOf(parent, type, xml))
  );
}

function childOf(parent: Component, type: string, xml: XmlNode): Component {
  const name = textOf(xml, 'fullName');
  if (name === undefined)
    throw new UserError(`A ${type} has no fullName.`, 'Add it.', { file: parent.file });
  const fullName = parent.type === 'CustomLabels' ? name : `${parent.fullName}.${name}`;
  return { type, fullName, file: parent.file, content: undefined, xml };
}

function listOf(value: XmlValue | undefined): XmlNode[] {
  const list: readonly XmlValue[] = Array.isArray(value) ? value : [value ?? ''];
  return list.filter((item): item is XmlNode => typeof item === 'object' && !Array.isArray(item));
}

/** Where the packages of a project are, as absolute paths. */
export function packageRoots(folder: string, directories: readonly string[]): string[] {
  return directories.map((directory) => join(folder, directory));
}
