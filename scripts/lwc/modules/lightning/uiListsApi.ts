import { createAdapter } from '../local/adapters.ts';
import { callOrg, uiApi } from '../local/api.ts';
import { asList, objectName } from '../local/records.ts';
import type { ObjectId } from '../local/records.ts';

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
export const getListInfoByName = createAdapter<ListConfig, unknown>({
  ready: isNamed,
  key: listInfoUrl,
  load: (config) => callOrg(listInfoUrl(config)),
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
export const getListRecordsByName = createAdapter<ListRecordsConfig, unknown>({
  ready: isNamed,
  key: listRecordsUrl,
  load: (config) => callOrg(listRecordsUrl(config)),
  tags: () => ['lists']
});

const listInfosUrl = ({ objectApiName = '' }: ListConfig): string =>
  uiApi(`list-info/${objectName(objectApiName)}`);

/** Wires the list views of an object. */
export const getListInfosByObjectName = createAdapter<ListConfig, unknown>({
  ready: ({ objectApiName }) => Boolean(objectApiName),
  key: listInfosUrl,
  load: (config) => callOrg(listInfosUrl(config)),
  tags: () => ['objects']
});
