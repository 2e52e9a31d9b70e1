import type { FieldDefinition, SchemaPort } from '../../apex/index.ts';
import { testProject } from '../metadata/testing/project.ts';
import { createSchema } from './schema.ts';

const object = (label: string, rest = ''): string =>
  `<label>${label}</label><pluralLabel>${label}s</pluralLabel>
   <nameField><label>Name</label><type>Text</type></nameField>${rest}`;

const lookup = (target: string, relationship: string, type = 'Lookup'): string =>
  `<label>Parent</label><type>${type}</type><referenceTo>${target}</referenceTo>
   <relationshipName>${relationship}</relationshipName>`;

function schemaOf(components: Readonly<Record<string, string>>, namespace?: string): SchemaPort {
  return createSchema(testProject(components, namespace));
}

function fieldOf(schema: SchemaPort, path: string): FieldDefinition | undefined {
  const [name = '', field = ''] = path.split('.');
  const found = schema.object(name);
  return found === undefined ? undefined : schema.field(found, field);
}

describe('custom objects', () => {
  test('should have the system fields of the platform', () => {
    const schema = schemaOf({ 'CustomObject Box__c': object('Box') });

    expect([...(schema.object('Box__c')?.fields.values() ?? [])].map(({ name }) => name)).toEqual([
      'Id', 'OwnerId', 'IsDeleted', 'Name', 'CreatedDate', 'CreatedById', 'LastModifiedDate',
      'LastModifiedById', 'SystemModstamp', 'LastViewedDate', 'LastReferencedDate'
    ]); // prettier-ignore
  });

  test.each([
    ['<type>Text</type><length>40</length>', { type: 'string', length: 40 }],
    [
      '<type>Number</type><precision>10</precision><scale>2</scale>',
      { type: 'double', precision: 10, scale: 2 }
    ],
    ['<type>Currency</type><precision>18</precision><scale>2</scale>', { type: 'currency' }],
    ['<type>Percent</type>', { type: 'percent' }],
    [
      '<type>Checkbox</type><defaultValue>true</defaultValue>',
      { type: 'boolean', nillable: false, defaultValueFormula: 'true' }
    ],
    [
      '<type>LongTextArea</type><length>32768</length>',
      { type: 'textarea', length: 32768, filterable: false, sortable: false }
    ],
    ['<type>Html</type><length>5000</length>', { type: 'textarea', htmlFormatted: true }],
    ['<type>MultiselectPicklist</type>', { type: 'multipicklist', sortable: false }],
    [
      '<type>AutoNumber</type><displayFormat>B-{000}</displayFormat>',
      { autoNumber: true, autoNumberFormat: 'B-{000}', createable: false }
    ],
    [
      '<type>Text</type><externalId>true</externalId><unique>true</unique>',
      { externalId: true, unique: true, idLookup: true }
    ],
    [
      '<type>Text</type><formula>Name</formula>',
      { calculated: true, formula: 'Name', createable: false, length: 1300 }
    ],
    ['<type>Date</type><required>true</required>', { type: 'date', nillable: false }],
    ['<type>DateTime</type>', { type: 'datetime' }],
    ['<type>Time</type>', { type: 'time' }],
    ['<type>Email</type>', { type: 'email', length: 80 }],
    ['<type>Phone</type>', { type: 'phone', length: 40 }],
    ['<type>Url</type>', { type: 'url', length: 255 }]
  ])('should read the field %s', (xml, expected) => {
    const schema = schemaOf({
      'CustomObject Box__c': object('Box'),
      'CustomField Box__c.F__c': xml
    });

    expect(fieldOf(schema, 'Box__c.F__c')).toMatchObject(expected);
  });

  test('should be controlled by the parent, without an owner, as details', () => {
    const schema = schemaOf({
      'CustomObject Box__c': object('Box'),
      'CustomObject Item__c': object('Item'),
      'CustomField Item__c.Box__c': lookup('Box__c', 'Items', 'MasterDetail')
    });

    expect(schema.object('Item__c')?.sharingModel).toBe('ControlledByParent');
    expect(fieldOf(schema, 'Item__c.OwnerId')).toBeUndefined();
    expect(schema.object('Box__c')?.childRelationships).toContainEqual({
      relationshipName: 'Items__r',
      childObject: 'Item__c',
      field: 'Box__c',
      cascadeDelete: true,
      restrictedDelete: false
    });
  });

  test('should summarise their details', () => {
    const schema = schemaOf({
      'CustomObject Box__c': object('Box'),
      'CustomObject Item__c': object('Item'),
      'CustomField Item__c.Box__c': lookup('Box__c', 'Items', 'MasterDetail'),
      'CustomField Item__c.Size__c': '<type>Number</type>',
      'CustomField Box__c.Total__c': `<type>Summary</type><summaryForeignKey>Item__c.Box__c</summaryForeignKey>
        <summarizedField>Item__c.Size__c</summarizedField><summaryOperation>sum</summaryOperation>`
    });

    expect(fieldOf(schema, 'Box__c.Total__c')?.rollUp).toEqual({
      operation: 'SUM',
      childObject: 'Item__c',
      childReferenceField: 'Box__c',
      summarizedField: 'Size__c',
      filters: []
    });
  });

  test('should have shares when they are private, and history when it is tracked', () => {
    const schema = schemaOf({
      'CustomObject Box__c': object(
        'Box',
        '<sharingModel>Private</sharingModel><enableHistory>true</enableHistory>'
      ),
      'CustomObject Tin__c': object('Tin', '<sharingModel>ReadWrite</sharingModel>')
    });

    expect(schema.object('Box__Share')?.kind).toBe('share');
    expect(schema.object('Box__History')?.kind).toBe('history');
    expect(schema.object('Tin__Share')).toBeUndefined();
  });

  test('should give record types their picklist values', () => {
    const schema = schemaOf({
      'CustomObject Box__c': object('Box'),
      'CustomField Box__c.Size__c': '<type>Picklist</type>',
      'RecordType Box__c.Small': `<label>Small one</label><active>true</active>
        <picklistValues><picklist>Size__c</picklist><values><fullName>S%2FM</fullName></values></picklistValues>`
    });
    const [small, master] = schema.object('Box__c')?.recordTypes ?? [];

    expect(small).toMatchObject({ developerName: 'Small', label: 'Small one', active: true });
    expect(small?.picklistValues.get('Size__c')).toEqual(['S/M']);
    expect(master?.id).toBe('012000000000000AAA');
    expect(fieldOf(schema, 'Box__c.RecordTypeId')).toBeDefined();
  });
});

