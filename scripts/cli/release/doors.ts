import { nodesOf, textOf } from '../../org/index.ts';
import type { ClassSymbol } from '../../apex/types/index.ts';
import type { Project } from '../../org/index.ts';
import type { ReleaseCheck } from './releaseCheck.ts';

/** "Install for Admins Only" works when every door is opened by a permission set, and nothing by a profile. */
export const doorsCheck: ReleaseCheck = {
  name: 'doors',
  what: 'Every door of the package is opened by a permission set, and nothing by a profile.',
  findings: ({ classes, project }) => [
    ...classes
      .filter((each) => isDoor(each) && !givenClasses(project).has(each.name))
      .map(({ name, path, declaration }) => ({
        file: path,
        line: declaration.at.line,
        message: `Screens call ${name}, and no permission set gives access to it.`
      })),
    ...project.components('Profile').map(({ file, fullName }) => ({
      file,
      line: 1,
      message: `The profile ${fullName} is in the package. Give rights by permission set.`
    }))
  ]
};

function isDoor({ outer, isTest, methods }: ClassSymbol): boolean {
  if (outer !== undefined || isTest) return false;
  return [...methods.values()]
    .flat()
    .some(({ annotations }) => annotations.some(({ name }) => name === 'auraenabled'));
}

function givenClasses(project: Project): Set<string> {
  return new Set(
    project
      .components('PermissionSet')
      .flatMap(({ xml }) => nodesOf(xml, 'classAccesses'))
      .flatMap((node) => textOf(node, 'apexClass') ?? [])
  );
}
