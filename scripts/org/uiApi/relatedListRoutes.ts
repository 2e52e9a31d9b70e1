import type { ChildRelationship, ObjectDefinition } from '../../apex/index.ts';
import { ok, parameter, requireObject, RestError } from '../rest/index.ts';
import type { Json, RestAnswer, RestCall, Route } from '../rest/index.ts';
import { listViews } from './listView.ts';
import { objectOfId, readRecords } from './recordReader.ts';

/** Related lists: https://developer.salesforce.com/docs/platform/ui-api/guide/related-lists.html */
export const relatedListRoutes: readonly Route[] = [
  { method: 'GET', path: '/ui-api/related-list-info/:object', handle: lists },
  { method: 'GET', path: '/ui-api/related-list-info/:object/:relatedList', handle: info },
  { method: 'GET', path: '/ui-api/related-list-count/:id/:relatedList', handle: count },
  { method: 'GET', path: '/ui-api/related-list-records/:id/:relatedList', handle: records },
  { method: 'POST', path: '/ui-api/related-list-records/:id/:relatedList', handle: records }
];

async function lists(call: RestCall): Promise<RestAnswer> {
  const { schema } = call.org;
  const parent = requireObject(schema, parameter(call, 'object'));
  const policy = await call.org.policy(call.userId);
  const shown = parent.childRelationships.filter(
    ({ relationshipName, childObject }) =>
      relationshipName !== undefined && policy.canRead(childObject)
  );
  return ok({
    parentObjectApiName: parent.name,
    parentRecordTypeId: null,
    relatedLists: shown.map((child) => ({
      label: schema.object(child.childObject)?.pluralLabel ?? child.childObject,
      objectApiNames: [child.childObject],
      relatedListId: child.relationshipName ?? '',
      relatedListInfoUrl: `/services/data/v${call.version}/ui-api/related-list-info/${parent.name}/${child.relationshipName ?? ''}`
    }))
  });
}

function requireList(call: RestCall, parent: ObjectDefinition): ChildRelationship {
  const name = parameter(call, 'relatedList');
  const relationship = call.org.schema.childRelationship(parent, name);
  if (relationship !== undefined) return relationship;
  const message = `${parent.name} has no related list ${name}.`;
  throw new RestError(404, { errorCode: 'NOT_FOUND', message });
}

function info(call: RestCall): Promise<RestAnswer> {
  const { schema } = call.org;
  const parent = requireObject(schema, parameter(call, 'object'));
  const relationship = requireList(call, parent);
  const child = requireObject(schema, relationship.childObject);
  const [view] = listViews({ ...call.org, object: child });
  return Promise.resolve(
    ok({
      label: child.pluralLabel,
      fieldApiName: relationship.field,
      objectApiNames: [child.name],
      parentObjectApiName: parent.name,
      relatedListId: relationship.relationshipName ?? '',
      displayColumns: (view?.columns ?? []).map(({ path, label, sortable }) => ({
        fieldApiName: path,
        label,
        sortable
      })),
      orderedByInfo: []
    })
  );
}

/** More are not counted. */
const mostCounted = 2000;

async function count(call: RestCall): Promise<RestAnswer> {
  const { relationship, child, binds } = ofRecord(call);
  const { records: found } = await call.org.query(call.userId, {
    soql: `SELECT Id FROM ${child.name} WHERE ${relationship.field} = :parent LIMIT ${String(mostCounted + 1)}`,
    binds
  });
  return ok({
    count: Math.min(found.length, mostCounted),
    hasMore: found.length > mostCounted,
    listReference: reference(call, relationship)
  });
}

interface OfRecord {
  readonly relationship: ChildRelationship;
  readonly child: ObjectDefinition;
  readonly binds: ReadonlyMap<string, string>;
}

function ofRecord(call: RestCall): OfRecord {
  const id = parameter(call, 'id');
  const relationship = requireList(call, objectOfId(call, id));
  const child = requireObject(call.org.schema, relationship.childObject);
  return { relationship, child, binds: new Map([['parent', id]]) };
}

function reference(
  call: RestCall,
  { relationshipName = '', childObject }: ChildRelationship
): Record<string, Json> {
  return {
    inContextOfRecordId: parameter(call, 'id'),
    objectApiName: childObject,
    relatedListId: relationshipName,
    type: 'relatedList'
  };
}

async function records(call: RestCall): Promise<RestAnswer> {
  const { relationship, child, binds } = ofRecord(call);
  const size = Math.min(Number(call.query['pageSize'] ?? '50') || 50, 2000);
  const offset = Number(call.query['pageToken'] ?? '0') || 0;
  const found = await readRecords(call, {
    object: child,
    fields: [],
    optionalFields: [...listed(call, 'fields'), ...listed(call, 'optionalFields')],
    rest: ` WHERE ${relationship.field} = :parent ORDER BY LastModifiedDate DESC, Id LIMIT ${String(size + 1)} OFFSET ${String(offset)}`,
    binds
  });
  const page = found.slice(0, size);
  return ok({
    count: page.length,
    currentPageToken: String(offset),
    nextPageToken: found.length > size ? String(offset + size) : null,
    listReference: reference(call, relationship),
    records: page
  });
}

/** Fields come in the address or, for a POST, in the body. */
function listed({ query, body }: RestCall, name: string): string[] {
  const given = (body as Readonly<Record<string, unknown>> | undefined)?.[name];
  if (Array.isArray(given)) return given.map(String);
  return (query[name] ?? '').split(',').filter((path) => path !== '');
}
