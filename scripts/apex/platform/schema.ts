/** What the compiler and the library need to know of an org's objects. `scripts/org/schema` implements it. */
export interface SchemaPort {
  /** The package's own namespace, without underscores; undefined when there is none. */
  readonly namespace: string | undefined;
  /** Every object, by canonical name in lower case. */
  readonly objects: ReadonlyMap<string, ObjectDefinition>;
  /**
   * Finds an object by name in any case, with or without the own namespace prefix.
   * `Listing__c` and `clazar__Listing__c` both find the object whose canonical name is `clazar__Listing__c`.
   */
  object(name: string): ObjectDefinition | undefined;
  /** Finds a field of an object in the same way. */
  field(object: ObjectDefinition, name: string): FieldDefinition | undefined;
  /** The parent relationship of a lookup, `Account` or `Listing__r`, in the same way. */
  parentRelationship(object: ObjectDefinition, name: string): FieldDefinition | undefined;
  /** The child relationship, `Contacts` or `Private_Offers__r`, in the same way. */
  childRelationship(object: ObjectDefinition, name: string): ChildRelationship | undefined;
  /** A custom label's text; undefined when there is no such label. */
  label(name: string): string | undefined;
}

export type ObjectKind =
  | 'standard'
  | 'custom'
  | 'customMetadata'
  | 'customSetting'
  | 'platformEvent'
  | 'share'
  | 'history'
  | 'changeEvent';

export interface ObjectDefinition {
  /** Canonical API name as the org stores it: `Account`, `clazar__Listing__c`. */
  readonly name: string;
  readonly kind: ObjectKind;
  readonly label: string;
  readonly pluralLabel: string;
  /** The first three characters of its ids; undefined for objects without records. */
  readonly keyPrefix: string | undefined;
  readonly customSettingType: 'List' | 'Hierarchy' | undefined;
  /** Platform events: published at once, whatever becomes of the transaction. */
  readonly publishesImmediately?: boolean;
  readonly sharingModel: SharingModel;
  /** By canonical name in lower case. */
  readonly fields: ReadonlyMap<string, FieldDefinition>;
  readonly childRelationships: readonly ChildRelationship[];
  readonly recordTypes: readonly RecordTypeDefinition[];
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly deletable: boolean;
  readonly undeletable: boolean;
  readonly queryable: boolean;
  readonly searchable: boolean;
  readonly mergeable: boolean;
}

export type SharingModel =
  'Private' | 'Read' | 'ReadWrite' | 'ReadWriteTransfer' | 'FullAccess' | 'ControlledByParent';

/** `Schema.DisplayType`, as describe prints it. */
export type FieldType =
  | 'id'
  | 'string'
  | 'textarea'
  | 'boolean'
  | 'int'
  | 'long'
  | 'double'
  | 'currency'
  | 'percent'
  | 'date'
  | 'datetime'
  | 'time'
  | 'picklist'
  | 'multipicklist'
  | 'combobox'
  | 'reference'
  | 'email'
  | 'phone'
  | 'url'
  | 'encryptedstring'
  | 'base64'
  | 'address'
  | 'location'
  | 'anytype'
  | 'complexvalue';

export interface FieldDefinition {
  /** Canonical API name: `Name`, `clazar__Cloud__c`. */
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  /** Characters, for text; 0 otherwise. */
  readonly length: number;
  /** All digits of a number; 0 otherwise. */
  readonly precision: number;
  /** Digits after the decimal point. */
  readonly scale: number;
  readonly custom: boolean;
  readonly nillable: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly filterable: boolean;
  readonly sortable: boolean;
  readonly groupable: boolean;
  readonly unique: boolean;
  readonly caseSensitive: boolean;
  readonly externalId: boolean;
  readonly idLookup: boolean;
  readonly nameField: boolean;
  readonly autoNumber: boolean;
  /** The display format of an auto number, `SR-{0000}`. */
  readonly autoNumberFormat: string | undefined;
  readonly htmlFormatted: boolean;
  readonly helpText: string | undefined;
  /** A formula or roll-up: never written. */
  readonly calculated: boolean;
  readonly formula: string | undefined;
  readonly rollUp: RollUpDefinition | undefined;
  readonly defaultValueFormula: string | undefined;
  readonly defaultedOnCreate: boolean;
  /** Canonical names of the objects that a reference may point at. */
  readonly referenceTo: readonly string[];
  /** `Account`, `clazar__Listing__r`. */
  readonly relationshipName: string | undefined;
  readonly masterDetail: boolean;
  readonly deleteConstraint: 'SetNull' | 'Restrict' | 'Cascade' | undefined;
  readonly restrictedPicklist: boolean;
  readonly picklistValues: readonly PicklistValue[];
  readonly controllingField: string | undefined;
}

export interface PicklistValue {
  readonly value: string;
  readonly label: string;
  readonly active: boolean;
  readonly defaultValue: boolean;
  /** Values of the controlling field for which this one is offered. */
  readonly validFor: readonly string[];
}

export interface RollUpDefinition {
  readonly operation: 'COUNT' | 'SUM' | 'MIN' | 'MAX';
  /** Canonical names. */
  readonly childObject: string;
  readonly childReferenceField: string;
  readonly summarizedField: string | undefined;
  readonly filters: readonly { field: string; operation: string; value: string }[];
}

export interface ChildRelationship {
  /** `Contacts`, `clazar__Private_Offers__r`; undefined when it cannot be queried. */
  readonly relationshipName: string | undefined;
  readonly childObject: string;
  readonly field: string;
  readonly cascadeDelete: boolean;
  readonly restrictedDelete: boolean;
}

export interface RecordTypeDefinition {
  readonly id: string;
  readonly developerName: string;
  readonly label: string;
  readonly active: boolean;
  readonly master: boolean;
  /** Values by canonical field name; a field that is not listed has all its values. */
  readonly picklistValues: ReadonlyMap<string, readonly string[]>;
}
