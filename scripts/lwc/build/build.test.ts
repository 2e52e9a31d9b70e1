import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordingLog, UserError } from '../../shared/index.ts';
import { temporaryFolder, writeProject } from '../testing/projects.ts';
import { buildLwc } from './build.ts';
import type { LwcBuild } from './build.ts';

const cacheFolder = temporaryFolder();

const offers = `public class Offers {
  @AuraEnabled(cacheable=true) public static Integer count() { return 1; }
}`;

function build(projectFolder: string): Promise<LwcBuild> {
  return buildLwc({ projectFolder, cacheFolder, production: true, log: recordingLog() });
}

async function failureOf(files: Readonly<Record<string, string>>): Promise<UserError> {
  const error: unknown = await build(writeProject(files)).catch((reason: unknown) => reason);
  if (error instanceof UserError) return error;
  throw new Error(`This is no mistake of a user: ${String(error)}`);
}

const component = (imports: string, body = ''): string =>
  `import { LightningElement, api, wire } from 'lwc';\n${imports}\nexport default class Hello extends LightningElement {\n${body}\n}\n`;

/** Milliseconds: a busy machine may take its time. */
const patience = 60_000;

/** The base components take seconds, once. */
beforeAll(async () => {
  await build(writeProject({}));
}, patience);

test(
  'should compile components once, and only what changed afterwards',
  async () => {
    const folder = writeProject({
      'classes/Offers.cls': offers,
      'lwc/hello/hello.ts': component(
        `import count from '@salesforce/apex/Offers.count';`,
        '  @api name?: string;\n  @wire(count) count?: unknown;'
      ),
      'lwc/hello/hello.html':
        '<template><lightning-button label={name}></lightning-button></template>'
    });

    const first = await build(folder);
    const second = await build(folder);
    writeFileSync(join(folder, 'force-app/lwc/hello/hello.html'), '<template>{name}</template>');
    const third = await build(folder);

    expect([first, second, third].map(({ fresh }) => fresh)).toEqual([true, false, true]);
    expect(second).toEqual({ ...first, fresh: false });
    const names = readdirSync(third.assetsFolder);
    const chunk = names.find((name) => /^hello-.*\.js$/.test(name)) ?? '';
    expect(names).toContain(`${chunk}.br`);
    const code = readFileSync(join(third.assetsFolder, chunk), 'utf8');
    expect(code).toContain('apexMethod("Offers.count"');
  },
  patience
);

test(
  'should warn of icons that do not exist',
  async () => {
    const log = recordingLog();
    const projectFolder = writeProject({
      'lwc/hello/hello.ts': component(''),
      'lwc/hello/hello.html':
        '<template>\n  <lightning-icon icon-name="utility:nothing"></lightning-icon>\n</template>'
    });

    await buildLwc({ projectFolder, cacheFolder, production: true, log });

    expect(log.lines.join()).toMatch(
      /hello\.html:2: The design system has no icon utility:nothing/
    );
  },
  patience
);

test(
  'should say where TypeScript cannot be read',
  async () => {
    const error = await failureOf({ 'lwc/hello/hello.ts': component('', '  a = ;') });

    expect(error.describe()).toMatch(/hello\.ts:4:7: Expression expected/);
  },
  patience
);

test(
  'should say where a template is wrong',
  async () => {
    const error = await failureOf({
      'lwc/hello/hello.ts': component(''),
      'lwc/hello/hello.html': '<template>\n  <p>{a.b()}</p>\n</template>'
    });

    expect(error.place).toMatchObject({ line: 2 });
    expect(error.message).toMatch(/LWC/);
  },
  patience
);

test.each([
  [
    `import x from 'lightning/uiGraphQLApi';`,
    'lightning/uiGraphQLApi is not supported by the local org.'
  ],
  [
    `import x from '@salesforce/nonsense/a';`,
    '@salesforce/nonsense/a is not supported by the local org.'
  ],
  [`import x from '@salesforce/apex/Offers.nothing';`, "referenced as 'Offers.nothing'"],
  [`import x from '@salesforce/label/c.Nothing';`, 'There is no custom label c.Nothing.'],
  [`import x from '@salesforce/schema/Nothing__c';`, 'There is no Nothing__c in this project.'],
  [`import x from 'c/nothing';`, 'There is no component c/nothing in this project.'],
  [`import { x } from './nothing';`, 'There is no file ./nothing here.']
])(
  'should refuse %s and name the line',
  async (statement, message) => {
    const use = `${statement}\nconsole.log(x);`;

    const error = await failureOf({
      'classes/Offers.cls': offers,
      'lwc/hello/hello.ts': component(use)
    });

    expect(error.message).toContain(message);
    expect(error.place).toMatchObject({ line: 2 });
    expect(error.place.file).toMatch(/hello\.ts$/);
  },
  patience
);

test(
  'should name the tag of a component that does not exist',
  async () => {
    const error = await failureOf({
      'lwc/hello/hello.ts': component(''),
      'lwc/hello/hello.html': '<template>\n  <c-not-there></c-not-there>\n</template>'
    });

    expect(error.describe()).toMatch(/hello\.html:2:3: There is no component c\/notThere/);
  },
  patience
);
