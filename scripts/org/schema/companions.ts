import type { FieldDefinition, ObjectDefinition } from '../../apex/index.ts';
import { flagOf, type Project } from '../metadata/index.ts';
import { defineField, readOnlyField } from './field.ts';
import { companion, qualify } from './naming.ts';
import { defineObject } from './object.ts';
import { auditFields, changeEventFields, idField, isDeletedField } from './systemFields.ts';

const text = (name: string, label: string): FieldDefinition =>
  readOnlyField({ name, label, type: 'string', length: 255 });

function parentField(object: ObjectDefinition): FieldDefinition {
  return defineField({
    name: 'ParentId',
    label: object.label,
    type: 'reference',
    length: 18,
    nillable: false,
    updateable: false,
    referenceTo: [object.name],
    relationshipName: 'Parent',
    deleteConstraint: 'Cascade'
  });
}

const picklist = (name: string, label: string): FieldDefinition =>
  defineField({ name, label, type: 'picklist', length: 40, nillable: false });

/** `X__Share`: who sees a record besides its owner. Objects whose records are private or read only have one. */
export function shareOf(object: ObjectDefinition): ObjectDefinition {
  const userOrGroup = defineField({
    name: 'UserOrGroupId',
    label: 'User/Group ID',
    type: 'reference',
    length: 18,
    nillable: false,
    updateable: false,
    referenceTo: ['Group', 'User'],
    relationshipName: 'UserOrGroup'
  });
  return defineObject({
    name: companion(object.name, 'Share'),
    kind: 'share',
    label: `Share: ${object.label}`,
    fields: [
      idField,
      parentField(object),
      picklist('AccessLevel', 'Access Level'),
      userOrGroup,
      { ...picklist('RowCause', 'Row Cause'), defaultedOnCreate: true, updateable: false },
      ...auditFields.slice(2, 4),
      isDeletedField
    ]
  });
}

/** `X__History`: the tracked changes of a record. */
export function historyOf(object: ObjectDefinition): ObjectDefinition {
  return defineObject({
    name: companion(object.name, 'History'),
    kind: 'history',
    label: `History: ${object.label}`,
    fields: [
      idField,
      isDeletedField,
      parentField(object),
      ...auditFields.slice(0, 2),
      { ...picklist('Field', 'Changed Field'), createable: false, updateable: false },
      text('DataType', 'Datatype'),
      text('OldValue', 'Old Value'),
      text('NewValue', 'New Value')
    ]
  });
}

const notInEvents = /^(IsDeleted|SystemModstamp|LastViewedDate|LastReferencedDate|MasterRecordId)$/;

/**
 * `XChangeEvent`, `X__ChangeEvent`: a change of a record as Change Data Capture tells it.
 * https://developer.salesforce.com/docs/atlas.en-us.change_data_capture.meta/change_data_capture/cdc_subscribe_apex_triggers.htm
 */
export function changeEventOf(object: ObjectDefinition): ObjectDefinition {
  const fields = [...object.fields.values()].filter(
    ({ name, calculated }) => !calculated && !notInEvents.test(name)
  );
  return defineObject({
    name: companion(object.name, 'ChangeEvent'),
    kind: 'changeEvent',
    label: `${object.label} Change Event`,
    fields: [...changeEventFields, ...fields]
  });
}

/** The share, history and change event objects that a project's custom objects bring with them. */
export function companionsOf(object: ObjectDefinition, project: Project): ObjectDefinition[] {
  if (object.kind !== 'custom') return [];
  return [...storedCompanions(object, project), changeEventOf(object)];
}

function storedCompanions(object: ObjectDefinition, project: Project): ObjectDefinition[] {
  const shared = ['Private', 'Read'].includes(object.sharingModel) ? [shareOf(object)] : [];
  const component = project
    .components('CustomObject')
    .find((item) => qualify(item.fullName, project.namespace) === object.name);
  const tracked = component !== undefined && flagOf(component.xml, 'enableHistory');
  return tracked ? [...shared, historyOf(object)] : shared;
}
