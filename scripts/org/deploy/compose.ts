import { childElements } from '../metadata/index.ts';
import type { Component, Project, XmlNode } from '../metadata/index.ts';
import { contentFiles } from './contentFiles.ts';
import { fileNameOf, isBundle, ownerOf, parentTypeOf } from './fileNames.ts';
import type { Member } from './types.ts';
import { writeMetadata } from './writeXml.ts';
import { writeZip } from './zip/index.ts';

/** Files of a project that are for its developers only. */
const developersOwn = /(^|\/)(__tests__|__mocks__)\/|\.(ts|map)$|(^|\/)[jt]sconfig.*\.json$/;

/** The files of components in metadata format, by their path. Children come in the file of their parent. */
export function composeFiles(
  project: Project,
  members: readonly Member[]
): Map<string, Uint8Array> {
  const owners = Map.groupBy(members, (member) => JSON.stringify(ownerOf(member)));
  const files = [...owners.values()].flatMap((group) => filesOf(project, group));
  return new Map(files);
}

type NamedFile = readonly [string, Uint8Array];

function filesOf(project: Project, group: readonly Member[]): NamedFile[] {
  const [first] = group;
  if (first === undefined) return [];
  const owner = ownerOf(first);
  const component = project.component(owner.type, owner.fullName);
  const path = fileNameOf(owner);
  if (isBundle(owner.type)) return component === undefined ? [] : bundleFiles(project, component);
  if (component?.content !== undefined) return contentAndXml(project, component);
  return [[path, Buffer.from(writeMetadata(owner.type, composeXml(project, owner, group)))]];
}

function bundleFiles(project: Project, component: Component): NamedFile[] {
  const files = [...contentFiles(project.folder, component)];
  return files
    .filter(([name]) => !developersOwn.test(name))
    .map(([name, data]) => [`${fileNameOf(component)}/${name}`, data]);
}

function contentAndXml(project: Project, component: Component): NamedFile[] {
  const path = fileNameOf(component);
  const files = contentFiles(project.folder, component);
  const single = files.get('');
  const meta = Buffer.from(writeMetadata(component.type, component.xml));
  return [
    [path, single ?? writeZip(files)],
    [`${path}-meta.xml`, meta]
  ];
}

/** The XML of an object or of labels with those of their children that are asked for; with all when the owner is. */
export function composeXml(project: Project, owner: Member, asked: readonly Member[]): XmlNode {
  const elements = childElements[owner.type] ?? {};
  const isWhole = asked.some(({ type }) => parentTypeOf(type) === undefined);
  const own = isWhole ? (project.component(owner.type, owner.fullName)?.xml ?? {}) : {};
  const names = new Set(asked.map(({ fullName }) => fullName));
  const children = Object.entries(elements).map(([element, type]): [string, XmlNode[]] => {
    const all = project.components(type).filter((child) => isIn(child, owner));
    const wanted = all.filter(({ fullName }) => isWhole || names.has(fullName));
    return [element, wanted.map(withName)];
  });
  const plain = Object.entries(own).filter(([name]) => !(name in elements) && name !== '@_xmlns');
  return Object.fromEntries([...plain, ...children.filter(([, list]) => list.length > 0)]);
}

function isIn(child: Member, owner: Member): boolean {
  const { type, fullName } = ownerOf(child);
  return type === owner.type && fullName === owner.fullName;
}

/** In source format a child's file need not say its name. */
function withName({ xml, fullName }: Component): XmlNode {
  const rest = Object.entries(xml).filter(([name]) => name !== '@_xmlns');
  return { fullName: fullName.split('.').at(-1) ?? fullName, ...Object.fromEntries(rest) };
}
