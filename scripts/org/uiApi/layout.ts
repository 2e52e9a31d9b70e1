import type { FieldDefinition, ObjectDefinition, SchemaPort } from '../../apex/index.ts';
import { nodesOf, textOf, textsOf } from '../metadata/index.ts';
import type { Project, XmlNode } from '../metadata/index.ts';
import type { Json } from '../rest/index.ts';
import { assignedCompactLayout, componentsOf } from '../schema/index.ts';
import type { AccessPolicy } from '../session/types.ts';
import { itemJson, layoutLabel, shownFields } from './layoutItem.ts';
import type { LayoutItemModel } from './layoutItem.ts';
import { nameFields } from './objectInfo.ts';
import { standardCompactLayouts, standardLayouts } from './standardLayouts.ts';

/** A page layout, reduced to what pages show: sections of rows of fields. */
export interface LayoutModel {
  readonly sections: readonly LayoutSectionModel[];
}

interface LayoutSectionModel {
  readonly heading: string;
  readonly useHeading: boolean;
  /** By column, from top to bottom. */
  readonly columns: readonly (readonly LayoutItemModel[])[];
}

export interface LayoutSource {
  readonly project: Project;
  readonly schema: SchemaPort;
  readonly object: ObjectDefinition;
  readonly policy: AccessPolicy;
}

/** Fields of an object for which neither the project nor a new org has a layout. */
const fieldsWithoutLayout = 24;

/** The object's full layout, the project's or the platform's own; fields the user may not read are left out. */
export function fullLayout(source: LayoutSource): LayoutModel {
  const xml = layoutXml(source);
  const sections = xml === undefined ? ownSections(source) : layoutSections(source, xml);
  return {
    sections: sections.filter(({ columns }) => columns.some((column) => column.length > 0))
  };
}

function layoutXml({ project, schema, object }: LayoutSource): XmlNode | undefined {
  const layouts = project.components('Layout');
  const own = layouts.find(
    ({ fullName }) => schema.object(fullName.split('-')[0] ?? '')?.name === object.name
  );
  return own?.xml;
}

function layoutSections(source: LayoutSource, xml: XmlNode): LayoutSectionModel[] {
  return nodesOf(xml, 'layoutSections').map((section) => ({
    heading: textOf(section, 'label') ?? '',
    useHeading: textOf(section, 'detailHeading') !== 'false',
    columns: nodesOf(section, 'layoutColumns').map((column) => columnFields(source, column))
  }));
}

function columnFields(source: LayoutSource, column: XmlNode): LayoutItemModel[] {
  return nodesOf(column, 'layoutItems').flatMap((item) =>
    layoutItem(source, textOf(item, 'field') ?? '', textOf(item, 'behavior') ?? 'Edit')
  );
}

/** A field's place on a page; none where nothing of it may be read. */
function layoutItem(source: LayoutSource, name: string, behavior: string): LayoutItemModel[] {
  const { schema, object } = source;
  const field = schema.field(object, name);
  if (field === undefined) return [];
  const fields = shownFields(object, field).flatMap((shown) => readableField(source, shown) ?? []);
  return fields.length === 0 ? [] : [{ label: layoutLabel(object, field), fields, behavior }];
}

function readableField(
  { schema, object, policy }: LayoutSource,
  name: string
): FieldDefinition | undefined {
  const field = schema.field(object, name);
  return field !== undefined && policy.canReadField(object.name, field.name) ? field : undefined;
}

function ownSections(source: LayoutSource): LayoutSectionModel[] {
  const standard = standardLayouts[source.object.name];
  return standard?.map((text) => standardSection(source, text)) ?? [generatedSection(source)];
}

function standardSection(source: LayoutSource, text: string): LayoutSectionModel {
  const [heading = '', columns = ''] = text.split(': ');
  return {
    heading,
    useHeading: true,
    columns: columns
      .split('|')
      .map((column) =>
        [...column.matchAll(/(\w+)([!=]?)/g)].flatMap(([, name = '', mark = '']) =>
          layoutItem(source, name, behaviors[mark] ?? 'Edit')
        )
      )
  };
}

const behaviors: Readonly<Record<string, string>> = { '!': 'Required', '=': 'Readonly' };

function generatedSection(source: LayoutSource): LayoutSectionModel {
  const { object, policy } = source;
  const items = [...object.fields.values()]
    .filter(({ name, type }) => type !== 'id' && type !== 'address' && !systemFields.has(name))
    .filter(({ name }) => policy.canReadField(object.name, name))
    .slice(0, fieldsWithoutLayout)
    .flatMap(({ name }) => layoutItem(source, name, 'Edit'));
  const half = Math.ceil(items.length / 2);
  return {
    heading: `${object.label} Information`,
    useHeading: true,
    columns: [items.slice(0, half), items.slice(half)]
  };
}

const systemFields = new Set([
  'IsDeleted',
  'MasterRecordId',
  'SystemModstamp',
  'LastViewedDate',
  'LastReferencedDate',
  'LastActivityDate',
  'CreatedById',
  'CreatedDate',
  'LastModifiedById',
  'LastModifiedDate'
]);

/** The compact layout: the name and at most ten more fields, for highlights. */
export function compactLayout(source: LayoutSource): LayoutModel {
  const named = compactFields(source);
  const fallback = fullLayout(source)
    .sections.flatMap(({ columns }) => columns.flat())
    .slice(0, 6);
  const chosen = named.flatMap((name) => layoutItem(source, name, 'Readonly'));
  const columns = [chosen.length > 0 ? chosen : fallback];
  return { sections: [{ heading: '', useHeading: false, columns }] };
}

function compactFields(source: LayoutSource): readonly string[] {
  const xml = compactLayoutXml(source);
  if (xml !== undefined) return textsOf(xml, 'fields');
  return standardCompactLayouts[source.object.name]?.split(' ') ?? [];
}

function compactLayoutXml(source: LayoutSource): XmlNode | undefined {
  return (assignedCompactLayout(source) ?? componentsOf(source, 'CompactLayout')[0])?.xml;
}

/** Every field that a layout shows, the record's name first. */
export function layoutFieldNames(object: ObjectDefinition, layout: LayoutModel): string[] {
  const shown = layout.sections
    .flatMap(({ columns }) => columns.flat())
    .flatMap(({ fields }) => fields.map(({ name }) => name));
  return [...new Set([...nameFields(object), ...shown])];
}

/** Titles of the related lists of a layout, as canonical child relationship names. */
export function relatedLists(source: LayoutSource): string[] {
  const xml = layoutXml(source);
  if (xml === undefined) return [];
  return nodesOf(xml, 'relatedLists').map((list) => textOf(list, 'relatedList') ?? '');
}

/** A layout as the UI API answers it. */
export function layoutJson(
  { object }: LayoutSource,
  layout: LayoutModel,
  layoutType: string
): Record<string, Json> {
  return {
    id: `00h${object.keyPrefix ?? '000'}000000000000`,
    objectApiName: object.name,
    layoutType,
    mode: 'View',
    sections: layout.sections.map(sectionJson)
  };
}

function sectionJson(section: LayoutSectionModel, index: number): Record<string, Json> {
  const rows = Math.max(0, ...section.columns.map((column) => column.length));
  const rowNumbers = Array.from({ length: rows }, (_, row) => row);
  return {
    id: `01B${String(index).padStart(12, '0')}`,
    heading: section.heading,
    useHeading: section.useHeading,
    collapsible: true,
    columns: section.columns.length,
    rows,
    layoutRows: rowNumbers.map((row) => ({
      layoutItems: section.columns.map((column) => itemJson(column[row]))
    }))
  };
}
