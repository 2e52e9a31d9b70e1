import { callOrg } from '../modules/local/api.ts';
import { loadObjectInfo } from './metadata.ts';
import { recordUrl } from './fieldText.ts';

/** A record found by its name. */
export interface SearchResult {
  readonly id: string;
  readonly name: string;
  readonly objectLabel: string;
  readonly url: string;
}

interface QueryResult {
  readonly records: readonly Readonly<Record<string, unknown>>[];
}

/** Objects without access or name are left out: a search never fails for one of them. */
export async function searchByName(
  objects: readonly string[],
  text: string
): Promise<SearchResult[]> {
  const found = await Promise.allSettled(objects.map((object) => searchObject(object, text)));
  return found.flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
}

async function searchObject(objectApiName: string, text: string): Promise<SearchResult[]> {
  const { nameFields, label } = await loadObjectInfo(objectApiName);
  const [nameField = 'Name'] = nameFields;
  const soql = searchQuery(objectApiName, nameField, text);
  const path = `/services/data/v66.0/query?q=${encodeURIComponent(soql)}`;
  const { records } = (await callOrg(path)) as QueryResult;
  return records.map((record) => ({
    id: String(record['Id']),
    name: String(record[nameField]),
    objectLabel: label,
    url: recordUrl(objectApiName, String(record['Id']))
  }));
}

/** The query of a search; what was typed is quoted for SOQL and for LIKE. */
export function searchQuery(objectApiName: string, nameField: string, text: string): string {
  const pattern = text.replace(/[\\'%_]/g, (character) => `\\${character}`);
  return `SELECT Id, ${nameField} FROM ${objectApiName} WHERE ${nameField} LIKE '%${pattern}%' ORDER BY ${nameField} LIMIT 5`;
}
