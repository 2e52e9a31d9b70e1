import type { FieldValue, StoredRow } from '../store/types.ts';
import type { DmlContext } from './ports.ts';
import type { Run } from './run.ts';
import { saveChunk } from './save.ts';
import { workRecord } from './work.ts';
import type { WorkRecord } from './work.ts';

/**
 * A new version of a file belongs to a document: the one it names, or a new one, whose latest version it becomes.
 * https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_contentversion.htm
 */
export function publishVersion(context: DmlContext, record: WorkRecord): void {
  const { values, old } = record;
  if (old !== undefined) return;
  Object.assign(values, fileFacts(values), { IsLatest: true, IsMajorVersion: true });
  values['ContentModifiedById'] = context.user.userId;
  const documentId = values['ContentDocumentId'] ?? null;
  if (typeof documentId === 'string') supersede(context, record, documentId);
  else newDocument(context, record);
}

function newDocument(context: DmlContext, { values, id }: WorkRecord): void {
  const documentId = context.store.nextId('ContentDocument');
  Object.assign(values, { ContentDocumentId: documentId, VersionNumber: '1' });
  const { userId } = context.user;
  const now = new Date(Math.floor(context.clock.now() / 1000) * 1000).toISOString();
  const row: StoredRow = {
    ...shared(values),
    Id: documentId,
    LatestPublishedVersionId: id ?? null,
    OwnerId: values['OwnerId'] ?? userId,
    PublishStatus: 'P',
    IsArchived: false,
    IsDeleted: false,
    CreatedById: userId,
    CreatedDate: now,
    LastModifiedById: userId,
    LastModifiedDate: now,
    SystemModstamp: now
  };
  context.store.insert('ContentDocument', [row]);
}

function supersede(context: DmlContext, { values, id }: WorkRecord, documentId: string): void {
  const { store } = context;
  const versions = store.find('ContentVersion', 'ContentDocumentId', [documentId]);
  values['VersionNumber'] = String(versions.length + 1);
  store.update(
    'ContentVersion',
    versions.map((version) => ({ Id: version['Id'] ?? null, IsLatest: false }))
  );
  const latest = { Id: documentId, LatestPublishedVersionId: id ?? null };
  store.update('ContentDocument', [{ ...shared(values), ...latest }]);
}

/** What a document says of its latest version. */
function shared(values: StoredRow): StoredRow {
  const names = ['Title', 'Description', 'ContentSize', 'FileType', 'FileExtension'];
  return Object.fromEntries(names.map((name) => [name, values[name] ?? null]));
}

function fileFacts(values: StoredRow): StoredRow {
  const path = String(values['PathOnClient'] ?? '');
  const extension = /\.([^.\\/]+)$/.exec(path)?.[1]?.toLowerCase();
  return {
    FileExtension: extension ?? null,
    FileType: fileType(extension),
    ContentSize: sizeOf(values['VersionData'] ?? null)
  };
}

const fileTypes: Readonly<Record<string, string>> = {
  docx: 'WORD_X',
  xlsx: 'EXCEL_X',
  pptx: 'POWER_POINT_X',
  txt: 'TEXT',
  jpeg: 'JPG',
  htm: 'HTML'
};

function fileType(extension: string | undefined): string {
  return extension === undefined
    ? 'UNKNOWN'
    : (fileTypes[extension] ?? extension.toUpperCase().slice(0, 20));
}

function sizeOf(data: FieldValue): number {
  if (data instanceof Uint8Array) return data.length;
  return typeof data === 'string' ? Buffer.from(data, 'base64').length : 0;
}

/** A new document is linked to who owns it, and to the record that it was published to. */
export function linkDocuments(run: Run, records: readonly WorkRecord[]): void {
  const plan = run.context.plans.get('ContentDocumentLink');
  const first = records.filter(({ values }) => values['VersionNumber'] === '1');
  if (plan === undefined || first.length === 0) return;
  const links = first
    .flatMap(linksOf)
    .map((values, index) => workRecord(plan, { object: plan.object.name, values }, index));
  const request = { ...run.request, accessLevel: 'system', sharing: false } as const;
  const chunks = { context: run.context, request, touched: false };
  for (let start = 0; start < links.length; start += 200) {
    saveChunk(chunks, 'insert', links.slice(start, start + 200));
  }
}

function linksOf({ values }: WorkRecord): Record<string, FieldValue>[] {
  const ContentDocumentId = values['ContentDocumentId'] ?? null;
  const owner = { LinkedEntityId: values['OwnerId'] ?? null, ShareType: 'I' };
  const place = values['FirstPublishLocationId'] ?? null;
  const links = [owner, ...(place === null ? [] : [{ LinkedEntityId: place, ShareType: 'V' }])];
  return links.map((link) => ({ ContentDocumentId, Visibility: 'AllUsers', ...link }));
}
