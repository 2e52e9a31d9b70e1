import type {
  ChildRelationship,
  FieldDefinition,
  ObjectDefinition,
  ObjectKind,
  SharingModel
} from '../../apex/index.ts';
import type { CatalogueEntry, ObjectDetails } from './catalogue.ts';
import { defineObject } from './object.ts';
import { parseField, standardField, type CatalogueField } from './standardField.ts';

/** Fields of features that a plain org does not have: person accounts, currencies, territories, state picklists … */
const featureFields =
  /^(Person[A-Z].*|IsPersonAccount|CurrencyIsoCode|Division|.*CountryCode|.*StateCode|.*Territory2.*|IsExcludedFromRealign|IsCustomerPortal|ChannelProgram.*|SourceSystem.*|IsPriorityRecord|HasPrivacyHold|IsSplit|GenderIdentity|Pronouns|.*CURequestDate|.*CUUpdateDate)$/;
const personObjects: Readonly<Record<string, RegExp>> = {
  Account: /^(FirstName|LastName|Salutation|MiddleName|Suffix|EffectiveDate|EndDate|IsActive)$/,
  User: /^$/
};
const featureChildren = /^(Person|EventRelations|TaskRelations|.*Relationships$)/;

const withOwnActivities = [
  'Account', 'Asset', 'Campaign', 'Case', 'Contract', 'ListEmail', 'Opportunity', 'Order', 'Product2', 'Quote'
]; // prettier-ignore

/** Where an open reference (to `Name`, or to any `SObject`) leads. `*`: to every object that may have activities. */
const openReferences: Readonly<Record<string, readonly string[]>> = {
  Owner: ['Group', 'User'],
  Who: ['Contact', 'Lead'],
  What: ['*'],
  Parent: ['*', 'Contact', 'Lead', 'Task', 'Event'],
  RelatedTo: ['*'],
  LinkedEntity: ['*', 'Contact', 'Lead', 'User', 'Organization', 'Group'],
  FirstPublishLocation: ['*', 'Contact', 'Lead', 'User'],
  Related: ['UserRole', 'User'],
  UserOrGroup: ['Group', 'User'],
  LeadOrContact: ['Contact', 'Lead'],
  LeadOrContactOwner: ['Group', 'User'],
  SetupEntity: [
    'ApexClass',
    'ApexPage',
    'CustomPermission',
    'ConnectedApplication',
    'NamedCredential'
  ],
  SetupOwner: ['Organization', 'Profile', 'User'],
  Application: ['ConnectedApplication', 'AppDefinition'],
  TargetObject: ['*'],
  Actor: ['Group', 'User'],
  OriginalActor: ['Group', 'User']
};

/** What a standard object is made from. */
export interface StandardSource {
  readonly name: string;
  readonly entry: CatalogueEntry;
  readonly details: ObjectDetails | undefined;
  /** Names of all standard objects. */
  readonly known: ReadonlySet<string>;
  /** Fields that the project customises, `Account.IsCustomerPortal`: whatever feature they need is on. */
  readonly customised: ReadonlySet<string>;
  /** Canonical names of the project's objects that may have activities. */
  readonly activityObjects: readonly string[];
}

/** A standard object as it is before the project's own fields. */
export function standardObject(source: StandardSource): ObjectDefinition {
  const { name, details } = source;
  const traits = new Set((details?.traits ?? '').split(' '));
  const kind = kindOf(name);
  return defineObject({
    name,
    kind,
    ...wordsOf(name, details),
    keyPrefix: details?.prefix,
    sharingModel: (details?.sharing ?? 'ReadWrite') as SharingModel,
    fields: standardFields(source),
    childRelationships: standardChildren(source),
    ...abilitiesOf(kind, traits),
    queryable: name !== 'Name',
    searchable: traits.has('searchable'),
    mergeable: traits.has('mergeable')
  });
}

function wordsOf(
  name: string,
  details: ObjectDetails | undefined
): Pick<ObjectDefinition, 'label' | 'pluralLabel'> {
  return { label: details?.label ?? name, pluralLabel: details?.plural ?? name };
}

type Abilities = Pick<ObjectDefinition, 'createable' | 'updateable' | 'deletable' | 'undeletable'>;

function abilitiesOf(kind: ObjectKind, traits: ReadonlySet<string>): Abilities {
  const isOpen = kind !== 'history' && !traits.has('readonly');
  return {
    createable: isOpen && !traits.has('nocreate'),
    updateable: isOpen,
    deletable: isOpen && !traits.has('nodelete'),
    undeletable: kind === 'standard' && !traits.has('setup')
  };
}

function kindOf(name: string): ObjectKind {
  if (name.endsWith('ErrorEvent')) return 'platformEvent';
  if (name.endsWith('Share')) return 'share';
  return /(History|FieldHistory)$/.test(name) && !/^(Login|Opportunity)History$/.test(name)
    ? 'history'
    : 'standard';
}

function standardFields(source: StandardSource): FieldDefinition[] {
  const { name, entry, details } = source;
  return entry.fields
    .split(' ')
    .map(parseField)
    .filter((field) => isPresent(name, field) || source.customised.has(`${name}.${field.name}`))
    .map((field) => ({ field, targets: targetsOf(field, source) }))
    .filter(({ field, targets }) => field.type !== 'reference' || targets.length > 0)
    .map(({ field, targets }) => {
      const made = standardField(field, details?.fields?.[field.name], targets);
      return field.name === details?.master ? { ...made, masterDetail: true } : made;
    });
}

function isPresent(object: string, { name }: CatalogueField): boolean {
  if (name === 'RecordTypeId') return false; // Comes with the project's record types.
  if (object === 'User') return name !== 'CurrencyIsoCode' && !/(Country|State)Code$/.test(name);
  return !featureFields.test(name) && !(personObjects[object]?.test(name) ?? false);
}

function targetsOf(field: CatalogueField, source: StandardSource): readonly string[] {
  const { target } = field;
  if (target === undefined) return [];
  if (target !== 'Name' && target !== 'SObject') return source.known.has(target) ? [target] : [];
  const open = openReferences[field.relationship ?? ''] ?? ['*'];
  return open
    .flatMap((name) => (name === '*' ? [...withOwnActivities, ...source.activityObjects] : [name]))
    .filter((name) => name !== source.name || field.relationship === 'Parent');
}

function standardChildren(source: StandardSource): ChildRelationship[] {
  if (source.entry.children === '') return [];
  return source.entry.children.split(' ').flatMap((text) => {
    const [relationshipName = '', childObject = '', field = ''] = text.split(/[:.]/);
    if (featureChildren.test(relationshipName)) return [];
    return [
      { relationshipName, childObject, field, cascadeDelete: false, restrictedDelete: false }
    ];
  });
}
