import type { SchemaPort } from '../../apex/index.ts';
import type { AccessPolicy } from '../session/types.ts';
import type { Store } from '../store/types.ts';

/** Which record types a permission set or a profile opens, and which a profile gives to new records. */
export interface RecordTypeVisibility {
  /** Ids. */
  readonly visible: readonly string[];
  /** Record type id by canonical object name. */
  readonly defaults: Readonly<Record<string, string>>;
}

/** The platform shows record type assignments in no object; so they are kept beside the records. */
function settingOf(permissionSetId: string): string {
  return `recordTypes ${permissionSetId}`;
}

/** Keeps what the metadata of a permission set or profile say. */
export function writeRecordTypes(
  store: Store,
  permissionSetId: string,
  visibility: RecordTypeVisibility
): void {
  const text = JSON.stringify(visibility);
  const name = settingOf(permissionSetId);
  if (store.getSetting(name) !== text) store.setSetting(name, text);
}

function readRecordTypes(store: Store, permissionSetId: string): RecordTypeVisibility {
  const text = store.getSetting(settingOf(permissionSetId));
  // Only `writeRecordTypes` writes it.
  return text === undefined
    ? { visible: [], defaults: {} }
    : (JSON.parse(text) as RecordTypeVisibility);
}

interface RecordTypeSource {
  readonly schema: SchemaPort;
  readonly store: Store;
  readonly permissionSetIds: readonly string[];
  /** Administrators and the platform's own users may use all. */
  readonly all: boolean;
}

/**
 * Which record types a user may give to records, and which new records get without being given one
 * (https://help.salesforce.com/s/articleView?id=platform.users_profiles_record_types.htm). An object's only active
 * record type is the default of all who may use it.
 */
export function recordTypePolicy(
  source: RecordTypeSource
): Pick<AccessPolicy, 'canUseRecordType' | 'defaultRecordType'> {
  const { schema, store, permissionSetIds, all } = source;
  const sets = permissionSetIds.map((id) => readRecordTypes(store, id));
  const visible = new Set(sets.flatMap((set) => set.visible));
  const defaults = new Map(sets.flatMap((set) => Object.entries(set.defaults)));
  const canUse = (id: string): boolean => all || visible.has(id);
  return {
    canUseRecordType: canUse,
    defaultRecordType: (object) => {
      const given = defaults.get(object);
      if (given !== undefined) return given;
      const active = (schema.object(object)?.recordTypes ?? []).filter(
        (type) => type.active && !type.master
      );
      const [only] = active;
      return active.length === 1 && only !== undefined && canUse(only.id) ? only.id : undefined;
    }
  };
}