describe('picklists', () => {
  const value = (name: string, rest = ''): string =>
    `<fullName>${name}</fullName><label>${name}!</label><default>false</default>${rest}`;

  test('should take their values from a global value set', () => {
    const schema = schemaOf({
      'CustomObject Box__c': object('Box'),
      'GlobalValueSet Sizes': `<customValue>${value('S')}</customValue><customValue>${value('M', '<isActive>false</isActive>')}</customValue>`,
      'CustomField Box__c.Size__c':
        '<type>Picklist</type><valueSet><valueSetName>Sizes</valueSetName></valueSet>'
    });

    expect(fieldOf(schema, 'Box__c.Size__c')).toMatchObject({
      restrictedPicklist: true,
      picklistValues: [
        { value: 'S', label: 'S!', active: true },
        { value: 'M', active: false }
      ]
    });
  });

  test('should know which values a controlling value offers', () => {
    const schema = schemaOf({
      'CustomObject Box__c': object('Box'),
      'CustomField Box__c.Kind__c': '<type>Picklist</type>',
      'CustomField Box__c.Size__c': `<type>Picklist</type><valueSet><controllingField>Kind__c</controllingField>
        <valueSetDefinition><value>${value('S')}</value><value>${value('M')}</value></valueSetDefinition>
        <valueSettings><controllingFieldValue>Tin</controllingFieldValue><controllingFieldValue>Box</controllingFieldValue><valueName>S</valueName></valueSettings></valueSet>`
    });

    expect(fieldOf(schema, 'Box__c.Size__c')).toMatchObject({
      controllingField: 'Kind__c',
      picklistValues: [{ validFor: ['Tin', 'Box'] }, { validFor: [] }]
    });
  });
});

