import { createProject } from '../project.ts';
import type { Component, Project } from '../types.ts';
import { parseXml } from '../xml.ts';

/**
 * A project for tests, without files on disk.
 * @param components the inside of each component's root element, by `Type Full.Name`
 * @param namespace none by default
 */
export function testProject(
  components: Readonly<Record<string, string>>,
  namespace?: string
): Project {
  const files = new Map<string, string>();
  const list = Object.entries(components).map(([key, inside]): Component => {
    const [type = '', fullName = ''] = key.split(' ');
    const file = `${fullName}.${type}-meta.xml`;
    const text = `<${type}>\n${inside}\n</${type}>`;
    files.set(file, text);
    return { type, fullName, file, content: undefined, xml: parseXml(text, file) };
  });
  const data = {
    folder: '/project',
    namespace,
    apiVersion: '66.0',
    packageDirectories: ['force-app'],
    components: list,
    fingerprint: JSON.stringify(components)
  };
  return createProject(data, (file) => files.get(file) ?? '');
}
