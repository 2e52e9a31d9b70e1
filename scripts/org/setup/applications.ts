import { flagOf, nodesOf, textOf } from '../metadata/index.ts';
import type { XmlNode } from '../metadata/index.ts';
import { namedId } from '../schema/index.ts';
import type { SetupOrg, Writer } from './org.ts';

/** The id of a Lightning app, as AppMenuItem and SetupEntityAccess name it. */
export function applicationId(name: string): string {
  return namedId('02u', name);
}

/** Writes the entries of the App Launcher: one for each app of the project. */
export function syncApplications({ project }: SetupOrg, writer: Writer): void {
  for (const [index, { fullName, xml }] of project.components('CustomApplication').entries()) {
    writer.put('AppMenuItem', {
      Id: namedId('0DS', fullName),
      ApplicationId: applicationId(fullName),
      Name: fullName,
      Label: textOf(xml, 'label') ?? fullName,
      Description: textOf(xml, 'description') ?? null,
      NamespacePrefix: project.namespace ?? null,
      Type: 'TabSet',
      SortOrder: index + 1,
      IsVisible: true,
      IsAccessible: true
    });
  }
}

/** The apps that a profile or permission set shows. */
export function visibleApplications(xml: XmlNode): string[] {
  return nodesOf(xml, 'applicationVisibilities')
    .filter((node) => flagOf(node, 'visible'))
    .flatMap((node) => textOf(node, 'application') ?? []);
}
