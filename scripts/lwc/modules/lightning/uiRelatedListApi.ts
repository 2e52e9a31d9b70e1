import { createAdapter } from '../local/adapters.ts';
import { callOrg, uiApi } from '../local/api.ts';
import { asList, qualifiedName } from '../local/records.ts';
import type { FieldId } from '../local/records.ts';
import type { RecordPage } from '../local/uiTypes.ts';

export type { RecordPage } from '../local/uiTypes.ts';

interface RelatedListConfig {
  readonly parentRecordId?: string;
  readonly relatedListId?: string;
  readonly fields?: FieldId | readonly FieldId[];
  readonly optionalFields?: FieldId | readonly FieldId[];
  readonly pageSize?: number;
  readonly pageToken?: string;
  readonly sortBy?: string | readonly string[];
}

function relatedRecordsUrl(config: RelatedListConfig): string {
  const { parentRecordId, relatedListId, pageSize, pageToken, sortBy } = config;
  return uiApi(`related-list-records/${parentRecordId}/${relatedListId}`, {
    fields: asList(config.fields).map(qualifiedName),
    optionalFields: asList(config.optionalFields).map(qualifiedName),
    pageSize,
    pageToken,
    sortBy: asList(sortBy)
  });
}

/** Wires records that belong to a record. */
export const getRelatedListRecords = createAdapter<RelatedListConfig, RecordPage>({
  ready: ({ parentRecordId, relatedListId }) => Boolean(parentRecordId) && Boolean(relatedListId),
  key: relatedRecordsUrl,
  load: async (config) => (await callOrg(relatedRecordsUrl(config))) as RecordPage,
  tags: ({ parentRecordId }) => ['lists', `record:${parentRecordId}`]
});
