import { jsonOf } from './jsonText.ts';
import { readMultipart } from './multipart.ts';
import type { Part } from './multipart.ts';
import { isPlainObject } from './requestRecord.ts';
import { malformedBody } from './restError.ts';

/** A form of JSON and files, taken apart. */
export interface FormBody {
  readonly json: unknown;
  /** The parts that are no JSON. */
  readonly files: readonly Part[];
}

/** @throws RestError for a form without JSON */
export function readForm(body: Buffer, contentType: unknown): FormBody {
  const parts = readMultipart(body, contentType);
  const fields = parts.find(
    (part) => part.fileName === undefined && /^application\/json/i.test(part.contentType ?? '')
  );
  if (fields === undefined) throw malformedBody('A part with the fields as JSON is missing.');
  return {
    json: jsonOf(fields.data.toString('utf8')),
    files: parts.filter((part) => part !== fields)
  };
}

/**
 * Puts files into the records of a collection, which name them: `binaryPartName` is the part, `binaryPartNameAlias` the
 * field. https://developer.salesforce.com/docs/platform/api-rest/guide/dome-sobject-insert-update-blob.html
 */
export function withFiles({ json, files }: FormBody): unknown {
  const records: unknown = isPlainObject(json) ? json['records'] : undefined;
  if (!isPlainObject(json) || !Array.isArray(records)) return json;
  return { ...json, records: records.map((record: unknown) => withFile(record, files)) };
}

function withFile(record: unknown, files: readonly Part[]): unknown {
  const attributes = isPlainObject(record) ? record['attributes'] : undefined;
  if (!isPlainObject(record) || !isPlainObject(attributes)) return record;
  const { binaryPartName: name, binaryPartNameAlias: field } = attributes;
  if (name === undefined && field === undefined) return record;
  const part = files.find((file) => file.name === name);
  if (part === undefined || typeof field !== 'string') {
    throw malformedBody(`The form has no part ${String(name)} for the field ${String(field)}.`);
  }
  return { ...record, [field]: part.data.toString('base64') };
}
