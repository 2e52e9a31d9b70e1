import type { UiRecord } from './records.ts';

/** An object as the UI API describes it. */
export interface ObjectInfo {
  readonly apiName: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly defaultRecordTypeId?: string | null;
  readonly keyPrefix?: string | null;
  readonly createable?: boolean;
  readonly updateable?: boolean;
  readonly deletable?: boolean;
  readonly recordTypeInfos?: Readonly<Record<string, RecordTypeInfo | undefined>>;
  readonly nameFields: readonly string[];
  readonly fields: Readonly<Record<string, FieldInfo | undefined>>;
  readonly childRelationships?: readonly ChildRelationship[];
  readonly themeInfo?: { readonly color?: string; readonly iconUrl?: string } | null;
}

export interface RecordTypeInfo {
  readonly recordTypeId: string;
  readonly name: string;
  readonly available: boolean;
  readonly master: boolean;
  readonly defaultRecordTypeMapping: boolean;
}

export interface FieldInfo {
  readonly apiName: string;
  readonly label: string;
  readonly dataType: string;
  readonly length?: number;
  readonly precision?: number;
  readonly required?: boolean;
  readonly createable?: boolean;
  readonly updateable?: boolean;
  readonly sortable?: boolean;
  readonly scale?: number;
  readonly htmlFormatted?: boolean;
  readonly relationshipName?: string | null;
  readonly inlineHelpText?: string | null;
  readonly referenceToInfos?: readonly { readonly apiName: string }[];
}

export interface ChildRelationship {
  readonly childObjectApiName: string;
  readonly fieldName: string;
  readonly relationshipName: string | null;
}

export interface ListReference {
  readonly apiName: string;
  readonly label: string;
}

export interface ListInfo {
  readonly label: string;
  readonly displayColumns: readonly ListColumn[];
  readonly orderedByInfo?: readonly {
    readonly fieldApiName: string;
    readonly isAscending: boolean;
  }[];
}

export interface ListColumn {
  readonly fieldApiName: string;
  readonly label: string;
  readonly sortable?: boolean;
}

/** A page of records, of a list view or of a related list. */
export interface RecordPage {
  readonly records: readonly UiRecord[];
  readonly count?: number;
  readonly currentPageToken?: string | null;
  readonly nextPageToken?: string | null;
  readonly previousPageToken?: string | null;
}

/** The list views of an object. */
export interface ListInfos {
  readonly lists: readonly ListReference[];
}

/** The values of one picklist. */
export interface Picklist {
  readonly values: readonly PicklistValue[];
  readonly defaultValue?: PicklistValue | null;
  readonly controllerValues?: Readonly<Record<string, number>>;
}

/** The values of all picklists of a record type, by field. */
export interface Picklists {
  readonly picklistFieldValues: Readonly<Record<string, Picklist | undefined>>;
}

export interface PicklistValue {
  readonly label: string;
  readonly value: string;
  readonly validFor?: readonly number[];
}

export interface Layout {
  readonly sections: readonly LayoutSection[];
}

export interface LayoutSection {
  readonly id: string;
  readonly heading: string;
  readonly useHeading: boolean;
  readonly columns?: number;
  readonly layoutRows: readonly {
    readonly layoutItems: readonly {
      readonly label: string;
      readonly layoutComponents: readonly {
        readonly apiName: string | null;
        readonly componentType: string;
      }[];
    }[];
  }[];
}
