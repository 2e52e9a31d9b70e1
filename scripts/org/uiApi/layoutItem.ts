import type { FieldDefinition, ObjectDefinition } from '../../apex/index.ts';
import type { Json } from '../rest/index.ts';

/** A place on a layout: one field, or the parts of an address or of a person's name. */
export interface LayoutItemModel {
  readonly label: string;
  readonly fields: readonly FieldDefinition[];
  readonly behavior: string;
}

/** How layouts call a field where that is not the field's label. */
const layoutLabels: Readonly<Record<string, string>> = {
  AccountId: 'Account Name',
  ActivityDate: 'Due Date',
  AssistantName: 'Assistant',
  ContactId: 'Contact Name',
  CreatedById: 'Created By',
  LastModifiedById: 'Last Modified By',
  WhatId: 'Related To',
  WhoId: 'Name',
  'Account.Fax': 'Fax',
  'Account.ParentId': 'Parent Account',
  'Account.Phone': 'Phone',
  'Account.Rating': 'Rating',
  'Account.Type': 'Type',
  'Case.Type': 'Type',
  'Contact.Fax': 'Fax',
  'Contact.Name': 'Name',
  'Contact.Phone': 'Phone',
  'Event.OwnerId': 'Assigned To',
  'Lead.Name': 'Name',
  'Opportunity.CampaignId': 'Primary Campaign Source',
  'Opportunity.Name': 'Opportunity Name',
  'Opportunity.Type': 'Type',
  'Product2.IsActive': 'Active',
  'Task.OwnerId': 'Assigned To',
  'User.Name': 'Name'
};

/** The label of a field on a page: `Account Owner` where the field itself is `Owner ID`. */
export function layoutLabel(object: ObjectDefinition, field: FieldDefinition): string {
  const own = layoutLabels[`${object.name}.${field.name}`] ?? layoutLabels[field.name];
  if (own !== undefined) return own;
  if (field.type !== 'reference') return field.label;
  const owner = object.kind === 'standard' ? `${object.label} Owner` : 'Owner';
  return field.name === 'OwnerId' ? owner : field.label.replace(/ ID$/, '');
}

const addressParts = ['Street', 'City', 'State', 'PostalCode', 'Country'];
const nameParts = ['Salutation', 'FirstName', 'LastName'];

/** The names of the fields that a page shows for one: an address by its parts, who made the record with when. */
export function shownFields(object: ObjectDefinition, { name, type }: FieldDefinition): string[] {
  if (type === 'address') return addressParts.map((part) => name.replace(/Address$/, '') + part);
  if (name === 'Name' && object.fields.has('firstname')) return nameParts;
  if (name === 'CreatedById') return [name, 'CreatedDate'];
  return name === 'LastModifiedById' ? [name, 'LastModifiedDate'] : [name];
}

/** An item as the UI API answers it; empty where a column is shorter than its neighbour. */
export function itemJson(item: LayoutItemModel | undefined): Record<string, Json> {
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

function fieldItem({ label, fields, behavior }: LayoutItemModel): Record<string, Json> {
  const editable = behavior !== 'Readonly';
  return {
    label,
    required: behavior === 'Required',
    editableForNew: editable && fields.some(({ createable }) => createable),
    editableForUpdate: editable && fields.some(({ updateable }) => updateable),
    sortable: fields.some(({ sortable }) => sortable),
    lookupIdApiName: null,
    layoutComponents: fields.map((field) => ({
      apiName: field.name,
      componentType: 'Field',
      label: field.label
    }))
  };
}
