import { flagOf, textOf } from '../metadata/index.ts';
import { namedId } from '../schema/index.ts';
import type { SetupOrg, Writer } from './org.ts';

/** Writes a row for each notification type of the project: what Apex and Flow look up before they notify somebody. */
export function syncNotificationTypes({ project }: SetupOrg, writer: Writer): void {
  for (const { fullName, xml } of project.components('CustomNotificationType')) {
    const name = textOf(xml, 'customNotifTypeName') ?? fullName;
    writer.put('CustomNotificationType', {
      Id: namedId('0ML', name),
      CustomNotifTypeName: name,
      DeveloperName: name,
      NamespacePrefix: project.namespace ?? null,
      MasterLabel: textOf(xml, 'masterLabel') ?? name,
      Description: textOf(xml, 'description') ?? null,
      Language: 'en_US',
      Desktop: flagOf(xml, 'desktop'),
      Mobile: flagOf(xml, 'mobile'),
      IsSlack: flagOf(xml, 'slack')
    });
  }
}
