import type { FieldDefinition, ObjectDefinition, ObjectKind } from '../../apex/index.ts';

/** An object before its child relationships are known. */
export type ObjectDraft = Pick<ObjectDefinition, 'name' | 'kind' | 'label'> &
  Partial<Omit<ObjectDefinition, 'fields'>> & { readonly fields: readonly FieldDefinition[] };

interface Abilities {
  readonly writable: boolean;
  readonly queryable: boolean;
  readonly undeletable: boolean;
}

const abilities: Readonly<Record<ObjectKind, Abilities>> = {
  standard: { writable: true, queryable: true, undeletable: true },
  custom: { writable: true, queryable: true, undeletable: true },
  customMetadata: { writable: false, queryable: true, undeletable: false },
  customSetting: { writable: true, queryable: true, undeletable: false },
  platformEvent: { writable: true, queryable: false, undeletable: false },
  share: { writable: true, queryable: true, undeletable: false },
  history: { writable: false, queryable: true, undeletable: false },
  changeEvent: { writable: false, queryable: false, undeletable: false }
};

/** A whole object definition out of what is special about it. */
export function defineObject(draft: ObjectDraft): ObjectDefinition {
  const { writable, queryable, undeletable } = abilities[draft.kind];
  return {
    pluralLabel: draft.label,
    keyPrefix: undefined,
    customSettingType: undefined,
    sharingModel: 'ReadWrite',
    childRelationships: [],
    recordTypes: [],
    createable: writable,
    updateable: writable && draft.kind !== 'platformEvent',
    deletable: writable && draft.kind !== 'platformEvent',
    undeletable,
    queryable,
    searchable: draft.kind === 'custom',
    mergeable: false,
    ...draft,
    fields: fieldMap(draft.fields)
  };
}

/** Fields by name in lower case; a later one of the same name wins. */
export function fieldMap(fields: readonly FieldDefinition[]): Map<string, FieldDefinition> {
  return new Map(fields.map((field) => [field.name.toLowerCase(), field]));
}
