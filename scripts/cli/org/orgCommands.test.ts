import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// The commands as people and CI servers use them: another process, its output and exit code.

const cli = fileURLToPath(new URL('../index.ts', import.meta.url));
const node = ['--disable-warning=ExperimentalWarning', cli, 'org'];

const classes: Readonly<Record<string, string>> = {
  Money: `public class Money {
    public static Integer twice(Integer amount) {
      if (amount < 0) {
        return 0;
      }
      return amount * 2;
    }
  }`,
  MoneyTest: `@IsTest private class MoneyTest {
    @IsTest static void shouldDouble() { Assert.areEqual(4, Money.twice(2)); }
    @IsTest static void shouldFail() {
      System.debug('look here');
      Assert.areEqual(5, Money.twice(2), 'not twice');
    }
  }`,
  OtherTest: `@IsTest private class OtherTest {
    @TestSetup static void setUp() { insert new Account(Name = 'Set up'); }
    @IsTest static void shouldSeeSetUp() {
      delete [SELECT Id FROM Account];
      Assert.areEqual(0, [SELECT COUNT() FROM Account]);
    }
    @IsTest static void shouldNotSeeOtherTests() { Assert.areEqual(1, [SELECT COUNT() FROM Account]); }
    @IsTest(SeeAllData=true) static void shouldSeeTheOrg() {
      Assert.areEqual(1, [SELECT COUNT() FROM Account WHERE Name = 'Real']);
    }
  }`
};

let folder: string;

function write(path: string, text: string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const metaXml = `<?xml version="1.0" encoding="UTF-8"?>
<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>66.0</apiVersion><status>Active</status></ApexClass>`;

function writeClass(name: string, text: string): void {
  write(`force-app/classes/${name}.cls`, text);
  write(`force-app/classes/${name}.cls-meta.xml`, metaXml);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'commands-'));
  const directories = [{ path: 'force-app', default: true }];
  write(
    'sfdx-project.json',
    JSON.stringify({ packageDirectories: directories, sourceApiVersion: '66.0' })
  );
  for (const [name, text] of Object.entries(classes)) writeClass(name, text);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(...parameters: readonly string[]) {
  const all = [...node, ...parameters, '--source', folder];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, { encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('npm run org -- test', () => {
  test('should show line, message and log of what failed, coverage by class and in total', () => {
    const { status, stdout } = run('test', '--coverage', '--class', 'MoneyTest');

    expect(stdout).toContain(
      '✗ MoneyTest.shouldFail\n' +
        '    System.AssertException: Assertion Failed: not twice: Expected: 5, Actual: 4\n' +
        '    Class.MoneyTest.shouldFail: line 5, column 1'
    );
    expect(stdout).toContain('|USER_DEBUG|[4]|DEBUG|look here');
    expect(stdout).toMatch(/^Money +66\.7% +4$/m);
    expect(stdout).toMatch(/^Total +66\.7%$/m);
    expect(stdout).toMatch(/\n1 passed, 1 failed \(\d+\.\d s\)\n$/);
    expect(status).toBe(1);
  });

  test('should print one JSON object with what the design names', () => {
    const { status, stdout } = run('test', '--json', '--method', 'MoneyTest.shouldDouble');

    expect(JSON.parse(stdout)).toEqual({
      summary: { passed: 1, failed: 0, skipped: 0, durationMs: expect.any(Number) as number },
      tests: [
        {
          class: 'MoneyTest',
          method: 'shouldDouble',
          outcome: 'Pass',
          message: null,
          stack: null,
          durationMs: expect.any(Number) as number
        }
      ],
      compileErrors: []
    });
    expect(status).toBe(0);
  });

  test('should print JUnit XML', () => {
    const { status, stdout } = run('test', '--junit', '--class', 'MoneyTest');

    expect(stdout).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>/);
    expect(stdout).toMatch(/<testcase classname="MoneyTest" name="shouldDouble" time="[\d.]+"\/>/);
    expect(stdout).toContain(
      '<failure message="System.AssertException: Assertion Failed: not twice'
    );
    expect(status).toBe(1);
  });

  test('should keep tests apart from each other and from the org, unless they see all data', () => {
    write('real.apex', `insert new Account(Name = 'Real');`);
    run('run', join(folder, 'real.apex'));

    expect(run('test', '--class', 'OtherTest')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('3 passed, 0 failed') as string
    });
  });

  test('should name every mistake in Apex and run nothing', () => {
    writeClass('Broken', 'public class Broken { Nope one; Nada two; }');

    const { status, stdout } = run('test', '--json');

    const { compileErrors, tests } = JSON.parse(stdout) as {
      compileErrors: unknown[];
      tests: unknown[];
    };
    expect(compileErrors).toHaveLength(2);
    expect(compileErrors[0]).toMatchObject({ file: 'force-app/classes/Broken.cls', line: 1 });
    expect(tests).toEqual([]);
    expect(status).toBe(2);
  });

  test('should say what is wrong with a folder that is no project', () => {
    rmSync(join(folder, 'sfdx-project.json'));

    const { status, stderr } = run('test');

    expect(stderr).toContain('sfdx-project.json');
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(status).toBe(2);
  });
});

