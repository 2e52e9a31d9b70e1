import type { FieldDefinition, FieldType, PicklistValue } from '../../apex/index.ts';
import { defineField, type FieldDraft } from './field.ts';

type Part = Partial<FieldDraft>;

/** Fields nobody sets, on whatever object they are. */
const readOnlyNames =
  /^(Id|IsDeleted|CreatedDate|CreatedById|LastModifiedDate|LastModifiedById|SystemModstamp|LastViewedDate|LastReferencedDate|LastActivityDate|.*GeocodeAccuracy)$/;
const alwaysSet =
  /^(Id|IsDeleted|CreatedDate|CreatedById|LastModifiedDate|LastModifiedById|SystemModstamp|OwnerId)$/;

/** What a text's or number's name says of its type, where the details say nothing. */
const guesses: readonly (readonly [RegExp, Part])[] = [
  [/Street$/, { type: 'textarea', length: 255 }],
  [/Email$/, { type: 'email', length: 80 }],
  [/(Phone|Fax)$/, { type: 'phone', length: 40 }],
  [/(Website|Url|URL)$/, { type: 'url', length: 255 }],
  [/(City|State|Country)$/, { type: 'string', length: 80 }],
  [/GeocodeAccuracy$/, { type: 'picklist', length: 40 }],
  [/(Latitude|Longitude)$/, { type: 'double', precision: 18, scale: 15 }],
  [/(Amount|Price|Revenue|Cost|Total|Subtotal)$/, { type: 'currency', precision: 18, scale: 2 }],
  [
    /(^Status|Type|Level|RowCause|Stage|Role|Category|SidKey|LocaleKey)$/,
    { type: 'picklist', length: 40 }
  ]
];

const lengths: Partial<Record<FieldType, Part>> = {
  id: { length: 18 },
  reference: { length: 18 },
  string: { length: 255 },
  double: { precision: 18, scale: 2 }
};

/** A field as the catalogue writes it, `ParentId:reference?:Account:Parent`, taken apart. */
export interface CatalogueField {
  readonly name: string;
  readonly type: FieldType;
  readonly nillable: boolean;
  readonly target: string | undefined;
  readonly relationship: string | undefined;
}

/** Takes a catalogue entry's field apart. */
export function parseField(text: string): CatalogueField {
  const [name = '', type = '', target, relationship] = text.split(':');
  const nillable = type.endsWith('?');
  return { name, type: type.replace('?', '') as FieldType, nillable, target, relationship };
}

/** Flags of the details, and what each means. */
const flags: Readonly<Record<string, Part>> = {
  required: { nillable: false },
  readonly: { createable: false, updateable: false },
  createonly: { updateable: false },
  defaulted: { defaultedOnCreate: true },
  name: { nameField: true },
  auto: { autoNumber: true, autoNumberFormat: '{00000000}', createable: false, updateable: false },
  unique: { unique: true },
  idlookup: { idLookup: true },
  cascade: { deleteConstraint: 'Cascade' },
  restrict: { deleteConstraint: 'Restrict' }
};

/** A standard field from the catalogue and its line in the details, `Label|type length|flags|values`. */
export function standardField(
  field: CatalogueField,
  detail: string | undefined,
  referenceTo: readonly string[]
): FieldDefinition {
  const parts = detailParts(detail);
  return defineField({
    name: field.name,
    label: parts.label ?? labelOf(field.name),
    type: field.type,
    nillable: field.nillable && field.type !== 'boolean',
    referenceTo,
    relationshipName: referenceTo.length === 0 ? undefined : field.relationship,
    ...lengths[field.type],
    ...(parts.type === undefined ? guessOf(field) : typeOf(parts.type)),
    ...systemPart(field),
    ...flagParts(parts.flags ?? ''),
    ...valuePart(parts.values ?? '')
  });
}

type DetailPart = 'label' | 'type' | 'flags' | 'values';

function detailParts(detail: string | undefined): Partial<Record<DetailPart, string>> {
  const names: readonly DetailPart[] = ['label', 'type', 'flags', 'values'];
  const texts = detail?.split('|') ?? [];
  const given = names.map((name, position) => [name, texts[position] ?? ''] as const);
  return Object.fromEntries(given.filter(([, text]) => text !== ''));
}

function systemPart({ name, type }: CatalogueField): Part {
  const idPart = name === 'Id' ? { idLookup: true } : {};
  const written = readOnlyNames.test(name) ? { createable: false, updateable: false } : {};
  const set = alwaysSet.test(name) || type === 'boolean' ? { defaultedOnCreate: true } : {};
  const address = type === 'address' ? { createable: false, updateable: false } : {};
  return { ...idPart, ...written, ...set, ...address };
}

function typeOf(text: string): Part {
  const [name = 'string', size = '0'] = text.split(' ');
  const type = name as FieldType;
  const [first = 0, scale = 0] = size.split(',').map(Number);
  if (measured.has(type)) return { type, precision: first, scale };
  return { type, length: first === 0 && listed.has(type) ? 255 : first };
}

const measured: ReadonlySet<FieldType> = new Set(['currency', 'percent', 'double']);
const listed: ReadonlySet<FieldType> = new Set(['picklist', 'combobox']);

function guessOf(field: CatalogueField): Part {
  if (field.type !== 'string' && field.type !== 'double') return {};
  return guesses.find(([pattern]) => pattern.test(field.name))?.[1] ?? {};
}

function flagParts(text: string): Part {
  const names = text.split(' ').filter((name) => name !== '');
  return Object.assign({}, ...names.map((name) => flags[name] ?? {})) as Part;
}

function valuePart(text: string): Part {
  return text === '' ? {} : { picklistValues: text.split(';').map(standardValue) };
}

/** `*Normal` is the default. */
function standardValue(text: string): PicklistValue {
  const value = text.replace(/^\*/, '');
  return { value, label: value, active: true, defaultValue: text !== value, validFor: [] };
}

/** `MailingPostalCode` → `Mailing Postal Code`. */
function labelOf(name: string): string {
  return name.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/ Id$/, ' ID');
}
