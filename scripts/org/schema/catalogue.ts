import { readFileSync } from 'node:fs';

/** A standard object's fields and children, as `catalogue/make.ts` derived them. */
export interface CatalogueEntry {
  /** `Name:string ParentId:reference?:Account:Parent …`; `?` where a value may be missing. */
  readonly fields: string;
  /** `Contacts:Contact.AccountId …` */
  readonly children: string;
}

/** What the derived catalogue lacks, from the Object Reference. */
export interface ObjectDetails {
  readonly label: string;
  readonly plural: string;
  readonly prefix?: string;
  readonly sharing?: string;
  /** The reference whose record this one belongs to. */
  readonly master?: string;
  /** `searchable`, `mergeable`, `setup`, `readonly`, `nocreate`, `nodelete`. */
  readonly traits?: string;
  /** `Label|type length|flags|values` by field; a part that is empty says nothing. */
  readonly fields?: Readonly<Record<string, string>>;
}

function readJson<T>(name: string): Readonly<Record<string, T>> {
  return JSON.parse(readFileSync(new URL(`catalogue/${name}`, import.meta.url), 'utf8')) as Record<
    string,
    T
  >;
}

/** The standard objects with their fields. */
export const readCatalogue = (): Readonly<Record<string, CatalogueEntry>> =>
  readJson('objects.json');

/** Labels, lengths, values and abilities of the standard objects. */
export const readDetails = (): Readonly<Record<string, ObjectDetails>> => readJson('details.json');
