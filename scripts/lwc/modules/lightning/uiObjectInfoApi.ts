import { createAdapter } from '../local/adapters.ts';
import { callOrg, uiApi } from '../local/api.ts';
import { objectName, qualifiedName } from '../local/records.ts';
import type { FieldId, ObjectId } from '../local/records.ts';
import type { ObjectInfo, Picklist, Picklists } from '../local/uiTypes.ts';

export type {
  FieldInfo,
  ObjectInfo,
  Picklist,
  Picklists,
  PicklistValue
} from '../local/uiTypes.ts';

interface ObjectConfig {
  readonly objectApiName?: ObjectId;
}

const infoUrl = ({ objectApiName = '' }: ObjectConfig): string =>
  uiApi(`object-info/${objectName(objectApiName)}`);

/** Wires what is known of an object: labels, fields, record types. */
export const getObjectInfo = createAdapter<ObjectConfig, ObjectInfo>({
  ready: ({ objectApiName }) => Boolean(objectApiName),
  key: infoUrl,
  load: async (config) => (await callOrg(infoUrl(config))) as ObjectInfo,
  tags: () => ['objects']
});

interface PicklistConfig {
  readonly recordTypeId?: string;
  readonly fieldApiName?: FieldId;
}

function picklistUrl({ recordTypeId, fieldApiName = '' }: PicklistConfig): string {
  const [object = '', field = ''] = qualifiedName(fieldApiName).split('.');
  return uiApi(`object-info/${object}/picklist-values/${recordTypeId}/${field}`);
}

/** Wires the values of one picklist. */
export const getPicklistValues = createAdapter<PicklistConfig, Picklist>({
  ready: ({ recordTypeId, fieldApiName }) => Boolean(recordTypeId) && Boolean(fieldApiName),
  key: picklistUrl,
  load: async (config) => (await callOrg(picklistUrl(config))) as Picklist,
  tags: () => ['objects']
});

interface RecordTypeConfig extends ObjectConfig {
  readonly recordTypeId?: string;
}

const allPicklistsUrl = ({ objectApiName = '', recordTypeId }: RecordTypeConfig): string =>
  uiApi(`object-info/${objectName(objectApiName)}/picklist-values/${recordTypeId}`);

/** Wires the values of all picklists of a record type. */
export const getPicklistValuesByRecordType = createAdapter<RecordTypeConfig, Picklists>({
  ready: ({ objectApiName, recordTypeId }) => Boolean(objectApiName) && Boolean(recordTypeId),
  key: allPicklistsUrl,
  load: async (config) => (await callOrg(allPicklistsUrl(config))) as Picklists,
  tags: () => ['objects']
});
