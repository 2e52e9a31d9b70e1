import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { coverageFindings } from './coverage.ts';
import { brokenPromises, globalSurface } from './globalSurface.ts';
import { packageObjectAccess, standardObjectAccess } from './integrationAccess.ts';
import { dependencyFindings, isPermissive, lockfiles } from './licences.ts';
import { orgTraces } from './orgSpecific.ts';
import { unpackRelease, versionOf } from './previousRelease.ts';
import { readCandidate } from './releaseCheck.ts';
import { releaseChecks } from './releaseChecks.ts';
import { writePackage } from './testing/package.ts';

async function findingsOf(
  files: Readonly<Record<string, string>>,
  name: string
): Promise<string[]> {
  const candidate = await readCandidate(writePackage(files));
  const check = releaseChecks.find((each) => each.name === name);
  const findings = (await check?.findings(candidate)) ?? [];
  return findings.map(({ message }) => message);
}

const cls = (name: string, text: string): Record<string, string> => ({
  [`classes/${name}.cls`]: text,
  [`classes/${name}.cls-meta.xml`]:
    '<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>66.0</apiVersion></ApexClass>'
});

const set = (name: string, content: string): Record<string, string> => ({
  [`permissionsets/${name}.permissionset-meta.xml`]:
    '<PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata">' +
    `${content}<label>${name}</label></PermissionSet>`
});

describe('sharing', () => {
  test('should name a class that does not say how it shares', async () => {
    const found = await findingsOf(cls('Door', 'public class Door {}'), 'sharing');

    expect(found).toEqual([expect.stringContaining('Door does not say how it shares')]);
  });
});

describe('doors', () => {
  const door = cls(
    'Door',
    'public with sharing class Door { @AuraEnabled public static String knock() { return null; } }'
  );

  test('should name a controller that no permission set opens', async () => {
    expect(await findingsOf(door, 'doors')).toEqual([expect.stringContaining('Screens call Door')]);
  });

  test('should be content when one does', async () => {
    const given = set(
      'Users',
      '<classAccesses><apexClass>Door</apexClass><enabled>true</enabled></classAccesses>'
    );

    expect(await findingsOf({ ...door, ...given }, 'doors')).toEqual([]);
  });
});

describe('permission sets', () => {
  const objectPermission = (object: string, rights: string): string =>
    `<objectPermissions>${rights}<object>${object}</object></objectPermissions>`;

  test.each([
    [
      'ModifyAllData',
      '<userPermissions><enabled>true</enabled><name>ModifyAllData</name></userPermissions>'
    ],
    [
      'Modify All on Account',
      objectPermission('Account', '<modifyAllRecords>true</modifyAllRecords>')
    ]
  ])('should refuse %s', async (what, content) => {
    const found = await findingsOf(set('Any', content), 'permission sets');

    expect(found).toEqual([expect.stringContaining(what)]);
  });

  test.each([
    ['objectPermissions', objectPermission('Nothing__c', '<allowRead>true</allowRead>')],
    ['fieldPermissions', '<fieldPermissions><field>Account.Nothing__c</field></fieldPermissions>'],
    ['classAccesses', '<classAccesses><apexClass>Nothing__c</apexClass></classAccesses>'],
    ['tabSettings', '<tabSettings><tab>Nothing__c</tab></tabSettings>'],
    ['customPermissions', '<customPermissions><name>Nothing__c</name></customPermissions>']
  ])('should name what does not exist in %s', async (_list, content) => {
    const found = await findingsOf(set('Any', content), 'permission sets');

    expect(found).toEqual([expect.stringMatching(/names \S*Nothing__c, which does not exist/)]);
  });

  test('should hold the integration user to the table, to the right', async () => {
    const found = await findingsOf(
      set(
        'Clazar_Salesforce_Integration_User',
        objectPermission('Account', '<allowRead>true</allowRead><allowDelete>true</allowDelete>')
      ),
      'permission sets'
    );

    expect(found).toContainEqual(
      expect.stringContaining('gives read, delete on Account; the table says read, viewAll, create')
    );
    expect(found).toHaveLength(standardObjectAccess.length + packageObjectAccess.length);
  });

  test('should let nobody delete or modify all by the table', () => {
    const rights = [...standardObjectAccess, ...packageObjectAccess].flatMap((each) => each.rights);

    expect(rights).not.toContain('delete');
    expect(rights).not.toContain('modifyAll');
  });
});

