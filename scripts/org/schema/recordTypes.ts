import type { RecordTypeDefinition } from '../../apex/index.ts';
import { nodesOf, shortName, textOf, type Component, type Project } from '../metadata/index.ts';
import { namedId } from './ids.ts';
import { qualify } from './naming.ts';

/** What a record has whose object has no record types. */
export const masterRecordType: RecordTypeDefinition = {
  id: '012000000000000AAA',
  developerName: 'Master',
  label: 'Master',
  active: true,
  master: true,
  picklistValues: new Map()
};

/** The record types of an object, the master last, as describe lists them. */
export function readRecordTypes(object: string, project: Project): RecordTypeDefinition[] {
  const own = project
    .components('RecordType')
    .filter((component) => qualify(objectOf(component), project.namespace) === object)
    .map((component) => readRecordType(component, project));
  return [...own, masterRecordType];
}

function readRecordType(component: Component, project: Project): RecordTypeDefinition {
  const { xml } = component;
  const developerName = shortName(component);
  return {
    id: namedId('012', component.fullName),
    developerName,
    label: textOf(xml, 'label') ?? developerName,
    active: textOf(xml, 'active') !== 'false',
    master: false,
    picklistValues: new Map(
      nodesOf(xml, 'picklistValues').map((node) => [
        qualify(textOf(node, 'picklist') ?? '', project.namespace),
        nodesOf(node, 'values').map((value) => decodeURIComponent(textOf(value, 'fullName') ?? ''))
      ])
    )
  };
}

/** `Listing__c` of `Listing__c.Cloud__c`. */
export function objectOf(component: Component): string {
  return component.fullName.slice(0, component.fullName.indexOf('.'));
}
