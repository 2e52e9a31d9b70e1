import { join, relative } from 'node:path';
import { createProject } from '../metadata/index.ts';
import type { Component, Project } from '../metadata/index.ts';
import { fingerprintOf } from './deployedState.ts';
import type { DeployedComponent, DeployedState, DeployedStore } from './deployedState.ts';
import type { Member } from './types.ts';

/** What a deployment adds and deletes. */
export interface Change {
  /** Their files are named from the data folder. */
  readonly added: readonly Component[];
  readonly removed: readonly Member[];
}

/** A project's folder with what was deployed on top of it. */
export interface Overlay {
  /** The folder's project as the org has it. What has changed in the folder since a deployment counts more. */
  apply(base: Project): Project;
  /** The project as it is after a change. */
  preview(change: Change): Project;
  /** Keeps a change. */
  keep(change: Change): void;
}

/** @param dataFolder where the org keeps its data */
export function createOverlay(dataFolder: string, store: DeployedStore): Overlay {
  let base: Project | undefined;
  const known = (): Project => {
    if (base === undefined) throw new Error('Nothing can be deployed before the org is open.');
    return base;
  };
  const after = ({ added, removed }: Change): DeployedState => {
    const project = known();
    const replaced = new Set([...added, ...removed].map(keyOf));
    const isKept = (member: Member): boolean => !replaced.has(keyOf(member));
    const state = liveState(store.read(), project);
    const withBase = <T extends Member>(member: T): T & { base: string | null } => ({
      ...member,
      base: fingerprintOf(project, member)
    });
    return {
      components: [...state.components.filter(isKept), ...added.map(withBase)],
      removed: [...state.removed.filter(isKept), ...removed.map(withBase)]
    };
  };
  return {
    apply: (project) => {
      base = project;
      return combine(project, liveState(store.read(), project), dataFolder);
    },
    preview: (change) => combine(known(), after(change), dataFolder),
    keep: (change) => store.write(after(change))
  };
}

/** What was deployed and has not been overtaken by a change in the folder. */
function liveState({ components, removed }: DeployedState, project: Project): DeployedState {
  const isLive = (member: Member & { readonly base: string | null }): boolean =>
    fingerprintOf(project, member) === member.base;
  return { components: components.filter(isLive), removed: removed.filter(isLive) };
}

function combine(project: Project, state: DeployedState, dataFolder: string): Project {
  const { components, removed } = state;
  if (components.length === 0 && removed.length === 0) return project;
  const replaced = new Set([...components, ...removed].map(keyOf));
  const own = project.types.flatMap((type) => [...project.components(type)]);
  const kept = own.filter((component) => !replaced.has(keyOf(component)));
  const deployed = components.map((component) => fromProject(component, project, dataFolder));
  const fingerprint = `${project.fingerprint} ${JSON.stringify(components.map(({ file }) => file))}`;
  return createProject({ ...project, components: [...kept, ...deployed], fingerprint });
}

/** With its files named from the project's folder, as every component's are. */
function fromProject(
  { type, fullName, xml, ...component }: DeployedComponent,
  project: Project,
  dataFolder: string
): Component {
  const name = (path: string): string => relative(project.folder, join(dataFolder, path));
  const content = component.content === undefined ? undefined : name(component.content);
  return { type, fullName, xml, file: name(component.file), content };
}

function keyOf({ type, fullName }: Member): string {
  return `${type} ${fullName}`;
}
