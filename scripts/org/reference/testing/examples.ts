import { runTestClass } from '../../tests/index.ts';
import type { TestOutcome } from '../../tests/index.ts';
import { apexBench } from '../../worker/testing/apexBench.ts';
import type { ApexBench } from '../../worker/testing/apexBench.ts';
import { guideMetadata } from './metadata.ts';

/** An example of the documentation, with what it is to say. */
export interface Example {
  /** The page's last part: `apex_dml_section` */
  readonly page: string;
  readonly title: string;
  /** Anonymous Apex, as the page has it, shortened to what matters and made to say what it found. */
  readonly apex: string;
  /** What `System.debug` writes, or `Type: message` of what it throws. */
  readonly says: readonly (string | RegExp)[];
}

/** `https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode` */
export const developerGuide =
  'https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode';

/**
 * Runs examples as tests, each in a transaction of its own that leaves nothing behind.
 * @param site where the pages are, without the page
 * @param sources classes and triggers that the examples use
 */
export function runExamples(
  site: string,
  examples: readonly Example[],
  sources: Readonly<Record<string, string>> = {}
): void {
  let bench: ApexBench;
  beforeAll(async () => {
    bench = await apexBench({ ...guideMetadata, ...sources });
  });
  afterAll(() => bench.close());

  test.each(examples.map((example) => [`${site}/${example.page}.htm: ${example.title}`, example]))(
    '%s',
    (_name, { apex, says }: Example) => {
      const said = runAndForget(bench, apex);

      expect(said).toHaveLength(says.length);
      says.forEach((expected, index) => expectLine(said[index] ?? '', expected));
    }
  );
}

function expectLine(said: string, expected: string | RegExp): void {
  if (typeof expected === 'string') expect(said).toBe(expected);
  else expect(said).toMatch(expected);
}

class Forgotten extends Error {}

/** Like `ApexBench.run`, but rolled back. */
function runAndForget({ core, userId }: ApexBench, apex: string): string[] {
  const { errors, run } = core.apex.anonymous(apex);
  if (run === undefined) return errors.map(({ line, message }) => `${String(line)}: ${message}`);
  let messages: readonly string[] = [];
  const outcome = core.transact({ quiddity: 'ANONYMOUS', userId }, (transaction) => {
    messages = transaction.log.messages;
    run();
    throw new Forgotten();
  });
  if (outcome.kind === 'done' || outcome.error instanceof Forgotten) return [...messages];
  return [...messages, `${outcome.failure.type}: ${outcome.failure.message}`];
}

/**
 * Runs examples that are methods of an Apex test class, for what only a test can do: other users, jobs, callouts.
 * @param methods the page of each method
 */
export function runApexExamples(
  site: string,
  methods: readonly (readonly [page: string, method: string])[],
  sources: Readonly<Record<string, string>>
): void {
  const outcomes = new Map<string, TestOutcome>();
  beforeAll(async () => {
    const bench = await apexBench({ ...guideMetadata, ...sources });
    const place = { core: bench.core, userId: bench.userId, now: () => bench.clock.now() };
    const names = methods.map(([, method]) => method);
    const test = { name: 'Guide', setups: [], methods: names, seeAllData: false };
    runTestClass(place, test, (outcome) => outcomes.set(outcome.method, outcome));
    bench.close();
  });

  test.each(methods.map(([page, method]) => [`${site}/${page}.htm: ${wordsOf(method)}`, method]))(
    '%s',
    (_name, method) => {
      const { outcome, message = null, stack = null } = outcomes.get(method) ?? {};

      expect({ outcome, message, stack }).toEqual({ outcome: 'Pass', message: null, stack: null });
    }
  );
}

/** `withSharingHides` → `with sharing hides` */
function wordsOf(method: string): string {
  return method.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
