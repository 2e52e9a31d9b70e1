import type { ObjectDefinition } from '../../../apex/index.ts';
import { ApexSObject } from '../../../apex/runtime/index.ts';
import { toApex } from '../../runtime/index.ts';
import type { FieldValue } from '../../store/types.ts';

const cell = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r?\n|$)/gy;

/** The rows of a CSV text; quotes as in RFC 4180. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [whole, raw = '', end] of text.matchAll(cell)) {
    if (whole === '' && row.length === 0) break;
    row.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

/** Records from a CSV with field names in its first row, as `Test.loadData` reads them. */
export function recordsFromCsv(object: ObjectDefinition, text: string): ApexSObject[] {
  const [header = [], ...rows] = parseCsv(text);
  return rows.map((row) => {
    const record = new ApexSObject(object.name);
    header.forEach((name, index) => {
      const field = object.fields.get(name.trim().toLowerCase());
      const value = row[index] ?? '';
      if (field === undefined || value === '') return;
      record.fields[field.name] = toApex(fromText(value, field.type), field);
    });
    return record;
  });
}

function fromText(value: string, type: string): FieldValue {
  return type === 'boolean' ? value.toLowerCase() === 'true' : value;
}
