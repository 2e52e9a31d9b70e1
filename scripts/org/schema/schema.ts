import type { FieldDefinition, ObjectDefinition, SchemaPort } from '../../apex/index.ts';
import { textOf, type Project } from '../metadata/index.ts';
import { readCatalogue, readDetails } from './catalogue.ts';
import { checkReferences } from './check.ts';
import { withChildren } from './children.ts';
import { changeEventOf, companionsOf } from './companions.ts';
import { customFieldsOf, readCustomObject } from './customObject.ts';
import { withKeyPrefixes } from './keyPrefix.ts';
import { lookUp, qualify } from './naming.ts';
import { fieldMap } from './object.ts';
import { readRecordTypes } from './recordTypes.ts';
import { standardObject } from './standardObject.ts';
import { customiseFields } from './standardValues.ts';
import { recordTypeField } from './systemFields.ts';

export interface SchemaOptions {
  /** Key prefixes that the org has given out before, by canonical object name. */
  readonly keyPrefixes?: ReadonlyMap<string, string>;
}

/**
 * The schema of an org that has the project's metadata: standard objects from the catalogue, the project's objects and
 * fields, and what they bring with them.
 * @throws UserError with file and line for metadata that cannot be
 */
export function createSchema(project: Project, options: SchemaOptions = {}): SchemaPort {
  const custom = customObjects(project);
  const standard = standardObjects(project, custom);
  const companions = custom.flatMap((object) => companionsOf(object, project));
  const events = standard.filter(({ name }) => changeTracked.has(name)).map(changeEventOf);
  const all = withChildren([...standard, ...custom, ...companions, ...events], project);
  checkReferences(all, project);
  const objects = withKeyPrefixes(all, options.keyPrefixes ?? new Map());
  return schemaOver(objects, project.namespace, readLabels(project));
}

/** Standard objects whose changes can be subscribed to. */
const changeTracked: ReadonlySet<string> = new Set([
  ...['Account', 'AccountContactRole', 'Asset', 'Campaign', 'CampaignMember', 'Case', 'Contact'],
  ...['Contract', 'ContentDocument', 'ContentVersion', 'EmailMessage', 'Entitlement', 'Event'],
  ...['Individual', 'Lead', 'Opportunity', 'OpportunityContactRole', 'OpportunityLineItem'],
  ...['Order', 'OrderItem', 'Pricebook2', 'PricebookEntry', 'Product2', 'Quote', 'QuoteLineItem'],
  ...[
    'ContactPointAddress',
    'ContactPointEmail',
    'ContactPointPhone',
    'ServiceContract',
    'Task',
    'User',
    'WorkOrder',
    'WorkOrderLineItem'
  ]
]);

function customObjects(project: Project): ObjectDefinition[] {
  return project
    .components('CustomObject')
    .filter((component) => /__(c|mdt|e|b|x)$/.test(component.fullName))
    .map((component) => readCustomObject(component, project));
}

function standardObjects(
  project: Project,
  custom: readonly ObjectDefinition[]
): ObjectDefinition[] {
  const catalogue = readCatalogue();
  const details = readDetails();
  const known = new Set(Object.keys(catalogue));
  const customised = new Set(project.components('CustomField').map((field) => field.fullName));
  const activityObjects = custom
    .filter((object) => object.fields.has('lastactivitydate'))
    .map((object) => object.name);
  return Object.entries(catalogue)
    .map(([name, entry]) =>
      standardObject({ name, entry, details: details[name], known, customised, activityObjects })
    )
    .map((object) => extend(object, project));
}

/** A standard object with the project's own fields, record types and sharing. */
function extend(object: ObjectDefinition, project: Project): ObjectDefinition {
  const recordTypes = readRecordTypes(object.name, project);
  const own = customFieldsOf(object.name, project);
  const typed = recordTypes.length > 1 ? [recordTypeField] : [];
  const model = textOf(project.component('CustomObject', object.name)?.xml ?? {}, 'sharingModel');
  return {
    ...object,
    sharingModel: (model ?? object.sharingModel) as ObjectDefinition['sharingModel'],
    recordTypes: object.kind === 'standard' ? recordTypes : [],
    fields: fieldMap([...customiseFields(object, project), ...typed, ...own])
  };
}

function readLabels(project: Project): Map<string, string> {
  return new Map(
    project
      .components('CustomLabel')
      .map((label) => [label.fullName.toLowerCase(), textOf(label.xml, 'value') ?? ''])
  );
}

/** A schema over given objects, for `createSchema` and for tests. */
export function schemaOver(
  definitions: readonly ObjectDefinition[],
  namespace: string | undefined,
  labels: ReadonlyMap<string, string> = new Map()
): SchemaPort {
  const objects = new Map(definitions.map((object) => [object.name.toLowerCase(), object]));
  const parents = relationshipMaps(definitions);
  const ownPrefix = namespace === undefined ? undefined : `${namespace.toLowerCase()}__`;
  return {
    namespace,
    objects,
    object: (name) => lookUp(objects, name, namespace),
    field: (object, name) => lookUp(object.fields, name, namespace),
    parentRelationship: (object, name) => lookUp(parents(object), name, namespace),
    childRelationship: (object, name) => {
      const lower = name.toLowerCase();
      const full = qualify(lower, namespace?.toLowerCase());
      return object.childRelationships.find((child) =>
        [lower, full].includes(child.relationshipName?.toLowerCase() ?? '')
      );
    },
    label: (name) => {
      const lower = name.toLowerCase();
      const own = ownPrefix !== undefined && lower.startsWith(ownPrefix);
      return labels.get(own ? lower.slice(ownPrefix.length) : lower);
    }
  };
}

type Parents = ReadonlyMap<string, FieldDefinition>;

function relationshipMaps(
  definitions: readonly ObjectDefinition[]
): (o: ObjectDefinition) => Parents {
  const byObject = new Map(definitions.map((object) => [object.name, parentsOf(object)]));
  return (object) => byObject.get(object.name) ?? parentsOf(object);
}

function parentsOf(object: ObjectDefinition): Parents {
  const named = [...object.fields.values()].filter((field) => field.relationshipName !== undefined);
  return new Map(named.map((field) => [field.relationshipName?.toLowerCase() ?? '', field]));
}
