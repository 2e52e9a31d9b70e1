import type { Component, Project } from '../metadata/index.ts';
import type { Org } from '../worker/index.ts';
import { fingerprintOf } from './deployedState.ts';
import { failureOf, messageOf } from './messages.ts';
import type { MessageContext } from './messages.ts';
import type { Problem } from './readAdded.ts';
import type { Deletion, DeployPackage } from './readPackage.ts';
import type { DeployDetails, DeployMessage, Member, RunTestResult } from './types.ts';

/** What a package is to do besides adding. */
export interface Plan {
  readonly context: MessageContext;
  readonly removed: readonly Deletion[];
  /** Named to be deleted and not there. */
  readonly absent: readonly Deletion[];
}

/** What a package deletes of an org; what it adds as well stays. */
export function planOf(
  { deletions }: DeployPackage,
  components: readonly Component[],
  { project, clock }: Pick<Org, 'project' | 'clock'>
): Plan {
  const added = new Set(components.map(keyOf));
  const named = deletions.filter((member) => !added.has(keyOf(member)));
  const isThere = ({ type, fullName }: Member): boolean =>
    project.component(type, fullName) !== undefined;
  const there = named.filter(isThere);
  const inside = there.filter(({ type }) => type === 'CustomObject');
  return {
    context: { namespace: project.namespace, now: new Date(clock.now()).toISOString() },
    removed: [...there, ...inside.flatMap((each) => childrenOf(project, each))],
    absent: named.filter((member) => !isThere(member))
  };
}

function childrenOf(project: Project, { fullName: object, list }: Deletion): Deletion[] {
  return project.types
    .flatMap((type) => [...project.components(type)])
    .filter(({ fullName }) => fullName.startsWith(`${object}.`))
    .map(({ type, fullName }) => ({ type, fullName, list }));
}

export interface DetailsSource {
  readonly plan: Plan;
  readonly before: Project;
  readonly after: Project;
  readonly added: readonly Component[];
  readonly problems: readonly Problem[];
  readonly tests: RunTestResult;
  /** A mistake has undone everything. */
  readonly isUndone: boolean;
}

/** What became of every component, and the tests. */
export function detailsOf({ plan, problems, tests, ...source }: DetailsSource): DeployDetails {
  const { context } = plan;
  const wrong = new Set(problems.map(({ member }) => keyOf(member)));
  const right = source.added.filter((component) => !wrong.has(keyOf(component)));
  const manifest = { type: '', fullName: 'package.xml' };
  return {
    componentSuccesses: [
      ...right.map((component) => addedMessage(component, context, source)),
      ...(source.isUndone ? [] : deletionMessages(plan)),
      messageOf(manifest, context, { fileName: 'package.xml' })
    ],
    componentFailures: problems.map((problem) => failureOf(problem.member, context, problem)),
    runTestResult: tests
  };
}

function addedMessage(
  { type, fullName }: Member,
  context: MessageContext,
  { before, after }: Pick<DetailsSource, 'before' | 'after'>
): DeployMessage {
  const old = fingerprintOf(before, { type, fullName });
  const changed = old !== fingerprintOf(after, { type, fullName });
  return messageOf({ type, fullName }, context, { created: old === null, changed });
}

function deletionMessages({ context, removed, absent }: Plan): DeployMessage[] {
  const deleted = removed.map(({ list, ...member }) =>
    messageOf(member, context, { fileName: list, deleted: true, changed: true })
  );
  const warned = absent.map(({ list, ...member }) => {
    const problem = `No ${member.type} named: ${member.fullName} found`;
    return messageOf(member, context, { fileName: list, problem, problemType: 'Warning' });
  });
  return [...deleted, ...warned];
}

function keyOf({ type, fullName }: Member): string {
  return `${type} ${fullName}`;
}
