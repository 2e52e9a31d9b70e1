import type { Project } from './types.ts';

/** Metadata that changes what happens to records in an org, and what of it does not happen here. */
const withoutEffect: Readonly<Record<string, string>> = {
  SharingRules: 'records are not shared by these rules',
  SharingCriteriaRule: 'records are not shared by these rules',
  SharingOwnerRule: 'records are not shared by these rules',
  Workflow: 'workflow rules, field updates and alerts do not run',
  ApprovalProcess: 'nothing can be submitted for approval',
  AssignmentRules: 'leads and cases keep their owner',
  AutoResponseRules: 'no response is sent',
  EscalationRules: 'no case is escalated',
  DuplicateRule: 'duplicates are not looked for',
  MatchingRules: 'duplicates are not looked for',
  MutingPermissionSet: 'what it mutes stays allowed',
  RestrictionRule: 'records are not hidden by it',
  EntitlementProcess: 'no milestone is tracked',
  Territory2Rule: 'no territory is assigned'
};

/**
 * What of a project the local org does not do, one sentence for each type: said aloud when a project is opened, so that
 * nobody takes a green test for a proof of it.
 */
export function unsupportedMetadata(project: Project): string[] {
  return Object.entries(withoutEffect).flatMap(([type, consequence]) => {
    const components = project.components(type);
    const [first] = components;
    if (first === undefined) return [];
    const others = components.length === 1 ? '' : ` and ${String(components.length - 1)} more`;
    return [`${first.file}${others}: the local org does not support ${type}; ${consequence}.`];
  });
}
