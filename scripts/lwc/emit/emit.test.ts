import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readProject } from '../project/index.ts';
import { writeProject } from '../testing/projects.ts';
import { declareModules } from './declarations.ts';
import { emitLwc, requireEmitted } from './emit.ts';

const source = `import { LightningElement, api } from 'lwc';
import type { Row } from './row';

export default class Hello extends LightningElement {
  @api name?: string;
  rows: readonly Row[] = [];
}
`;

test('should write scripts that keep decorators and lose types', () => {
  const projectFolder = writeProject({
    'lwc/hello/hello.ts': source,
    'lwc/hello/row.ts': 'export interface Row { id: string }'
  });

  const written = emitLwc({ projectFolder });

  const script = readFileSync(join(projectFolder, 'force-app/lwc/hello/hello.js'), 'utf8');
  expect(script).toContain('    @api\n    name;');
  expect(script).not.toMatch(/Row|string|__decorate/);
  expect(written).toHaveLength(2);
});

test('should leave scripts alone that are up to date', () => {
  const projectFolder = writeProject({ 'lwc/hello/hello.ts': source });
  emitLwc({ projectFolder });

  expect(emitLwc({ projectFolder })).toEqual([]);
});

test('should refuse a component that was not built', () => {
  const projectFolder = writeProject({ 'lwc/hello/hello.ts': source });

  expect(() => requireEmitted(readProject(projectFolder).bundles)).toThrow(/no \.js yet: hello/);
});

test('should refuse TypeScript that cannot be erased', () => {
  const projectFolder = writeProject({ 'lwc/hello/hello.ts': 'class A {\n  x = ;\n}' });

  expect(() => emitLwc({ projectFolder })).toThrow(/Expression expected/);
});

test('should declare what the metadata makes importable', () => {
  const projectFolder = writeProject({
    'classes/Offers.cls': `public class Offers {
      public class Row { @AuraEnabled public Decimal amount; }
      @AuraEnabled(cacheable=true) public static List<Row> rows(Id offerId, Date since) { return null; }
      @AuraEnabled public static Offer__c save(Offer__c offer) { return offer; }
    }`,
    'labels/CustomLabels.labels-meta.xml':
      '<CustomLabels><labels><fullName>Hi</fullName><value>Hi</value></labels></CustomLabels>'
  });

  const declarations = declareModules(readProject(projectFolder));

  expect(declarations).toContain(
    'const method: CacheableApexMethod<{ offerId?: string | null | undefined; since?: string | null | undefined }, Apex.Offers.Row[]>;'
  );
  expect(declarations).toContain('namespace Offers { interface Row { amount: number; } }');
  expect(declarations).toContain(
    'const method: ApexMethod<{ offer?: ApexRecord | null | undefined }, ApexRecord>;'
  );
  expect(declarations).toContain("declare module '@salesforce/label/c.Hi'");
});
