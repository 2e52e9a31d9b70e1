import { UserError } from '../../shared/index.ts';
import type { Component, Project } from './types.ts';
import { flagOf, lineOf, nodesOf } from './xml.ts';

/** Metadata that would change what happens to records, and what of it a local org does not do. */
interface Unsupported {
  /** What people call it, and what would be missing. */
  readonly what: string;
  /** Only what is switched on has an effect. */
  readonly isOn: (component: Component) => boolean;
}

const isActive = ({ xml }: Component): boolean => flagOf(xml, 'active');

/** Is one of the rules in the file on? */
function hasActive(element: string): (component: Component) => boolean {
  return ({ xml }) => nodesOf(xml, element).some((rule) => flagOf(rule, 'active'));
}

const unsupported: Readonly<Record<string, Unsupported>> = {
  ApprovalProcess: { what: 'approval processes', isOn: isActive },
  AssignmentRules: { what: 'assignment rules', isOn: hasActive('assignmentRule') },
  AutoResponseRules: { what: 'auto-response rules', isOn: hasActive('autoResponseRule') },
  DuplicateRule: { what: 'duplicate rules', isOn: ({ xml }) => flagOf(xml, 'isActive') },
  EntitlementProcess: { what: 'entitlement processes', isOn: isActive },
  EscalationRules: { what: 'escalation rules', isOn: hasActive('escalationRule') },
  RestrictionRule: { what: 'restriction and scoping rules', isOn: isActive },
  Territory2Rule: { what: 'territory rules', isOn: isActive },
  Workflow: { what: 'workflow rules', isOn: hasActive('rules') }
};

/**
 * Refuses a project whose active rules a local org would not follow: a test that is green without them proves nothing.
 * @throws UserError that names the first such file, and how many there are
 */
export function refuseUnsupported(project: Project): void {
  const found = Object.entries(unsupported).flatMap(([type, { what, isOn }]) =>
    project
      .components(type)
      .filter(isOn)
      .map((component) => ({ component, what }))
  );
  const [first] = found;
  if (first === undefined) return;
  const others = found.length === 1 ? '' : ` (and ${String(found.length - 1)} more files like it)`;
  const { component, what } = first;
  throw new UserError(
    `The local org has no ${what}, and ${component.fullName} is active${others}.`,
    'Deactivate it, or leave it out of the local org by a line in .forceignore.',
    placeOf(project, component)
  );
}

function placeOf(project: Project, component: Component) {
  const { file } = component;
  const text = project.read(component);
  const line = lineOf(text, '<active>true') ?? lineOf(text, '<isActive>true');
  return line === undefined ? { file } : { file, line };
}