describe('npm run org -- deploy', () => {
  test('should take the project up and keep the records', () => {
    write('real.apex', `insert new Account(Name = 'Real');`);
    run('run', join(folder, 'real.apex'));
    writeClass('Added', 'public class Added {}');

    const { status, stdout } = run('deploy', '--json');

    expect(JSON.parse(stdout)).toEqual({ components: 4, compileErrors: [] });
    expect(status).toBe(0);
    expect(run('query', 'SELECT Name FROM Account').stdout).toContain('Real');
  });

  test('should name every mistake and leave the org as it was', () => {
    run('deploy');
    writeClass('Broken', 'public class Broken { Nope one; Nada two; }');

    const { status, stdout } = run('deploy');

    expect(stdout).toContain('force-app/classes/Broken.cls:1:');
    expect(stdout).toContain('Nothing was deployed.');
    expect(status).toBe(1);
  });
});

describe('npm run org -- test --watch', () => {
  test('should run again what a change touches, and only that', async () => {
    const watching = spawn(process.execPath, [...node, 'test', '--watch', '--source', folder]);
    const output = reader(watching.stderr, watching.stdout);
    try {
      await output.until('Waiting for changes');
      expect(output.text()).toContain('✗ MoneyTest.shouldFail');
      output.forget();

      const wrong = (classes['Money'] ?? '').replace('amount * 2', 'amount * 2 + 1');
      write('force-app/classes/Money.cls', wrong);
      await output.until('passed,');

      expect(output.text()).toContain('✗ MoneyTest.shouldDouble');
      expect(output.text()).toContain('1 passed, 1 failed');
      expect(output.text()).not.toContain('OtherTest');
    } finally {
      watching.kill('SIGINT');
      await new Promise((resolve) => watching.once('exit', resolve));
    }
  });
});

/** Gathers what a process says. */
function reader(...streams: readonly NodeJS.ReadableStream[]) {
  let text = '';
  const waiting = new Set<() => void>();
  for (const stream of streams) {
    stream.on('data', (part: Buffer) => {
      text += part.toString();
      for (const look of waiting) look();
    });
  }
  return {
    text: () => text,
    forget: () => void (text = ''),
    until: (words: string) =>
      new Promise<void>((resolve) => {
        const look = (): void => {
          if (text.includes(words)) resolve();
        };
        waiting.add(look);
        look();
      })
  };
}

describe('npm run org -- query and run', () => {
  test('should print what Apex has saved, and how it is found', () => {
    write('one.apex', `insert new Account(Name = 'One'); System.debug('done');`);

    const saved = run('run', join(folder, 'one.apex'));
    const found = run('query', `SELECT Name FROM Account WHERE Name = 'One'`);
    const plan = run('query', '--explain', `SELECT Id FROM Account WHERE Name = 'One'`);

    expect(saved).toMatchObject({ status: 0, stdout: expect.stringContaining('done') as string });
    expect(JSON.parse(found.stdout)).toMatchObject({ totalSize: 1, records: [{ Name: 'One' }] });
    expect(plan.stdout).toMatch(/USING INDEX/);
  });

  test('should show where a query is wrong', () => {
    const { status, stderr } = run('query', 'SELECT Nope FROM Account');

    expect(stderr).toContain(`No such column 'Nope' on entity 'Account'`);
    expect(status).toBe(2);
  });

  test('should end with 1 and the Apex line when Apex throws', () => {
    write('bad.apex', `\nInteger nothing = 1 / 0;`);

    const { status, stderr } = run('run', join(folder, 'bad.apex'));

    expect(stderr).toContain('System.MathException: Divide by 0');
    expect(stderr).toContain('line 2');
    expect(status).toBe(1);
  });
});
