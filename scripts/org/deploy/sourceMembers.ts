import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Project } from '../metadata/index.ts';
import { contentFiles } from './contentFiles.ts';
import { componentId } from './messages.ts';
import type { Change } from './overlay.ts';
import type { Member } from './types.ts';

/** How often and when a component was changed in the org: what source tracking compares. */
export interface SourceMember {
  readonly type: string;
  readonly name: string;
  readonly memberId: string;
  readonly isNew: boolean;
  readonly isObsolete: boolean;
  /** Counts all changes of the org; 0 when the client has forgotten the change. */
  readonly revision: number;
  /** The user's id. */
  readonly changedBy: string;
  /** ISO 8601. */
  readonly changedAt: string;
}

/** The changes of an org's metadata. */
export interface SourceMembers {
  list(): readonly SourceMember[];
  /** Counts a deployment. @param project as it is after it */
  count(change: Change, project: Project, by: ChangeAuthor): void;
  /** Sets the counter of a member, as clients do that start to track. @returns whether there is such a member */
  setRevision(type: string, name: string, revision: number): boolean;
}

export interface ChangeAuthor {
  readonly userId: string;
  /** ISO 8601. */
  readonly date: string;
}

interface Counted {
  readonly last: number;
  readonly members: readonly SourceMember[];
}

/** @param dataFolder where the org keeps its data */
export function createSourceMembers(dataFolder: string): SourceMembers {
  const file = join(dataFolder, 'source-members.json');
  let counted = read(file);
  const write = (next: Counted): void => {
    counted = next;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify(next));
    renameSync(`${file}.new`, file);
  };
  return {
    list: () => counted.members,
    count: (change, project, by) => {
      const added = change.added.flatMap((component) => trackedAs(component, project));
      const removed = change.removed.flatMap((component) => trackedAs(component, project));
      write(countAll(counted, { added, removed }, { project, by }));
    },
    setRevision: (type, name, revision) => {
      const isIt = (member: SourceMember): boolean => member.type === type && member.name === name;
      if (!counted.members.some(isIt)) return false;
      const members = counted.members.map((each) => (isIt(each) ? { ...each, revision } : each));
      write({ ...counted, members });
      return true;
    }
  };
}

function read(file: string): Counted {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Counted;
  } catch {
    return { last: 0, members: [] }; // Nothing was deployed yet.
  }
}

/** The files of these bundles are counted one by one, besides the bundle. */
const resourceTypes: Readonly<Record<string, string>> = {
  LightningComponentBundle: 'LightningComponentResource',
  AuraDefinitionBundle: 'AuraDefinition'
};

/** Labels are counted one by one; the file that holds them is not. */
function trackedAs({ type, fullName }: Member, project: Project): Member[] {
  if (type === 'CustomLabels') return [];
  const component = project.component(type, fullName);
  const resourceType = resourceTypes[type];
  const own = { type, fullName };
  if (resourceType === undefined || component === undefined) return [own];
  const files = [...contentFiles(project.folder, component).keys()];
  return [own, ...files.map((name) => ({ type: resourceType, fullName: `${fullName}/${name}` }))];
}

interface CountParts {
  readonly project: Project;
  readonly by: ChangeAuthor;
}

function countAll(
  { last, members }: Counted,
  { added, removed }: { readonly added: readonly Member[]; readonly removed: readonly Member[] },
  { project, by }: CountParts
): Counted {
  const known = new Map(members.map((member) => [`${member.type} ${member.name}`, member]));
  let revision = last;
  const count = ({ type, fullName }: Member, isObsolete: boolean): void => {
    revision += 1;
    const key = `${type} ${fullName}`;
    known.set(key, {
      type,
      name: fullName,
      memberId: componentId({ type, fullName }, project.namespace),
      isNew: !known.has(key),
      isObsolete,
      revision,
      changedBy: by.userId,
      changedAt: by.date
    });
  };
  for (const member of added) count(member, false);
  for (const member of removed) count(member, true);
  return { last: revision, members: [...known.values()] };
}
