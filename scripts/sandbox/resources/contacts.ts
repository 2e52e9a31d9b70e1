import { asText } from '../json.ts';
import { randomFor } from '../data/random.ts';
import type { Check } from '../http/body.ts';
import { checkedBody, isText, orNull } from '../http/body.ts';
import { ApiError, invalid } from '../http/errors.ts';
import type { Call, Operation, Query } from '../http/operation.ts';
import { single } from '../http/query.ts';
import type { JsonObject } from '../json.ts';
import type { Contact } from '../records.ts';
import type { Resource } from './resource.ts';
import { list, present, read, requireRecord } from './resource.ts';

const isEmail: Check = (value) =>
  typeof value === 'string' && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)
    ? undefined
    : 'Enter a valid email address.';

const fields = { email: isEmail, full_name: isText, phone_number: orNull(isText) };
const names = ['email', 'full_name', 'is_editable', 'phone_number', 'uuid'] as const;
const sortable = ['email', 'full_name', 'created_at', 'updated_at'] as const;
type Sortable = (typeof sortable)[number];

/** `search`: a part of the name, address or number, whatever its case. */
function search(query: Query): ((contact: Contact) => boolean) | undefined {
  const words = single(query, 'search')?.toLowerCase();
  if (words === undefined || words === '') return undefined;
  return ({ email, full_name, phone_number }) =>
    `${email} ${full_name} ${phone_number ?? ''}`.toLowerCase().includes(words);
}

/** `ordering`: a field, with a minus for the reverse. */
function ordering(query: Query): ((a: Contact, b: Contact) => number) | undefined {
  const text = single(query, 'ordering');
  if (text === undefined) return undefined;
  const field = sortable.find((name): name is Sortable => name === text.replace(/^-/, ''));
  if (!field) throw unknownOrdering();
  const sign = text.startsWith('-') ? -1 : 1;
  return (a, b) => (a[field] === b[field] ? 0 : a[field] < b[field] ? -sign : sign);
}

function unknownOrdering(): ApiError {
  const message = `Use one of ${sortable.join(', ')}, with a minus for the reverse.`;
  return invalid({ field: 'ordering', code: 'invalid', message });
}

const resource: Resource<'contacts'> = {
  name: 'contacts',
  filters: names,
  bareFilters: names,
  isIncremental: false,
  hidden: ['last_modified_at'],
  matches: search,
  compare: ordering
};

/** @throws ApiError 409 when another contact has this address */
function requireFreeEmail({ world }: Call, email: unknown, own?: string): void {
  const isTaken = world.records.contacts
    .all()
    .some((contact) => contact.email === email && contact.id !== own);
  if (isTaken) throw new ApiError('conflict', `There is already a contact with ${String(email)}.`);
}

function requireEditable(call: Call): Contact {
  const contact = requireRecord('contacts', call);
  if (contact.is_editable) return contact;
  throw new ApiError('not_editable', 'This contact comes from a cloud and cannot be changed.');
}

function created(call: Call, body: JsonObject): Contact {
  const stamp = call.world.stamps.next(call.now);
  const id = randomFor(call.world.seed, `new contact ${stamp}`).uuid();
  return {
    id,
    uuid: id,
    email: asText(body['email']),
    full_name: asText(body['full_name']),
    phone_number: typeof body['phone_number'] === 'string' ? body['phone_number'] : null,
    is_editable: true,
    created_at: stamp,
    updated_at: stamp,
    last_modified_at: stamp
  };
}

const create: Operation = {
  method: 'POST',
  path: '/contacts/',
  limit: 'standard',
  handle: (call) => {
    const body = checkedBody(call.body, { fields, required: ['email', 'full_name'] });
    requireFreeEmail(call, body['email']);
    const contact = created(call, body);
    call.world.records.contacts.put(contact);
    return { status: 201, body: present(resource, contact) };
  }
};

const update: Operation = {
  method: 'PATCH',
  path: '/contacts/{uuid}/',
  limit: 'standard',
  handle: (call) => {
    const contact = requireEditable(call);
    const changes = checkedBody(call.body, { fields });
    if (changes['email'] !== undefined) requireFreeEmail(call, changes['email'], contact.id);
    const stamp = call.world.stamps.next(call.now);
    const next: Contact = { ...contact, ...changes, updated_at: stamp, last_modified_at: stamp };
    call.world.records.contacts.put(next);
    return { status: 200, body: present(resource, next) };
  }
};

const remove: Operation = {
  method: 'DELETE',
  path: '/contacts/{uuid}/',
  limit: 'standard',
  handle: (call) => {
    call.world.records.contacts.delete(requireEditable(call).id);
    return { status: 204 };
  }
};

/** People on either side of a deal. */
export const contacts = [list(resource), read(resource), create, update, remove];
