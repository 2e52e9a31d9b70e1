import { UserError } from '../../shared/index.ts';
import { textOf } from '../metadata/index.ts';
import type { Component } from '../metadata/index.ts';
import { roleId } from './groupIds.ts';
import type { SetupOrg, Writer } from './org.ts';

/**
 * Writes the project's roles.
 * @throws UserError for a role above which there is itself, or one that does not exist
 */
export function syncRoles({ project }: SetupOrg, writer: Writer): void {
  const roles = project.components('Role');
  const parents = new Map(roles.map(({ fullName, xml }) => [fullName, textOf(xml, 'parentRole')]));
  for (const role of roles) {
    checkParents(role, parents);
    const { fullName, xml } = role;
    const parent = parents.get(fullName);
    writer.put('UserRole', {
      Id: roleId(fullName),
      Name: textOf(xml, 'name') ?? fullName,
      DeveloperName: fullName,
      ParentRoleId: parent === undefined ? null : roleId(parent)
    });
  }
}

function checkParents(
  { fullName, file }: Component,
  parents: ReadonlyMap<string, string | undefined>
): void {
  const seen = new Set([fullName]);
  for (let above = parents.get(fullName); above !== undefined; above = parents.get(above)) {
    if (seen.has(above)) throw refused(`is above itself`);
    if (!parents.has(above)) throw refused(`is under the unknown role ${above}`);
    seen.add(above);
  }
  function refused(what: string): UserError {
    return new UserError(`The role ${fullName} ${what}.`, 'Correct its parentRole.', { file });
  }
}
