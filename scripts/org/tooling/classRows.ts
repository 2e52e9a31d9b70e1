import { componentId } from '../deploy/index.ts';
import { textOf } from '../metadata/index.ts';
import type { Component, Project } from '../metadata/index.ts';
import type { StoredRow } from '../store/index.ts';

/** The project's classes and triggers as records. @param date ISO 8601 */
export function classRows(project: Project, type: string, date: string): StoredRow[] {
  return project.components(type).map((component) => rowOf(project, component, date));
}

function rowOf(project: Project, component: Component, date: string): StoredRow {
  const { type, fullName, xml } = component;
  const body = project.read(component);
  const object = /^\s*trigger\s+\w+\s+on\s+(\w+)/im.exec(body)?.[1] ?? null;
  return {
    Id: componentId(component, project.namespace),
    Name: fullName,
    NamespacePrefix: project.namespace ?? null,
    ApiVersion: Number(textOf(xml, 'apiVersion') ?? project.apiVersion),
    Status: textOf(xml, 'status') ?? 'Active',
    IsValid: true,
    Body: body,
    LengthWithoutComments: body.length,
    ManageableState: 'unmanaged',
    CreatedDate: date,
    LastModifiedDate: date,
    ...(type === 'ApexTrigger' && { TableEnumOrId: object })
  };
}
