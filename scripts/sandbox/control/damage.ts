import { Readable } from 'node:stream';

import { isJsonObject } from '../json.ts';

/** The first half of `text`, then the connection breaks. */
export function brokenStream(text: string): Readable {
  return Readable.from(
    (function* broken(): Generator<string> {
      yield text.slice(0, Math.floor(text.length / 2));
      throw new Error('The sandbox was asked to break this answer.');
    })()
  );
}

/** JSON that does not parse, though its length is right. */
export function malformed(text: string): string {
  return `${text.slice(0, -1)},`;
}

/** The same JSON with a value of another type in every field of every record. */
export function wrongTypes(text: string): string {
  const body: unknown = JSON.parse(text);
  if (!isJsonObject(body)) return JSON.stringify([body]);
  const { results } = body;
  const isList = Array.isArray(results);
  return JSON.stringify(isList ? { ...body, results: results.map(swapFields) } : swapFields(body));
}

function swapFields(record: unknown): unknown {
  if (!isJsonObject(record)) return swap(record);
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, swap(value)]));
}

function swap(value: unknown): unknown {
  if (typeof value === 'string') return value.length;
  if (typeof value === 'number') return { value };
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return 'list';
  return value === null ? [] : 17;
}
