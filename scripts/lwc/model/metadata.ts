import { wires } from '../modules/local/adapters.ts';
import { callOrg, uiApi } from '../modules/local/api.ts';
import type {
  Layout,
  ListInfo,
  ListInfos,
  ListReference,
  ObjectInfo,
  Picklist,
  PicklistValue,
  RecordPage
} from '../modules/local/uiTypes.ts';

/** Metadata does not change while a page is open: each address is asked for once. */
async function once<T>(url: string): Promise<T> {
  return (await wires.request(`metadata:${url}`, () => callOrg(url))) as T;
}

export function loadObjectInfo(objectApiName: string): Promise<ObjectInfo> {
  return once(uiApi(`object-info/${objectApiName}`));
}

export async function loadListViews(objectApiName: string): Promise<readonly ListReference[]> {
  const { lists } = await once<ListInfos>(uiApi(`list-info/${objectApiName}`));
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

export async function loadListRecords(request: ListPageRequest): Promise<RecordPage> {
  const { objectApiName, listView, pageSize, pageToken, sortBy } = request;
  const path = `list-records/${objectApiName}/${listView}`;
  return (await callOrg(uiApi(path, { pageSize, pageToken, sortBy }))) as RecordPage;
}

export async function loadLayout(
  objectApiName: string,
  layoutType: 'Full' | 'Compact',
  recordTypeId?: string | null
): Promise<Layout> {
  const parameters = { layoutType, mode: 'View', recordTypeId: recordTypeId ?? undefined };
  return once(uiApi(`layout/${objectApiName}`, parameters));
}

export async function loadPicklist(
  objectApiName: string,
  recordTypeId: string,
  field: string
): Promise<readonly PicklistValue[]> {
  const path = `object-info/${objectApiName}/picklist-values/${recordTypeId}/${field}`;
  return (await once<Picklist>(uiApi(path))).values;
}

/** Fields named by a layout, in reading order. */
export function layoutFields({ sections }: Layout): LayoutField[] {
  return sections.flatMap(({ layoutRows }) =>
    layoutRows.flatMap(({ layoutItems }) =>
      layoutItems.flatMap(({ label, layoutComponents }) =>
        layoutComponents.flatMap(({ apiName, componentType }) =>
          apiName !== null && componentType === 'Field' ? [{ apiName, label }] : []
        )
      )
    )
  );
}

/** A field and what a layout calls it: a lookup there reads *Account Name*, not *Account ID*. */
export interface LayoutField {
  readonly apiName: string;
  readonly label: string;
}
