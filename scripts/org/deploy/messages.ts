import { apexClassId, permissionSetId } from '../security/index.ts';
import { namedId } from '../schema/index.ts';
import { fileNameOf } from './fileNames.ts';
import type { DeployMessage, Member } from './types.ts';

/** What every message of a deployment says. */
export interface MessageContext {
  readonly namespace: string | undefined;
  /** ISO 8601. */
  readonly now: string;
}

const ids: Readonly<Record<string, (name: string, namespace: string | undefined) => string>> = {
  ApexClass: apexClassId,
  ApexTrigger: (name) => apexTriggerId(name),
  PermissionSet: (name) => permissionSetId(name)
};

/** The id of a trigger, which depends on its name only. */
export function apexTriggerId(name: string): string {
  return namedId('01q', name.toLowerCase());
}

/** The id of any metadata component. */
export function componentId({ type, fullName }: Member, namespace: string | undefined): string {
  return ids[type]?.(fullName, namespace) ?? namedId('0M0', `${type} ${fullName}`);
}

/** What became of a component. */
export function messageOf(
  member: Member,
  context: MessageContext,
  traits: Partial<DeployMessage> = {}
): DeployMessage {
  return {
    componentType: member.type,
    fullName: member.fullName,
    fileName: fileNameOf(member),
    success: true,
    changed: false,
    created: false,
    deleted: false,
    createdDate: context.now,
    id: componentId(member, context.namespace),
    ...traits
  };
}

/** A component that could not be deployed. */
export function failureOf(
  member: Member,
  context: MessageContext,
  problem: { readonly message: string; readonly line?: number; readonly column?: number }
): DeployMessage {
  const { message, line, column } = problem;
  const place =
    line === undefined ? {} : { lineNumber: line, columnNumber: Math.max(1, column ?? 1) };
  return messageOf(member, context, {
    success: false,
    problem: message,
    problemType: 'Error',
    ...place
  });
}
