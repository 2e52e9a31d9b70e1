import { createProject } from './project.ts';
import type { Component } from './types.ts';
import { unsupportedMetadata } from './unsupported.ts';

function component(type: string, fullName: string): Component {
  return { type, fullName, file: `${fullName}.xml`, content: undefined, xml: {} };
}

function warningsOf(...components: readonly Component[]): string[] {
  const project = createProject({
    folder: '/project',
    namespace: undefined,
    apiVersion: '66.0',
    packageDirectories: [],
    components,
    fingerprint: ''
  });
  return unsupportedMetadata(project);
}

test('should say once for each type what does not happen', () => {
  const rules = [component('SharingRules', 'Account'), component('SharingRules', 'Case')];

  expect(warningsOf(...rules)).toEqual([
    'Account.xml and 1 more: the local org does not support SharingRules; records are not shared by these rules.'
  ]);
});

test('should say nothing of a project that uses only what is supported', () => {
  expect(warningsOf(component('CustomObject', 'Listing__c'))).toEqual([]);
});
