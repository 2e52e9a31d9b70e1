import { UserError } from '../../shared/index.ts';
import { lineOf, shortName, type Component, type Project } from '../metadata/index.ts';

/** An error about a field of the project, at the line where it is declared. */
export function fieldError(component: Component, project: Project, what: string): UserError {
  const text = project.read(component);
  const name = `<fullName>${shortName(component)}</fullName>`;
  const line = lineOf(text, '<type>', name) ?? lineOf(text, name);
  const place = line === undefined ? { file: component.file } : { file: component.file, line };
  return new UserError(`The field ${component.fullName} ${what}.`, 'Correct its metadata.', place);
}
