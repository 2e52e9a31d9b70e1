import { UserError } from '../../shared/index.ts';
import { temporaryFolder, writeProject } from '../testing/projects.ts';
import { readProject } from './project.ts';

test('should read components, labels, fields and permissions of a project', () => {
  const folder = writeProject({
    'core/lwc/hello/hello.ts': 'export default 1;',
    'core/lwc/hello/hello.js': 'built',
    'core/lwc/hello/__tests__/hello.test.ts': 'a test',
    'core/labels/CustomLabels.labels-meta.xml':
      '<CustomLabels><labels><fullName>Sync_Now</fullName><value>Sync &amp; now</value></labels></CustomLabels>',
    'core/objects/Offer__c/fields/Status__c.field-meta.xml': '',
    'core/customPermissions/Admin.customPermission-meta.xml': ''
  });

  const project = readProject(folder);

  expect(project.bundles.map(({ name, isExposed }) => [name, isExposed])).toEqual([
    ['hello', true]
  ]);
  expect(project.bundles[0]?.entry).toMatch(/hello\.ts$/);
  expect(project.labels.get('Sync_Now')).toBe('Sync & now');
  expect(project.objects.get('Offer__c')).toEqual(['Status__c']);
  expect([...project.customPermissions]).toEqual(['Admin']);
  expect(project.sources.some((file) => file.includes('__tests__'))).toBe(false);
});

test('should refuse two components of one name', () => {
  const folder = writeProject({ 'a/lwc/hello/hello.ts': '', 'b/lwc/hello/hello.ts': '' });

  expect(() => readProject(folder)).toThrow(/two components named hello/);
});

test('should refuse a component without its main file', () => {
  const folder = writeProject({ 'a/lwc/hello/other.ts': '' });

  expect(() => readProject(folder)).toThrow('The component hello has no hello.ts.');
});

test('should say that a folder is no project', () => {
  expect(() => readProject(temporaryFolder())).toThrow(UserError);
});
