import type { Store } from '../store/types.ts';
import type { Grants, ObjectGrant } from './grants.ts';

/** What a permission set group takes away from what its permission sets grant. */
export interface Muting {
  /** Under these ids stand the rows of what is muted. */
  readonly permissionSetIds: readonly string[];
  readonly userPermissions: readonly string[];
}

function settingOf(groupId: string): string {
  return `muting ${groupId}`;
}

/** Keeps what a group mutes beside the records: muting permission sets are rows of no object that can be queried. */
export function writeMuting(store: Store, groupId: string, muting: Muting): void {
  const text = JSON.stringify(muting);
  const isEmpty = muting.permissionSetIds.length === 0;
  const before = store.getSetting(settingOf(groupId));
  if (before !== text && !(isEmpty && before === undefined)) {
    store.setSetting(settingOf(groupId), text);
  }
}

/** What a group mutes; undefined when it is nothing. */
export function readMuting(store: Store, groupId: string): Muting | undefined {
  const text = store.getSetting(settingOf(groupId));
  // Only `writeMuting` writes it.
  return text === undefined ? undefined : (JSON.parse(text) as Muting);
}

/** Both together. */
export function add(one: Grants, other: Grants): Grants {
  return {
    objects: joined(one.objects, other.objects, addObject),
    fields: joined(one.fields, other.fields, (left, right) => (left === 'edit' ? left : right)),
    entities: one.entities.union(other.entities),
    userPermissions: one.userPermissions.union(other.userPermissions)
  };
}

function joined<T>(
  one: ReadonlyMap<string, T>,
  other: ReadonlyMap<string, T>,
  both: (left: T, right: T) => T
): Map<string, T> {
  const all = new Map(one);
  for (const [key, value] of other) {
    const known = all.get(key);
    all.set(key, known === undefined ? value : both(known, value));
  }
  return all;
}

const levels = [
  'read',
  'create',
  'edit',
  'delete',
  'viewAll',
  'modifyAll',
  'viewAllFields'
] as const satisfies readonly (keyof ObjectGrant)[];

function combine(
  one: ObjectGrant,
  other: ObjectGrant,
  level: (left: boolean, right: boolean) => boolean
): ObjectGrant {
  const grant = { ...one };
  for (const name of levels) grant[name] = level(one[name], other[name]);
  return grant;
}

function addObject(one: ObjectGrant, other: ObjectGrant): ObjectGrant {
  return combine(one, other, (left, right) => left || right);
}

/**
 * What is left of grants when some are muted; without read nothing is left of an object
 * (https://help.salesforce.com/s/articleView?id=platform.perm_set_groups_muting.htm).
 */
export function mute(grants: Grants, muted: Grants): Grants {
  return {
    objects: new Map([...grants.objects].map(([name, grant]) => muteObject(name, grant, muted))),
    fields: new Map([...grants.fields].flatMap(([name, level]) => muteField(name, level, muted))),
    entities: grants.entities.difference(muted.entities),
    userPermissions: grants.userPermissions.difference(muted.userPermissions)
  };
}

function muteObject(name: string, grant: ObjectGrant, { objects }: Grants): [string, ObjectGrant] {
  const muted = objects.get(name);
  if (muted === undefined) return [name, grant];
  return [name, combine(grant, muted, (has, isMuted) => has && !isMuted && !muted.read)];
}

type FieldLevel = 'read' | 'edit';

/** A field that is muted to edit can still be read; one that is muted to read is gone. */
function muteField(name: string, level: FieldLevel, { fields }: Grants): [string, FieldLevel][] {
  const muted = fields.get(name);
  if (muted === undefined) return [[name, level]];
  return muted === 'edit' ? [[name, 'read']] : [];
}
