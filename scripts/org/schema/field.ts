import type { FieldDefinition, FieldType } from '../../apex/index.ts';

/** What must be said of a field; the rest follows from its type. */
export type FieldDraft = Pick<FieldDefinition, 'name' | 'label' | 'type'> &
  Partial<Omit<FieldDefinition, 'name' | 'label' | 'type'>>;

const ungroupable: ReadonlySet<FieldType> = new Set([
  'currency', 'double', 'percent', 'datetime', 'multipicklist', 'base64', 'address', 'location', 'time'
]); // prettier-ignore

const compound: ReadonlySet<FieldType> = new Set([
  'base64',
  'address',
  'location',
  'anytype',
  'complexvalue'
]);

const plain: Omit<
  FieldDefinition,
  'name' | 'label' | 'type' | 'filterable' | 'sortable' | 'groupable'
> = {
  length: 0,
  precision: 0,
  scale: 0,
  custom: false,
  nillable: true,
  createable: true,
  updateable: true,
  unique: false,
  caseSensitive: false,
  externalId: false,
  idLookup: false,
  nameField: false,
  autoNumber: false,
  autoNumberFormat: undefined,
  htmlFormatted: false,
  helpText: undefined,
  calculated: false,
  formula: undefined,
  rollUp: undefined,
  defaultValueFormula: undefined,
  defaultedOnCreate: false,
  referenceTo: [],
  relationshipName: undefined,
  masterDetail: false,
  deleteConstraint: undefined,
  restrictedPicklist: false,
  picklistValues: [],
  controllingField: undefined
};

/** A whole field definition out of what is special about it. */
export function defineField(draft: FieldDraft): FieldDefinition {
  const isLong = draft.type === 'textarea' && (draft.length ?? 0) > 255;
  const isPlain = !isLong && !compound.has(draft.type);
  return {
    ...plain,
    filterable: isPlain,
    sortable: isPlain && draft.type !== 'multipicklist',
    groupable: isPlain && !ungroupable.has(draft.type),
    ...draft
  };
}

/** The same for a field that nobody writes. */
export function readOnlyField(draft: FieldDraft): FieldDefinition {
  return defineField({ createable: false, updateable: false, ...draft });
}
