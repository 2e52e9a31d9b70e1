import { wires } from '../modules/local/adapters.ts';
import { callOrg, uiApi } from '../modules/local/api.ts';
import type { UiRecord } from '../modules/local/records.ts';

/** What the shell reads of the UI API's object info. */
export interface ObjectInfo {
  readonly apiName: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly defaultRecordTypeId?: string | null;
  readonly nameFields: readonly string[];
  readonly fields: Readonly<Record<string, FieldInfo | undefined>>;
  readonly childRelationships?: readonly ChildRelationship[];
  readonly themeInfo?: { readonly color?: string; readonly iconUrl?: string } | null;
}

export interface FieldInfo {
  readonly apiName: string;
  readonly label: string;
  readonly dataType: string;
  readonly scale?: number;
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

export interface ListRecords {
  readonly records: readonly UiRecord[];
  readonly nextPageToken?: string | null;
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

/** Metadata does not change while a page is open: each address is asked for once. */
async function once<T>(url: string): Promise<T> {
  return (await wires.request(`metadata:${url}`, () => callOrg(url))) as T;
}

export function loadObjectInfo(objectApiName: string): Promise<ObjectInfo> {
  return once(uiApi(`object-info/${objectApiName}`));
}

export async function loadListViews(objectApiName: string): Promise<readonly ListReference[]> {
  const { lists } = await once<{ lists: readonly ListReference[] }>(
    uiApi(`list-info/${objectApiName}`)
  );
  return lists;
}

export function loadListInfo(objectApiName: string, listView: string): Promise<ListInfo> {
  return once(uiApi(`list-info/${objectApiName}/${listView}`));
}

/** What page of a list to read. */
export interface ListPageRequest {
  readonly objectApiName: string;
  readonly listView: string;
  readonly pageSize: number;
  readonly pageToken?: string | undefined;
  /** `Name`, or `-Name` for descending. */
  readonly sortBy?: string | undefined;
}

export async function loadListRecords(request: ListPageRequest): Promise<ListRecords> {
  const { objectApiName, listView, pageSize, pageToken, sortBy } = request;
  const path = `list-records/${objectApiName}/${listView}`;
  return (await callOrg(uiApi(path, { pageSize, pageToken, sortBy }))) as ListRecords;
}

export async function loadLayout(
  objectApiName: string,
  layoutType: 'Full' | 'Compact',
  recordTypeId?: string | null
): Promise<Layout> {
  const parameters = { layoutType, mode: 'View', recordTypeId: recordTypeId ?? undefined };
  return once(uiApi(`layout/${objectApiName}`, parameters));
}

export interface PicklistValue {
  readonly label: string;
  readonly value: string;
}

export async function loadPicklist(
  objectApiName: string,
  recordTypeId: string,
  field: string
): Promise<readonly PicklistValue[]> {
  const path = `object-info/${objectApiName}/picklist-values/${recordTypeId}/${field}`;
  return (await once<{ values: readonly PicklistValue[] }>(uiApi(path))).values;
}

/** Fields named by a layout, in reading order. */
export function layoutFields({ sections }: Layout): string[] {
  return sections.flatMap(({ layoutRows }) =>
    layoutRows.flatMap(({ layoutItems }) =>
      layoutItems.flatMap(({ layoutComponents }) =>
        layoutComponents.flatMap(({ apiName, componentType }) =>
          apiName !== null && componentType === 'Field' ? [apiName] : []
        )
      )
    )
  );
}
