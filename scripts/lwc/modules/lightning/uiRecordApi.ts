import { createAdapter, wires } from '../local/adapters.ts';
import { callOrg, uiApi } from '../local/api.ts';
import { asList, findField, qualifiedName } from '../local/records.ts';
import type { FieldId, FieldValue, UiRecord } from '../local/records.ts';

export type { FieldId, FieldValue, UiRecord } from '../local/records.ts';

interface GetRecordConfig {
  readonly recordId?: string;
  readonly fields?: FieldId | readonly FieldId[];
  readonly optionalFields?: FieldId | readonly FieldId[];
  readonly layoutTypes?: string | readonly string[];
  readonly modes?: string | readonly string[];
}

function recordUrl({
  recordId,
  fields,
  optionalFields,
  layoutTypes,
  modes
}: GetRecordConfig): string {
  return uiApi(`records/${recordId}`, {
    fields: asList(fields).map(qualifiedName),
    optionalFields: asList(optionalFields).map(qualifiedName),
    layoutTypes: asList(layoutTypes),
    modes: asList(modes)
  });
}

/** Wires a record. */
export const getRecord = createAdapter<GetRecordConfig, UiRecord>({
  ready: ({ recordId, fields, optionalFields, layoutTypes }) =>
    Boolean(recordId) && Boolean(fields ?? optionalFields ?? layoutTypes),
  key: recordUrl,
  load: async (config) => (await callOrg(recordUrl(config))) as UiRecord,
  tags: ({ recordId }) => ['records', `record:${recordId}`]
});

interface GetRecordsConfig {
  readonly records?: readonly (Omit<GetRecordConfig, 'recordId'> & {
    readonly recordIds: readonly string[];
  })[];
}

interface RecordResults {
  readonly results: readonly { readonly statusCode: number; readonly result: UiRecord }[];
}

/** Wires several records. */
export const getRecords = createAdapter<GetRecordsConfig, RecordResults>({
  ready: ({ records }) => records !== undefined && records.length > 0,
  key: (config) => `records:${JSON.stringify(config)}`,
  load: async ({ records = [] }) => {
    const urls = records.flatMap(({ recordIds, ...config }) =>
      recordIds.map((recordId) => recordUrl({ recordId, ...config }))
    );
    const results = await Promise.all(urls.map((url) => callOrg(url)));
    return { results: results.map((result) => ({ statusCode: 200, result: result as UiRecord })) };
  },
  tags: ({ records = [] }) => [
    'records',
    ...records.flatMap(({ recordIds }) => recordIds.map((id) => `record:${id}`))
  ]
});

function pathOf(field: FieldId): string {
  const name = qualifiedName(field);
  return name.slice(name.indexOf('.') + 1);
}

function fieldOf(record: UiRecord | undefined, field: FieldId): FieldValue | undefined {
  return findField(record, pathOf(field));
}

/** The value of a field of a wired record. */
export function getFieldValue(record: UiRecord | undefined, field: FieldId): unknown {
  return fieldOf(record, field)?.value;
}

/** The text of a field as a person reads it. */
export function getFieldDisplayValue(
  record: UiRecord | undefined,
  field: FieldId
): string | null | undefined {
  return fieldOf(record, field)?.displayValue;
}

interface RecordInput {
  readonly apiName?: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Saves changed fields (with `Id` among them); wired copies of the record follow. */
export async function updateRecord({ fields }: RecordInput): Promise<UiRecord> {
  const { Id, ...changes } = fields;
  const body = { fields: changes };
  const record = await callOrg(uiApi(`records/${String(Id)}`), { method: 'PATCH', body });
  await wires.invalidate(`record:${String(Id)}`, 'lists');
  return record as UiRecord;
}

export async function createRecord({ apiName, fields }: RecordInput): Promise<UiRecord> {
  const record = await callOrg(uiApi('records'), { method: 'POST', body: { apiName, fields } });
  await wires.invalidate('lists');
  return record as UiRecord;
}

export async function deleteRecord(recordId: string): Promise<void> {
  await callOrg(uiApi(`records/${recordId}`), { method: 'DELETE' });
  await wires.invalidate('lists');
}

/** Tells that records were changed elsewhere, e.g. by Apex. */
export async function notifyRecordUpdateAvailable(
  records: readonly { readonly recordId: string }[]
): Promise<void> {
  await wires.invalidate(...records.map(({ recordId }) => `record:${recordId}`), 'lists');
}

/** The older name of `notifyRecordUpdateAvailable`. */
export const getRecordNotifyChange = notifyRecordUpdateAvailable;
