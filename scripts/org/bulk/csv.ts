import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { delimiters } from './job.ts';
import type { CsvFormat } from './job.ts';

export interface CsvTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Reads a table with a header line. @throws CsvError of csv-parse, which names the line */
export function readCsv(text: string, { columnDelimiter }: CsvFormat): CsvTable {
  const records = parse(text, {
    bom: true,
    delimiter: delimiters[columnDelimiter] ?? ',',
    skip_empty_lines: true
  });
  const [header = [], ...rows] = records;
  return { header, rows };
}

/** Rows without a header line. */
export function writeRows(
  rows: CsvTable['rows'],
  { columnDelimiter, lineEnding }: CsvFormat
): string {
  return stringify(
    rows.map((row) => [...row]),
    {
      delimiter: delimiters[columnDelimiter] ?? ',',
      quoted: true,
      quoted_empty: true,
      record_delimiter: lineEnding === 'CRLF' ? 'windows' : 'unix'
    }
  );
}

export function writeCsv({ header, rows }: CsvTable, format: CsvFormat): string {
  return writeRows([header, ...rows], format);
}