describe('other kinds of objects', () => {
  const schema = schemaOf({
    'CustomObject Rate__mdt': '<label>Rate</label>',
    'CustomObject Limits__c':
      '<label>Limits</label><customSettingsType>Hierarchy</customSettingsType>',
    'CustomObject Sold__e': '<label>Sold</label><eventType>HighVolume</eventType>'
  });

  test.each([
    ['Rate__mdt', 'customMetadata', 'DeveloperName', true],
    ['Limits__c', 'customSetting', 'SetupOwnerId', true],
    ['Sold__e', 'platformEvent', 'ReplayId', false]
  ])('should know %s', (name, kind, field, queryable) => {
    expect(schema.object(name)).toMatchObject({ kind, queryable });
    expect(fieldOf(schema, `${name}.${field}`)).toBeDefined();
  });

  test('should know labels, with and without the namespace', () => {
    const own = schemaOf({ 'CustomLabel Hello': '<value>Hi</value>' }, 'acme');

    expect([own.label('hello'), own.label('acme__Hello'), own.label('Bye')]).toEqual([
      'Hi',
      'Hi',
      undefined
    ]);
  });
});

describe('the namespace', () => {
  const schema = schemaOf(
    {
      'CustomObject Box__c': object('Box'),
      'CustomObject Item__c': object('Item'),
      'CustomField Item__c.Box__c': lookup('Box__c', 'Items'),
      'CustomField Account.Tier__c': '<type>Text</type>'
    },
    'acme'
  );

  test.each(['Item__c', 'item__C', 'acme__Item__c', 'ACME__ITEM__C'])(
    'should find the object written as %s',
    (name) => {
      expect(schema.object(name)?.name).toBe('acme__Item__c');
    }
  );

  test('should stand before fields, relationships and references', () => {
    const item = schema.object('Item__c');
    const box = schema.object('Box__c');
    if (item === undefined || box === undefined) throw new Error('The objects are missing.');

    expect(schema.field(item, 'box__c')).toMatchObject({
      name: 'acme__Box__c',
      referenceTo: ['acme__Box__c']
    });
    expect(schema.parentRelationship(item, 'Box__r')?.name).toBe('acme__Box__c');
    expect(schema.childRelationship(box, 'items__r')?.childObject).toBe('acme__Item__c');
    expect(fieldOf(schema, 'Account.Tier__c')?.name).toBe('acme__Tier__c');
    expect(fieldOf(schema, 'Account.Name')?.name).toBe('Name');
  });
});

describe('key prefixes', () => {
  const components = { 'CustomObject Box__c': object('Box'), 'CustomObject Tin__c': object('Tin') };

  test('should depend on the name only', () => {
    const alone = schemaOf({ 'CustomObject Tin__c': object('Tin') });
    const both = schemaOf(components);

    expect(both.object('Tin__c')?.keyPrefix).toBe(alone.object('Tin__c')?.keyPrefix);
    expect(both.object('Tin__c')?.keyPrefix).toMatch(/^a[0-9A-Za-z]{2}$/);
  });

  test('should stay as they were stored', () => {
    const keyPrefixes = new Map([['Box__c', 'a00']]);
    const schema = createSchema(testProject(components), { keyPrefixes });

    expect(schema.object('Box__c')?.keyPrefix).toBe('a00');
  });
});
