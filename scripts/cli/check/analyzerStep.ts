import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { projectFolder } from '../tools/index.ts';
import { analyzerExceptions } from './analyzerExceptions.ts';
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
  return !analyzerExceptions.some(
    (item) => item.rules.includes(name) && (item.file?.test(file) ?? true)
  );
}

function toFinding(violation: Violation): Finding {
  const place = violation.getPrimaryLocation();
  return {
    file: relative(projectFolder, place.getFile() ?? projectFolder),
    line: place.getStartLine() ?? 1,
    message: `${violation.getRule().getName()}: ${violation.getMessage().trim()}`
  };
}
