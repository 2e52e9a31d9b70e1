import type { DmlOperation, ObjectDefinition } from '../../../apex/index.ts';
import type { DmlRecord, DmlResult } from '../../dml/types.ts';
import { readForm } from '../blobParts.ts';
import { requestRecord } from '../requestRecord.ts';
import { malformedBody, saveRefused } from '../restError.ts';
import type { RestCall } from './route.ts';

export interface SaveOne {
  readonly operation: DmlOperation;
  readonly record: DmlRecord;
  readonly externalIdField?: string;
}

/** Saves one record as the user. @throws RestError when it is refused */
export async function saveOne(call: RestCall, save: SaveOne): Promise<DmlResult> {
  const [result] = await call.org.save(call.userId, {
    operation: save.operation,
    records: [save.record],
    externalIdField: save.externalIdField,
    allOrNone: true,
    accessLevel: 'user',
    sharing: true
  });
  if (result?.success !== true) throw saveRefused(result?.errors ?? []);
  return result;
}

/**
 * The record of a body: JSON, or a form of which one part is JSON and another is named after the field that holds its
 * bytes. https://developer.salesforce.com/docs/platform/api-rest/guide/dome-sobject-insert-update-blob.html
 */
export function bodyRecord(call: RestCall, object: ObjectDefinition): DmlRecord {
  const { schema } = call.org;
  if (!Buffer.isBuffer(call.body)) return requestRecord(schema, object, call.body);
  const { json, files } = readForm(call.body, call.headers['content-type']);
  const record = requestRecord(schema, object, json);
  for (const part of files) {
    const field = schema.field(object, part.name);
    if (field?.type !== 'base64') {
      throw malformedBody(`${part.name} is no field of ${object.name} that holds a file.`);
    }
    record.values[field.name] = new Uint8Array(part.data);
  }
  return record;
}
