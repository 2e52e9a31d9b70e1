import type { FieldValue, StoredRow } from '../store/types.ts';
import type { DmlContext } from './ports.ts';
import type { WorkRecord } from './work.ts';

type Default = FieldValue | ((context: DmlContext, values: StoredRow) => FieldValue);

/** What the platform puts into required fields of standard objects that the caller left out. */
const defaults: Readonly<Record<string, Readonly<Record<string, Default>>>> = {
  Case: { BusinessHoursId: defaultBusinessHours },
  ContentDocumentLink: { ShareType: 'V', Visibility: 'AllUsers' },
  ContentVersion: {
    ContentLocation: 'S',
    Origin: 'C',
    PublishStatus: 'P',
    SharingOption: 'A',
    SharingPrivacy: 'N',
    Title: (_context, { PathOnClient: path }) => fileTitle(path)
  },
  FeedComment: { InsertedById: userOf },
  FeedItem: { CommentCount: 0, InsertedById: userOf, LikeCount: 0 },
  Group: { DeveloperName: (_context, { Name: name }) => developerName(name) },
  User: {
    CommunityNickname: (context) => `User${nicknameNumber(context)}`,
    IsActive: true,
    UserType: 'Standard'
  }
};

/** Fields that the platform fills by itself after the checks, so that callers may leave them out. */
const filledLater: Readonly<Record<string, readonly string[]>> = {
  Case: ['BusinessHoursId'],
  ContentVersion: ['ContentDocumentId']
};

/** May a required field be missing, since the platform fills it? */
export function isFilledLater(object: string, field: string): boolean {
  return filledLater[object]?.includes(field) ?? false;
}

/** Fills what a new standard record was not given. */
export function applyStandardDefaults(context: DmlContext, record: WorkRecord): void {
  const { values, plan, object } = record;
  const own = defaults[object];
  for (const name in own) {
    const given = own[name];
    if (given === undefined || !plan.has(name) || isGiven(record, name)) continue;
    values[name] = typeof given === 'function' ? given(context, values) : given;
  }
}

/** An unchecked box counts as given only when the caller said so. */
function isGiven({ values, input }: WorkRecord, name: string): boolean {
  return values[name] === false ? name in input.values : (values[name] ?? null) !== null;
}

function userOf({ user }: DmlContext): string {
  return user.userId;
}

function defaultBusinessHours({ plans, store }: DmlContext): FieldValue {
  if (plans.get('BusinessHours') === undefined) return null;
  return store.find('BusinessHours', 'IsDefault', [true])[0]?.['Id'] ?? null;
}

/** `/files/Offer.pdf` → `Offer` */
function fileTitle(path: FieldValue | undefined): FieldValue {
  if (typeof path !== 'string') return null;
  return path.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
}

/** Digits like a time stamp's, as in `User16789012345`. */
function nicknameNumber(context: DmlContext): string {
  const number = context.store.nextNumber('User', 'CommunityNickname');
  return `${String(context.clock.now())}${String(number).padStart(6, '0')}`;
}

/** `Deal Desk` → `Deal_Desk` */
function developerName(name: FieldValue | undefined): FieldValue {
  if (typeof name !== 'string') return null;
  const words = name.replaceAll(/[^A-Za-z0-9]+/g, '_').replaceAll(/^_+|_+$/g, '');
  return /^[A-Za-z]/.test(words) ? words : `X${words}`;
}