describe('global surface', () => {
  const places = { placeOf: () => undefined, snapshotFile: 'surface.json' };
  const surfaceOf = async (text: string) =>
    globalSurface((await readCandidate(writePackage(cls('Api', text)))).classes);
  const api = (body: string): string => `global with sharing class Api { ${body} }`;
  const changes = async (before: string, after: string): Promise<string[]> =>
    brokenPromises(await surfaceOf(before), await surfaceOf(after), places).map(
      ({ message }) => message
    );

  test('should list what others can see, and nothing else', async () => {
    const surface = await surfaceOf(
      api('global static Integer add(Integer a, List<String> b) { return a; } public String own;')
    );

    expect(surface).toEqual({ Api: ['class', 'static Integer add(Integer, List<String>)'] });
  });

  test.each([
    ['a method that is gone', 'global void go() {}', ''],
    ['another parameter', 'global void go(Integer a) {}', 'global void go(Long a) {}'],
    ['another return type', 'global Integer go() { return 1; }', 'global Long go() { return 1; }'],
    [
      'a property that can be set no more',
      'global String a { get; set; }',
      'global String a { get; }'
    ],
    [
      'a Flow input that is required now',
      '@InvocableVariable global String a;',
      '@InvocableVariable(required=true) global String a;'
    ]
  ])('should name %s', async (_what, before, after) => {
    expect(await changes(api(before), api(after))).not.toEqual([]);
  });

  test('should name a class that is global no more', async () => {
    const found = await changes(api(''), 'public with sharing class Api {}');

    expect(found).toEqual(['Global Api was released and is gone.']);
  });

  test('should allow what is new', async () => {
    expect(await changes(api(''), api('global void go() {}'))).toEqual([]);
  });

  test('should refuse a new method of an interface that others implement', async () => {
    const found = await changes('global interface Api {}', 'global interface Api { void go(); }');

    expect(found).toEqual([expect.stringContaining('what others built on the class lacks it')]);
  });
});

describe('org-specific values', () => {
  test.each([
    '<owner>005000000000001AAA</owner>',
    '<url>https://acme.my.salesforce.com/x</url>',
    '<url>https://acme--uat.sandbox.my.salesforce.com</url>',
    '<url>https://na44.salesforce.com</url>',
    "Id org = '00D000000000001';"
  ])('should name %s', (line) => {
    expect(orgTraces(`first\n${line}`)).toEqual([expect.objectContaining({ line: 2 })]);
  });

  test.each([
    '<url>https://api.clazar.io</url>',
    '<xmlns>http://soap.sforce.com/2006/04/metadata',
    'login.salesforce.com'
  ])('should leave %s alone', (line) => {
    expect(orgTraces(line)).toEqual([]);
  });
});

describe('coverage', () => {
  test('should name a class below the mark with the lines that no test ran', () => {
    const covered = [1, 2, 3, 4, 5, 6, 7, 8];

    const found = coverageFindings([
      { name: 'Low', path: 'Low.cls', covered, uncovered: [9, 10] },
      { name: 'High', path: 'High.cls', covered: [...covered, 9], uncovered: [10] }
    ]);

    expect(found).toEqual([
      { file: 'Low.cls', line: 9, message: expect.stringContaining('Tests run 80 % of Low') }
    ]);
  });
});

describe('dependencies', () => {
  test.each(lockfiles)('should be judged and locked in %s', (lockfile) => {
    expect(dependencyFindings(lockfile)).toEqual([]);
  });

  test.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-or-later)', true],
    ['(BSD-3-Clause AND GPL-3.0-or-later)', false],
    ['GPL-3.0', false],
    ['unknown', false]
  ])('should judge %s', (licence, expected) => {
    expect(isPermissive(licence)).toBe(expected);
  });
});

describe('kept releases', () => {
  test('should come back as they were, without tests and components', () => {
    const target = mkdtempSync(join(tmpdir(), 'kept-'));

    unpackRelease('0.1.0', target);

    expect(versionOf(target)).toBe('0.1.0');
    expect(existsSync(join(target, 'force-app/core/classes/ClazarApi.cls'))).toBe(true);
    expect(existsSync(join(target, 'force-app/core/tests'))).toBe(false);
    rmSync(target, { recursive: true });
  });

  test('should name what is kept when a version is not', () => {
    expect(() => unpackRelease('9.9.9', '/nowhere')).toThrow('Release 9.9.9 is not kept.');
  });
});
