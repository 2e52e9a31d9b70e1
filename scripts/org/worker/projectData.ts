import type { Project, ProjectData } from '../metadata/index.ts';

/** What of a project can be sent to a thread. */
export function projectData(project: Project): ProjectData {
  const { folder, namespace, apiVersion, packageDirectories, fingerprint, types } = project;
  const components = types.flatMap((type) => [...project.components(type)]);
  return { folder, namespace, apiVersion, packageDirectories, fingerprint, components };
}
