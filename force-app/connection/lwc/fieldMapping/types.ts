/** How one field of a cloud is filled. */
export interface Entry {
  readonly targetField: string;
  readonly sourcePath?: string;
  readonly defaultValue?: string;
  readonly dateExpression?: string;
  readonly valueMap?: string;
  readonly isInbound?: boolean;
  /** Back to the packaged mapping. */
  readonly isReset?: boolean;
}

/** A field of a cloud. */
export interface Column {
  readonly name: string;
  readonly label: string;
  readonly kind: string;
  readonly isRequired: boolean;
  readonly isRequiredSometimes: boolean;
  /** Only the cloud says it: a field of the opportunity may follow it. */
  readonly isCloudOnly?: boolean;
  readonly values: readonly string[];
  readonly valueLabels?: readonly string[];
  readonly entry: Entry;
  readonly packaged: Entry;
  readonly isOwn: boolean;
}

/** What is mapped: one kind of Clazar's records with one cloud. */
export interface Scope {
  readonly appliesTo: string;
  readonly cloud: string;
}

export interface Problem {
  readonly targetField: string;
  readonly message: string;
}

/** What the mapping makes of a record. */
export interface Preview {
  readonly targetField: string;
  readonly value?: string;
  readonly origin?: string;
}

/** A line of the table. */
export interface Row {
  readonly name: string;
  readonly label: string;
  readonly about: string;
  readonly mark: string;
  readonly need: string;
  readonly source: string;
  readonly sourceClass: string;
  readonly change: string;
  readonly otherwise: readonly string[];
  readonly inbound: string;
  readonly preview: string;
  readonly previewClass: string;
  readonly origin: string;
  readonly problems: readonly string[];
  readonly editLabel: string;
  readonly isRequired: boolean;
  readonly isFilled: boolean;
  readonly isOwn: boolean;
  readonly isInbound: boolean;
}
