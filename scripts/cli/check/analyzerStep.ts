import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { projectFolder } from '../tools/index.ts';
import { resultOf } from './checkStep.ts';
import type { CheckContext, CheckStep, Finding } from './checkStep.ts';

/** Salesforce Code Analyzer's engines; its own command-line plugin cannot be installed from the registry alone. */
export const analyzerStep: CheckStep = {
  name: 'analyzer',
  what: 'Salesforce Code Analyzer (PMD, SFGE, ESLint, regex, retire-js)',
  run: async (context) => resultOf(await analyze(context))
};

/** Rules by engine and tag: what the AppExchange security review looks at, and Salesforce's own recommendation. */
const ruleSelectors = ['AppExchange', 'Security', 'pmd:Recommended', 'regex:Recommended', 'sfge'];

interface Exception {
  readonly rules: readonly string[];
  /** Where; everywhere when absent. */
  readonly file?: RegExp;
  readonly reason: string;
}

/** Findings that stay, each with its reason. */
const exceptions: readonly Exception[] = [
  {
    rules: ['ApexDoc'],
    reason: 'Only what is global is documented for others; names say the rest.'
  },
  {
    rules: ['ApexUnitTestClassShouldHaveRunAs'],
    reason: 'Tests that enter by a door run as its users; tests of a single class need no user.'
  },
  {
    rules: ['ApexSuggestUsingNamedCred'],
    file: /ClazarApi\.cls$/,
    reason:
      "Clazar's token comes from POST /authenticate/, which no authentication protocol of Named Credentials does."
  },
  {
    rules: ['AvoidBooleanMethodParameters'],
    file: /SyncController\.cls$/,
    reason: 'Components call it with a named parameter: start({ isFull: true }).'
  },
  {
    rules: ['OperationWithLimitsInLoop'],
    file: /SyncScheduler\.cls$/,
    reason: 'System.schedule and System.abortJob take one job each; there are four at most.'
  },
  {
    rules: ['AvoidNonRestrictiveQueries'],
    file: /Test\.cls$/,
    reason: 'A test sees only the records that it made.'
  },
  {
    rules: ['ProtectSensitiveData'],
    reason:
      'No field holds a credential: they live in the External Credential. Keys here find records.'
  },
  {
    rules: ['AvoidGlobalModifier'],
    file: /cosell.classes.\w+\.cls$|marketplace.classes.(ActivateContract|ReportUsage)\.cls$/,
    reason: "Flow actions and their types must be global to be seen in a subscriber's Flow Builder."
  },
  {
    rules: ['AvoidLogicInTrigger'],
    file: /CosellOpportunityTrigger\.trigger$/,
    reason: 'Two calls, the first of which must come before the other; nothing is decided in it.'
  },
  {
    rules: ['DatabaseOperationsMustUseWithSharing'],
    file: /OutboxRows\.cls$/,
    reason: "Only Clazar's answers change the rows of the outbox; the class says why."
  },
  {
    rules: ['CyclomaticComplexity'],
    file: /ColumnValue\.cls$/,
    reason: 'One short method for each kind of value; the most complex has six branches.'
  },
  {
    rules: ['UnimplementedType'],
    file: /OutboxAnswers\.cls$/,
    reason: 'Features implement it, and metadata names their classes.'
  },
  {
    rules: [
      'AvoidBooleanMethodParameters',
      'CognitiveComplexity',
      'CyclomaticComplexity',
      'ExcessiveParameterList',
      'ExcessivePublicCount',
      'TooManyFields'
    ],
    file: /cosell.classes.(Cosell(Answers|Command|Context|Run)|(Create|Update)Aws\w+|UpdateCosell)\.cls$/,
    reason: 'The Flow actions have the inputs that Flow builders need; their plans are to be split.'
  },
  {
    rules: ['ApexNullPointerException'],
    file: /IssueRetry\.cls$/,
    reason: 'SFGE 0.25 does not know the null coalescing operator.'
  }
];

const engines = ['pmd', 'sfge', 'eslint', 'regex', 'retirejs'];

interface Violation {
  getRule(): { getName(): string };
  getMessage(): string;
  getPrimaryLocation(): { getFile(): string | undefined; getStartLine(): number | undefined };
}

interface Analyzer {
  addEnginePlugin(plugin: unknown): Promise<void>;
  createWorkspace(paths: readonly string[]): Promise<unknown>;
  selectRules(selectors: readonly string[], options: { workspace: unknown }): Promise<unknown>;
  run(rules: unknown, options: { workspace: unknown }): Promise<{ getViolations(): Violation[] }>;
}

interface AnalyzerModule {
  readonly CodeAnalyzer: new (config: unknown) => Analyzer;
  readonly CodeAnalyzerConfig: { fromObject(settings: unknown): unknown };
}

async function analyze({ checkModules }: CheckContext): Promise<Finding[]> {
  const load = createRequire(join(checkModules, 'index.js'));
  const core = load('@salesforce/code-analyzer-core') as AnalyzerModule;
  const analyzer = new core.CodeAnalyzer(core.CodeAnalyzerConfig.fromObject({}));
  for (const engine of engines) {
    const plugin = load(`@salesforce/code-analyzer-${engine}-engine`) as {
      createEnginePlugin(): unknown;
    };
    await analyzer.addEnginePlugin(plugin.createEnginePlugin());
  }
  const workspace = await analyzer.createWorkspace([join(projectFolder, 'force-app')]);
  const rules = await analyzer.selectRules(ruleSelectors, { workspace });
  const results = await analyzer.run(rules, { workspace });
  return results.getViolations().filter(isWrong).map(toFinding);
}

function isWrong(violation: Violation): boolean {
  const file = violation.getPrimaryLocation().getFile() ?? '';
  const name = violation.getRule().getName();
  return !exceptions.some((item) => item.rules.includes(name) && (item.file?.test(file) ?? true));
}

function toFinding(violation: Violation): Finding {
  const place = violation.getPrimaryLocation();
  return {
    file: relative(projectFolder, place.getFile() ?? projectFolder),
    line: place.getStartLine() ?? 1,
    message: `${violation.getRule().getName()}: ${violation.getMessage().trim()}`
  };
}
