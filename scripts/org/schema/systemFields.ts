import type { FieldDefinition } from '../../apex/index.ts';
import { defineField, readOnlyField } from './field.ts';

/** `Id`, of every object. */
export const idField: FieldDefinition = readOnlyField({
  name: 'Id',
  label: 'Record ID',
  type: 'id',
  length: 18,
  nillable: false,
  idLookup: true,
  defaultedOnCreate: true
});

const set = { nillable: false, defaultedOnCreate: true } as const;

const user = (name: string, label: string): FieldDefinition =>
  readOnlyField({
    name: `${name}Id`,
    label,
    type: 'reference',
    length: 18,
    referenceTo: ['User'],
    relationshipName: name,
    ...set
  });

const instant = (name: string, label: string): FieldDefinition =>
  readOnlyField({ name, label, type: 'datetime' });

/** Who and when: the audit fields of every stored object. */
export const auditFields: readonly FieldDefinition[] = [
  { ...instant('CreatedDate', 'Created Date'), ...set },
  user('CreatedBy', 'Created By ID'),
  { ...instant('LastModifiedDate', 'Last Modified Date'), ...set },
  user('LastModifiedBy', 'Last Modified By ID'),
  { ...instant('SystemModstamp', 'System Modstamp'), ...set }
];

/** `IsDeleted`, of every object with a recycle bin. */
export const isDeletedField: FieldDefinition = readOnlyField({
  name: 'IsDeleted',
  label: 'Deleted',
  type: 'boolean',
  ...set
});

/** The owner of a custom object's record: a user or a queue. */
export const ownerField: FieldDefinition = defineField({
  name: 'OwnerId',
  label: 'Owner ID',
  type: 'reference',
  length: 18,
  referenceTo: ['Group', 'User'],
  relationshipName: 'Owner',
  ...set
});

export const recordTypeField: FieldDefinition = defineField({
  name: 'RecordTypeId',
  label: 'Record Type ID',
  type: 'reference',
  length: 18,
  referenceTo: ['RecordType'],
  relationshipName: 'RecordType',
  defaultedOnCreate: true
});

export const viewFields: readonly FieldDefinition[] = [
  instant('LastViewedDate', 'Last Viewed Date'),
  instant('LastReferencedDate', 'Last Referenced Date')
];

export const lastActivityField: FieldDefinition = readOnlyField({
  name: 'LastActivityDate',
  label: 'Last Activity Date',
  type: 'date'
});

const text = (name: string, label: string, length = 80): FieldDefinition =>
  defineField({ name, label, type: 'string', length });

/** The fields of every custom metadata type. */
export const customMetadataFields: readonly FieldDefinition[] = [
  idField,
  { ...text('DeveloperName', 'Custom Metadata Record Name', 40), nillable: false, idLookup: false },
  { ...text('MasterLabel', 'Label', 40), nillable: false, nameField: true },
  text('Language', 'Master Language', 40),
  text('NamespacePrefix', 'Namespace Prefix', 15),
  text('Label', 'Label', 40),
  text('QualifiedApiName', 'Qualified API Name', 70),
  { ...instant('SystemModstamp', 'System Modstamp'), ...set }
];

/** The fields of every platform event. */
export const platformEventFields: readonly FieldDefinition[] = [
  readOnlyField({ name: 'ReplayId', label: 'Replay ID', type: 'string', length: 1000 }),
  readOnlyField({ name: 'EventUuid', label: 'Event UUID', type: 'string', length: 36 }),
  { ...instant('CreatedDate', 'Created Date'), ...set },
  user('CreatedBy', 'Created By ID')
];

/** What a change event says besides the record's fields. */
export const changeEventFields: readonly FieldDefinition[] = [
  readOnlyField({ name: 'ReplayId', label: 'Replay ID', type: 'string', length: 1000 }),
  defineField({ name: 'ChangeEventHeader', label: 'Change Event Header', type: 'complexvalue' })
];

/** Whose a custom setting is: the organization, a profile or a user. */
export const setupOwnerField: FieldDefinition = defineField({
  name: 'SetupOwnerId',
  label: 'Location',
  type: 'reference',
  length: 18,
  referenceTo: ['Organization', 'Profile', 'User'],
  relationshipName: 'SetupOwner',
  ...set
});
