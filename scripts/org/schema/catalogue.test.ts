import { testProject } from '../metadata/testing/project.ts';
import { readCatalogue, readDetails } from './catalogue.ts';
import { createSchema } from './schema.ts';

const schema = createSchema(testProject({}));

describe('standard objects', () => {
  test.each([
    ['Account', '001'],
    ['Contact', '003'],
    ['User', '005'],
    ['Opportunity', '006'],
    ['OpportunityLineItem', '00k'],
    ['Lead', '00Q'],
    ['Quote', '0Q0'],
    ['Product2', '01t'],
    ['Task', '00T'],
    ['ContentVersion', '068'],
    ['PermissionSet', '0PS']
  ])('should give ids of %s the prefix %s', (name, prefix) => {
    expect(schema.object(name)?.keyPrefix).toBe(prefix);
  });

  test.each([
    ['Account', 'Name', { type: 'string', length: 255, nillable: false, nameField: true }],
    ['Opportunity', 'StageName', { type: 'picklist', nillable: false }],
    ['Opportunity', 'Amount', { type: 'currency', precision: 18, scale: 2, nillable: true }],
    ['Opportunity', 'IsWon', { type: 'boolean', createable: false, updateable: false }],
    [
      'Contact',
      'AccountId',
      { type: 'reference', referenceTo: ['Account'], relationshipName: 'Account' }
    ],
    ['Lead', 'OwnerId', { referenceTo: ['Group', 'User'], relationshipName: 'Owner' }],
    ['Task', 'WhoId', { referenceTo: ['Contact', 'Lead'], relationshipName: 'Who' }],
    ['ContentVersion', 'VersionData', { type: 'base64', updateable: false }],
    ['User', 'PostalCode', { type: 'string' }],
    ['Case', 'CaseNumber', { autoNumber: true, nameField: true }]
  ])('should describe %s.%s', (object, field, expected) => {
    expect(schema.object(object)?.fields.get(field.toLowerCase())).toMatchObject(expected);
  });

  test.each([
    ['Account', 'Contacts', 'Contact.AccountId'],
    ['Account', 'Opportunities', 'Opportunity.AccountId'],
    ['Opportunity', 'OpportunityLineItems', 'OpportunityLineItem.OpportunityId'],
    ['Opportunity', 'Tasks', 'Task.WhatId'],
    ['Contact', 'Tasks', 'Task.WhoId'],
    ['Opportunity', 'Quotes', 'Quote.OpportunityId'],
    ['PermissionSet', 'Assignments', 'PermissionSetAssignment.PermissionSetId']
  ])('should know the children of %s called %s', (object, relationship, expected) => {
    const parent = schema.object(object);
    const child = parent === undefined ? undefined : schema.childRelationship(parent, relationship);

    expect(`${child?.childObject ?? ''}.${child?.field ?? ''}`).toBe(expected);
  });

  test('should have no prefix twice, except for histories and change events', () => {
    const prefixes = [...schema.objects.values()]
      .filter(({ kind }) => kind !== 'history' && kind !== 'changeEvent')
      .map(({ keyPrefix }) => keyPrefix);

    expect(new Set(prefixes).size).toBe(prefixes.length);
  });

  test('should have details only of fields that exist', () => {
    const catalogue = readCatalogue();
    const unknown = Object.entries(readDetails()).flatMap(([name, { fields = {} }]) => {
      const known = new Set(catalogue[name]?.fields.split(' ').map((text) => text.split(':')[0]));
      return Object.keys(fields)
        .filter((field) => !known.has(field))
        .map((field) => `${name}.${field}`);
    });

    expect(unknown).toEqual([]);
  });
});
