import type { MetadataService } from '../deploy/index.ts';
import type { QueryResult } from '../soql/index.ts';
import { classRows } from './classRows.ts';
import { toolingSchema } from './toolingObjects.ts';
import { createToolingStore } from './toolingStore.ts';
import type { ToolingStore } from './toolingStore.ts';

/** The Tooling API of an org, without its HTTP. */
export interface ToolingService {
  readonly metadata: MetadataService;
  readonly store: ToolingStore;
  /** Runs SOQL over the objects of the Tooling API, or else over those of the org. @throws QueryError */
  query(userId: string, soql: string): Promise<QueryResult>;
}

export function createToolingService(metadata: MetadataService): ToolingService {
  const store = createToolingStore(toolingSchema());
  const { org, members } = metadata;
  let known: string | undefined;

  function refresh(): void {
    if (known === org.project.fingerprint) return;
    known = org.project.fingerprint;
    const date = new Date(org.clock.now()).toISOString();
    const classes = classRows(org.project, 'ApexClass', date);
    const triggers = classRows(org.project, 'ApexTrigger', date);
    store.replace('ApexClass', classes);
    store.replace('ApexTrigger', triggers);
    const both = [...classes, ...triggers];
    store.replace(
      'ApexClassOrTrigger',
      both.map(({ Id = null, Name = null }) => ({ Id, Name }))
    );
  }

  function refreshMembers(): void {
    const rows = (members?.list() ?? []).map((member, index) => ({
      Id: `0MZ${String(index).padStart(12, '0')}AAA`,
      MemberIdOrName: member.memberId,
      MemberId: member.memberId,
      MemberType: member.type,
      MemberName: member.name,
      IsNameObsolete: member.isObsolete,
      IsNewMember: member.isNew,
      RevisionCounter: member.revision,
      ChangedBy: member.changedBy,
      LastModifiedDate: member.changedAt,
      SystemModstamp: member.changedAt
    }));
    store.replace('SourceMember', rows);
  }

  return {
    metadata,
    store,
    query: async (userId, soql) => {
      const object = /\bFROM\s+(\w+)/i.exec(soql)?.[1] ?? '';
      const isMember = object.toLowerCase() === 'sourcemember';
      const isTooling = store.has(object) && object.toLowerCase() !== 'user';
      if (!isTooling || (isMember && members === undefined)) return org.query(userId, { soql });
      if (isMember) refreshMembers();
      else refresh();
      return store.query(soql, await org.user(userId), org.clock.now());
    }
  };
}
