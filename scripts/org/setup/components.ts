import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { flagOf, textOf, textsOf } from '../metadata/index.ts';
import type { Component } from '../metadata/index.ts';
import {
  apexClassId,
  customPermissionId,
  permissionSetGroupId,
  permissionSetId
} from '../security/index.ts';
import { namedId, qualify } from '../schema/index.ts';
import { groupId } from './groupIds.ts';
import { syncApplications } from './applications.ts';
import { syncNotificationTypes } from './notificationTypes.ts';
import type { SetupOrg, Writer } from './org.ts';
import { syncRoles } from './roles.ts';

/** Writes the rows that stand for the project's components: what queries on setup objects find. */
export function syncComponents(org: SetupOrg, writer: Writer): void {
  for (const component of org.project.components('CustomPermission')) {
    customPermission(org, writer, component);
  }
  for (const component of org.project.components('ApexClass')) apexClass(org, writer, component);
  for (const component of org.project.components('StaticResource')) {
    staticResource(org, writer, component);
  }
  for (const component of org.project.components('PermissionSetGroup')) {
    permissionSetGroup(org, writer, component);
  }
  recordTypes(org, writer);
  syncApplications(org, writer);
  syncNotificationTypes(org, writer);
  syncRoles(org, writer);
  queuesAndGroups(org, writer);
}

function customPermission(org: SetupOrg, writer: Writer, { fullName, xml }: Component): void {
  const { namespace } = org.project;
  writer.put('CustomPermission', {
    Id: customPermissionId(fullName, namespace),
    DeveloperName: fullName,
    MasterLabel: textOf(xml, 'label') ?? fullName,
    Description: textOf(xml, 'description') ?? null,
    NamespacePrefix: namespace ?? null,
    Language: 'en_US',
    IsLicensed: flagOf(xml, 'isLicensed')
  });
}

function apexClass(org: SetupOrg, writer: Writer, component: Component): void {
  const { namespace } = org.project;
  writer.put('ApexClass', {
    Id: apexClassId(component.fullName, namespace),
    Name: component.fullName,
    NamespacePrefix: namespace ?? null,
    ApiVersion: Number(textOf(component.xml, 'apiVersion') ?? org.project.apiVersion),
    Status: textOf(component.xml, 'status') ?? 'Active',
    IsValid: true,
    Body: org.project.read(component),
    LengthWithoutComments: org.project.read(component).length
  });
}

function staticResource(org: SetupOrg, writer: Writer, component: Component): void {
  const { fullName, xml } = component;
  const body = resourceBody(org, component);
  writer.put('StaticResource', {
    Id: namedId('081', fullName),
    Name: fullName,
    NamespacePrefix: org.project.namespace ?? null,
    ContentType: textOf(xml, 'contentType') ?? 'application/octet-stream',
    CacheControl: textOf(xml, 'cacheControl') ?? 'Private',
    Description: textOf(xml, 'description') ?? null,
    Body: body,
    BodyLength: body?.length ?? 0
  });
}

/** Archives that lie unpacked in the project are left without their content. */
function resourceBody({ project }: SetupOrg, { content }: Component): Uint8Array | null {
  if (content === undefined) return null;
  const file = join(project.folder, content);
  return existsSync(file) && statSync(file).isFile() ? new Uint8Array(readFileSync(file)) : null;
}

function permissionSetGroup(org: SetupOrg, writer: Writer, { fullName, xml }: Component): void {
  const id = permissionSetGroupId(fullName);
  writer.put('PermissionSetGroup', {
    Id: id,
    DeveloperName: fullName,
    MasterLabel: textOf(xml, 'label') ?? fullName,
    Description: textOf(xml, 'description') ?? null,
    NamespacePrefix: org.project.namespace ?? null,
    Language: 'en_US',
    Status: 'Updated'
  });
  for (const name of textsOf(xml, 'permissionSets')) {
    writer.put('PermissionSetGroupComponent', {
      Id: namedId('0PM', `${fullName} ${name}`),
      PermissionSetGroupId: id,
      PermissionSetId: permissionSetId(name)
    });
  }
}

function recordTypes(org: SetupOrg, writer: Writer): void {
  for (const object of org.schema.objects.values()) {
    for (const type of object.recordTypes) {
      if (type.master) continue;
      writer.put('RecordType', {
        Id: type.id,
        Name: type.label,
        DeveloperName: type.developerName,
        NamespacePrefix: org.project.namespace ?? null,
        SobjectType: object.name,
        IsActive: type.active
      });
    }
  }
}

function queuesAndGroups(org: SetupOrg, writer: Writer): void {
  for (const [type, kind] of [
    ['Queue', 'Queue'],
    ['Group', 'Regular']
  ] as const) {
    for (const { fullName, xml } of org.project.components(type)) {
      const id = groupId(type, fullName);
      const name = textOf(xml, 'name') ?? fullName;
      writer.put('Group', { Id: id, Name: name, DeveloperName: fullName, Type: kind });
      for (const object of type === 'Queue' ? textsOf(xml, 'queueSobject') : []) {
        const sobject = qualify(object, org.project.namespace);
        writer.put('QueueSobject', {
          Id: namedId('03g', `${fullName} ${sobject}`),
          QueueId: id,
          SobjectType: sobject
        });
      }
    }
  }
}
