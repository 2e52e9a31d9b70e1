import type { ObjectDefinition, SchemaPort } from '../../apex/index.ts';
import type { AccessLevel } from './types.ts';

/** Where the shares of an object's records are kept. */
export interface ShareTable {
  readonly object: string;
  readonly parentField: string;
  readonly levelField: string;
}

/** `Offer__Share` with `ParentId` and `AccessLevel`; `AccountShare` with `AccountId` and `AccountAccessLevel`. */
export function shareTableOf(schema: SchemaPort, object: ObjectDefinition): ShareTable | undefined {
  const isCustom = object.name.endsWith('__c');
  const name = isCustom ? object.name.replace(/__c$/, '__Share') : `${object.name}Share`;
  const share = schema.objects.get(name.toLowerCase());
  if (share === undefined) return undefined;
  const parentField = isCustom ? 'ParentId' : `${object.name}Id`;
  const levelField = isCustom ? 'AccessLevel' : `${object.name}AccessLevel`;
  const isWhole = [parentField, levelField, 'UserOrGroupId'].every((field) =>
    share.fields.has(field.toLowerCase())
  );
  return isWhole ? { object: share.name, parentField, levelField } : undefined;
}

/** The access levels of a share that are enough. */
export const sufficient: Readonly<Record<AccessLevel, readonly string[]>> = {
  read: ['Read', 'Edit', 'All'],
  edit: ['Edit', 'All'],
  delete: ['All']
};
