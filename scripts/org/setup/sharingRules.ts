import type { ObjectDefinition } from '../../apex/index.ts';
import { UserError } from '../../shared/index.ts';
import { lineOf, nodeOf, nodesOf, textOf } from '../metadata/index.ts';
import type { Component, XmlNode } from '../metadata/index.ts';
import { writeSharingRules } from '../sharing/index.ts';
import type { Grantee, SharingRule } from '../sharing/index.ts';
import type { SetupOrg } from './org.ts';
import { compileCriterion, joinCriteria } from './sharingCriteria.ts';
import { ownedBy, readSubject } from './sharingSubjects.ts';

/**
 * Reads the project's criteria-based and owner-based sharing rules
 * (https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_sharingrules.htm).
 * @throws UserError for a rule that names what does not exist, or is of a kind that a local org does not have
 */
export function syncSharingRules(org: SetupOrg): void {
  const components = org.project.components('SharingRules');
  const rules = new Map(components.map((component) => rulesOf({ org, component })));
  for (const { name, kind } of org.schema.objects.values()) {
    if (kind === 'standard' || kind === 'custom') {
      writeSharingRules(org.store, name, rules.get(name) ?? []);
    }
  }
}

interface RuleSource {
  readonly org: SetupOrg;
  readonly component: Component;
}

function rulesOf(source: RuleSource): [string, SharingRule[]] {
  const { org, component } = source;
  const { xml, fullName } = component;
  const object = org.schema.object(fullName);
  if (object === undefined) throw refused(source, `belong to the unknown object ${fullName}`, '');
  for (const element of ['sharingGuestRules', 'sharingTerritoryRules']) {
    if (element in xml) throw refused(source, `have ${element}, which a local org lacks`, element);
  }
  const criteria = nodesOf(xml, 'sharingCriteriaRules').map((node) => ({
    ...headOf(source, node),
    ...criteriaOf({ source, node, object })
  }));
  const owners = nodesOf(xml, 'sharingOwnerRules').map((node) => ({
    ...headOf(source, node),
    ...ownedBy(subjectOf(source, node, 'sharedFrom'))
  }));
  return [object.name, [...criteria, ...owners]];
}

function headOf(source: RuleSource, node: XmlNode): Pick<SharingRule, 'level' | 'to'> {
  checkAccountSettings(source, node);
  const level = textOf(node, 'accessLevel') === 'Edit' ? 'Edit' : 'Read';
  return { level, to: subjectOf(source, node, 'sharedTo') };
}

const childLevels = ['caseAccessLevel', 'contactAccessLevel', 'opportunityAccessLevel'];

/** A rule of accounts may open cases, contacts and opportunities too; that is not imitated. */
function checkAccountSettings(source: RuleSource, node: XmlNode): void {
  const settings = nodeOf(node, 'accountSettings') ?? {};
  const opened = childLevels.find((name) => (textOf(settings, name) ?? 'None') !== 'None');
  if (opened === undefined) return;
  throw refused(source, `share more than the account (${opened})`, nameOf(node));
}

function nameOf(node: XmlNode): string {
  return textOf(node, 'fullName') ?? '';
}

function subjectOf(source: RuleSource, node: XmlNode, element: 'sharedTo' | 'sharedFrom'): Grantee {
  const subject = readSubject(nodeOf(node, element) ?? {});
  if (!subject.known) {
    throw refused(source, `name ${subject.element || 'nobody'} in ${element}`, nameOf(node));
  }
  const { grantee, name } = subject;
  const table = { group: 'Group', role: 'UserRole', branch: 'UserRole', everybody: undefined };
  const object = table[grantee.kind];
  const isThere =
    object === undefined ||
    grantee.kind === 'everybody' ||
    source.org.store.get(object, [grantee.id]).length > 0;
  if (isThere) return grantee;
  throw refused(source, `name the unknown ${subject.element} ${name}`, name);
}

interface CriteriaSource {
  readonly source: RuleSource;
  readonly node: XmlNode;
  readonly object: ObjectDefinition;
}

function criteriaOf({ source, node, object }: CriteriaSource) {
  const lines = nodesOf(node, 'criteriaItems').map((item) =>
    lineSql({ source, node: item, object })
  );
  const joined = joinCriteria(lines, textOf(node, 'booleanFilter'));
  if (joined === undefined) {
    throw refused(
      source,
      `have the filter ${textOf(node, 'booleanFilter') ?? ''}`,
      'booleanFilter'
    );
  }
  return joined;
}

function lineSql({ source, node, object }: CriteriaSource) {
  const name = textOf(node, 'field') ?? '';
  const field = source.org.schema.field(object, name);
  if (field === undefined) throw refused(source, `name the unknown field ${name}`, name);
  if (field.calculated) throw refused(source, `ask for the calculated field ${name}`, name);
  const operation = textOf(node, 'operation') ?? '';
  const line = compileCriterion({ field, operation, value: textOf(node, 'value') ?? '' });
  if (line === undefined) throw refused(source, `use the operation ${operation}`, operation);
  return line;
}

function refused({ org, component }: RuleSource, what: string, needle: string): UserError {
  const { file, fullName } = component;
  const line = needle === '' ? undefined : lineOf(org.project.read(component), needle);
  return new UserError(
    `The sharing rules of ${fullName} ${what}.`,
    'Correct the rule, or keep it out of the project that the local org opens.',
    { file, ...(line === undefined ? {} : { line }) }
  );
}
