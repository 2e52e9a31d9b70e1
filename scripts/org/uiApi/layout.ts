import type { FieldDefinition, ObjectDefinition, SchemaPort } from '../../apex/index.ts';
import { nodesOf, textOf, textsOf } from '../metadata/index.ts';
import type { Project, XmlNode } from '../metadata/index.ts';
import type { Json } from '../rest/index.ts';
import type { AccessPolicy } from '../session/types.ts';
import { nameFields } from './objectInfo.ts';

/** A page layout, reduced to what pages show: sections of rows of fields. */
export interface LayoutModel {
  readonly sections: readonly LayoutSectionModel[];
}

interface LayoutSectionModel {
  readonly heading: string;
  readonly useHeading: boolean;
  /** By column, from top to bottom. */
  readonly columns: readonly (readonly LayoutFieldModel[])[];
}

interface LayoutFieldModel {
  readonly field: FieldDefinition;
  readonly behavior: string;
}

export interface LayoutSource {
  readonly project: Project;
  readonly schema: SchemaPort;
  readonly object: ObjectDefinition;
  readonly policy: AccessPolicy;
}

/** Fields of an object whose project brings no layout: the platform's own layout is not in any metadata file. */
const fieldsWithoutLayout = 24;

/** The object's full layout from its metadata; fields the user may not read are left out. */
export function fullLayout(source: LayoutSource): LayoutModel {
  const xml = layoutXml(source);
  const sections = xml === undefined ? [generatedSection(source)] : layoutSections(source, xml);
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

function columnFields(source: LayoutSource, column: XmlNode): LayoutFieldModel[] {
  return nodesOf(column, 'layoutItems').flatMap((item) => {
    const field = readableField(source, textOf(item, 'field'));
    return field === undefined ? [] : [{ field, behavior: textOf(item, 'behavior') ?? 'Edit' }];
  });
}

function readableField(
  { schema, object, policy }: LayoutSource,
  name: string | undefined
): FieldDefinition | undefined {
  const field = name === undefined ? undefined : schema.field(object, name);
  return field !== undefined && policy.canReadField(object.name, field.name) ? field : undefined;
}

function generatedSection({ object, policy }: LayoutSource): LayoutSectionModel {
  const fields = [...object.fields.values()]
    .filter(({ name, type }) => type !== 'id' && type !== 'address' && !systemFields.has(name))
    .filter(({ name }) => policy.canReadField(object.name, name))
    .slice(0, fieldsWithoutLayout)
    .map((field) => ({ field, behavior: 'Edit' }));
  const half = Math.ceil(fields.length / 2);
  return {
    heading: `${object.label} Information`,
    useHeading: true,
    columns: [fields.slice(0, half), fields.slice(half)]
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
  const xml = compactLayoutXml(source);
  const named = xml === undefined ? [] : textsOf(xml, 'fields');
  const fallback = fullLayout(source)
    .sections.flatMap(({ columns }) => columns.flat())
    .slice(0, 6);
  const chosen = named.flatMap((name) => {
    const field = readableField(source, name);
    return field === undefined ? [] : [{ field, behavior: 'Readonly' }];
  });
  const columns = [chosen.length > 0 ? chosen : fallback];
  return { sections: [{ heading: '', useHeading: false, columns }] };
}

function compactLayoutXml({ project, schema, object }: LayoutSource): XmlNode | undefined {
  const own = project
    .components('CompactLayout')
    .filter(({ fullName }) => schema.object(fullName.split('.')[0] ?? '')?.name === object.name);
  const assigned = project
    .components('CustomObject')
    .find(({ fullName }) => schema.object(fullName)?.name === object.name);
  const name = assigned === undefined ? undefined : textOf(assigned.xml, 'compactLayoutAssignment');
  return (own.find(({ fullName }) => fullName.endsWith(`.${name ?? ''}`)) ?? own[0])?.xml;
}

/** Every field that a layout shows, the record's name first. */
export function layoutFieldNames(object: ObjectDefinition, layout: LayoutModel): string[] {
  const shown = layout.sections
    .flatMap(({ columns }) => columns.flat())
    .map(({ field }) => field.name);
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

function itemJson(item: LayoutFieldModel | undefined): Record<string, Json> {
  return item === undefined ? emptyItem : fieldItem(item);
}

const emptyItem: Record<string, Json> = {
  label: '',
  required: false,
  editableForNew: false,
  editableForUpdate: false,
  sortable: false,
  lookupIdApiName: null,
  layoutComponents: []
};

function fieldItem({ field, behavior }: LayoutFieldModel): Record<string, Json> {
  const editable = behavior !== 'Readonly';
  return {
    label: field.label,
    required: behavior === 'Required',
    editableForNew: editable && field.createable,
    editableForUpdate: editable && field.updateable,
    sortable: field.sortable,
    lookupIdApiName: null,
    layoutComponents: [componentJson(field)]
  };
}

function componentJson({ name, label }: FieldDefinition): Record<string, Json> {
  return { apiName: name, componentType: 'Field', label };
}
