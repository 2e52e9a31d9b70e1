import type { FieldDefinition, FieldType, RollUpDefinition } from '../../apex/index.ts';
import {
  flagOf, nodesOf, numberOf, shortName, textOf, type Component, type Project
} from '../metadata/index.ts'; // prettier-ignore
import { defineField, type FieldDraft } from './field.ts';
import { fieldError } from './fieldError.ts';
import { qualify, qualifyPath, relationshipOf } from './naming.ts';
import { readPicklist } from './picklist.ts';

type Part = Partial<FieldDraft>;
type Reader = (component: Component, project: Project) => Part;

interface FieldKind {
  readonly type: FieldType;
  readonly read?: Reader;
}

const text: Reader = ({ xml }) => ({ length: numberOf(xml, 'length', 255) });
const fixed =
  (length: number): Reader =>
  () => ({ length });
const decimal: Reader = ({ xml }) => ({
  precision: numberOf(xml, 'precision', 18),
  scale: numberOf(xml, 'scale', 0)
});
const html: Reader = (component, project) => ({ ...text(component, project), htmlFormatted: true });

const lookup: Reader = (component, project) => {
  const target = textOf(component.xml, 'referenceTo');
  if (target === undefined) throw fieldError(component, project, 'has no referenceTo');
  return {
    length: 18,
    referenceTo: [qualify(target, project.namespace)],
    relationshipName: qualify(relationshipOf(shortName(component)), project.namespace),
    deleteConstraint: textOf(component.xml, 'deleteConstraint') as FieldDraft['deleteConstraint']
  };
};

const masterDetail: Reader = (component, project) => ({
  ...lookup(component, project),
  masterDetail: true,
  nillable: false,
  updateable: flagOf(component.xml, 'reparentableMasterDetail'),
  deleteConstraint: 'Cascade'
});

const metadataLookup: Reader = (component, project) =>
  textOf(component.xml, 'referenceTo') === undefined
    ? { length: 18, referenceTo: ['EntityDefinition'] }
    : lookup(component, project);

const userHierarchy: Reader = (component, project) => ({
  length: 18,
  referenceTo: ['User'],
  relationshipName: qualify(relationshipOf(shortName(component)), project.namespace)
});

const rollUp: Reader = (component, project) => ({
  precision: 18,
  scale: 2,
  calculated: true,
  createable: false,
  updateable: false,
  rollUp: readRollUp(component, project)
});

const autoNumber: Reader = ({ xml }) => ({
  length: 30,
  autoNumber: true,
  autoNumberFormat: textOf(xml, 'displayFormat') ?? '{0}',
  nillable: false,
  defaultedOnCreate: true,
  createable: false,
  updateable: false
});

/** @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_field_types.htm */
const kinds: Readonly<Record<string, FieldKind>> = {
  AutoNumber: { type: 'string', read: autoNumber },
  Checkbox: { type: 'boolean', read: () => ({ nillable: false, defaultedOnCreate: true }) },
  Currency: { type: 'currency', read: decimal },
  Date: { type: 'date' },
  DateTime: { type: 'datetime' },
  Email: { type: 'email', read: fixed(80) },
  EncryptedText: { type: 'encryptedstring', read: text },
  Hierarchy: { type: 'reference', read: userHierarchy },
  Html: { type: 'textarea', read: html },
  Location: { type: 'location', read: () => ({ createable: false, updateable: false }) },
  LongTextArea: { type: 'textarea', read: text },
  Lookup: { type: 'reference', read: lookup },
  MasterDetail: { type: 'reference', read: masterDetail },
  MetadataRelationship: { type: 'reference', read: metadataLookup },
  MultiselectPicklist: { type: 'multipicklist', read: readPicklist },
  Number: { type: 'double', read: decimal },
  Percent: { type: 'percent', read: decimal },
  Phone: { type: 'phone', read: fixed(40) },
  Picklist: { type: 'picklist', read: readPicklist },
  Summary: { type: 'double', read: rollUp },
  Text: { type: 'string', read: text },
  TextArea: { type: 'textarea', read: fixed(255) },
  Time: { type: 'time' },
  Url: { type: 'url', read: fixed(255) }
};

/**
 * A `CustomField` of the project as a field definition.
 * @throws UserError with file and line for an unknown type or a lookup to nowhere
 */
export function readCustomField(component: Component, project: Project): FieldDefinition {
  const { xml } = component;
  const type = textOf(xml, 'type') ?? '';
  const kind = kinds[type];
  if (kind === undefined) throw fieldError(component, project, `has the unknown type "${type}"`);
  const name = qualify(shortName(component), project.namespace);
  return defineField({
    name,
    label: textOf(xml, 'label') ?? shortName(component),
    type: kind.type,
    ...commonOf(component),
    ...kind.read?.(component, project),
    ...formulaOf(component)
  });
}

function commonOf({ xml }: Component): Part {
  const externalId = flagOf(xml, 'externalId');
  return {
    custom: true,
    nillable: !flagOf(xml, 'required'),
    unique: flagOf(xml, 'unique'),
    caseSensitive: flagOf(xml, 'caseSensitive'),
    externalId,
    idLookup: externalId,
    helpText: textOf(xml, 'inlineHelpText'),
    defaultValueFormula: textOf(xml, 'defaultValue'),
    ...(textOf(xml, 'defaultValue') === undefined ? {} : { defaultedOnCreate: true })
  };
}

function formulaOf({ xml }: Component): Part {
  const formula = textOf(xml, 'formula');
  if (formula === undefined) return {};
  const ofText = { length: 1300, htmlFormatted: /\b(HYPERLINK|IMAGE)\s*\(/i.test(formula) };
  const length = textOf(xml, 'type') === 'Text' ? ofText : {};
  const fixedPart = { calculated: true, createable: false, updateable: false, nillable: true };
  return { formula, ...fixedPart, ...length, defaultedOnCreate: false };
}

function readRollUp(component: Component, project: Project): RollUpDefinition {
  const { xml } = component;
  const foreignKey = textOf(xml, 'summaryForeignKey');
  if (foreignKey === undefined) throw fieldError(component, project, 'has no summaryForeignKey');
  const [childObject = '', childReferenceField = ''] = split(foreignKey, project);
  const operation = (textOf(xml, 'summaryOperation') ?? 'count').toUpperCase();
  return {
    operation: operation as RollUpDefinition['operation'],
    childObject,
    childReferenceField,
    summarizedField: split(textOf(xml, 'summarizedField') ?? '', project)[1],
    filters: nodesOf(xml, 'summaryFilterItems').map((item) => ({
      field: split(textOf(item, 'field') ?? '', project)[1] ?? '',
      operation: textOf(item, 'operation') ?? 'equals',
      value: textOf(item, 'value') ?? ''
    }))
  };
}

function split(path: string, project: Project): string[] {
  return qualifyPath(path, project.namespace).split('.');
}
