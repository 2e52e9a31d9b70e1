import { createAdapter } from '../local/adapters.ts';
import { callOrg, uiApi } from '../local/api.ts';
import { asList, objectName } from '../local/records.ts';
import type { ObjectId } from '../local/records.ts';
import type { ListInfo, ListInfos, RecordPage } from '../local/uiTypes.ts';

export type { ListColumn, ListInfo, ListInfos, RecordPage } from '../local/uiTypes.ts';

interface ListConfig {
  readonly objectApiName?: ObjectId;
  readonly listViewApiName?: string;
}

interface ListRecordsConfig extends ListConfig {
  readonly pageSize?: number;
  readonly pageToken?: string;
  readonly sortBy?: string | readonly string[];
  readonly fields?: string | readonly string[];
}

const isNamed = ({ objectApiName, listViewApiName }: ListConfig): boolean =>
  Boolean(objectApiName) && Boolean(listViewApiName);

const listInfoUrl = ({ objectApiName = '', listViewApiName }: ListConfig): string =>
  uiApi(`list-info/${objectName(objectApiName)}/${listViewApiName}`);

/** Wires the label and the columns of a list view. */
export const getListInfoByName = createAdapter<ListConfig, ListInfo>({
  ready: isNamed,
  key: listInfoUrl,
  load: async (config) => (await callOrg(listInfoUrl(config))) as ListInfo,
  tags: () => ['objects']
});

function listRecordsUrl(config: ListRecordsConfig): string {
  const { objectApiName = '', listViewApiName, pageSize, pageToken, sortBy, fields } = config;
  return uiApi(`list-records/${objectName(objectApiName)}/${listViewApiName}`, {
    pageSize,
    pageToken,
    sortBy: asList(sortBy),
    fields: asList(fields)
  });
}

/** Wires a page of the records of a list view. */
export const getListRecordsByName = createAdapter<ListRecordsConfig, RecordPage>({
  ready: isNamed,
  key: listRecordsUrl,
  load: async (config) => (await callOrg(listRecordsUrl(config))) as RecordPage,
  tags: () => ['lists']
});

const listInfosUrl = ({ objectApiName = '' }: ListConfig): string =>
  uiApi(`list-info/${objectName(objectApiName)}`);

/** Wires the list views of an object. */
export const getListInfosByObjectName = createAdapter<ListConfig, ListInfos>({
  ready: ({ objectApiName }) => Boolean(objectApiName),
  key: listInfosUrl,
  load: async (config) => (await callOrg(listInfosUrl(config))) as ListInfos,
  tags: () => ['objects']
});
