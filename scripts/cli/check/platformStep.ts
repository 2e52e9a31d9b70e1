import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { emitLwc } from '../../lwc/index.ts';
import { findFiles, projectFolder } from '../tools/index.ts';
import { resultOf } from './checkStep.ts';
import type { CheckContext, CheckStep, Finding } from './checkStep.ts';

/** The platform's own compiler over the JavaScript that is deployed. */
export const platformStep: CheckStep = {
  name: 'platform',
  what: "the platform's LWC compiler over every bundle",
  run: async (context) => {
    emitLwc({ projectFolder });
    return resultOf(await compileBundles(context));
  }
};

interface Diagnostic {
  readonly message: string;
  readonly level: number;
  readonly filename?: string;
  readonly location?: { readonly line: number };
}

interface PlatformCompiler {
  compile(input: unknown): Promise<{ success: boolean; diagnostics: readonly Diagnostic[] }>;
}

/** LWC diagnostics above this level are advice. */
const errorLevel = 1;

async function compileBundles({ checkModules }: CheckContext): Promise<Finding[]> {
  const load = createRequire(join(checkModules, 'index.js'));
  const compiler = load('@lwc/sfdc-lwc-compiler') as PlatformCompiler;
  const folders = findFiles('force-app/**/lwc/*/*.js-meta.xml').map((file) => dirname(file));
  const findings: Finding[] = [];
  for (const folder of folders) findings.push(...(await compileBundle(compiler, folder)));
  return findings;
}

async function compileBundle(compiler: PlatformCompiler, folder: string): Promise<Finding[]> {
  const name = basename(folder);
  const sources = findFiles(`${folder}/*.{js,html,css,svg}`);
  const files = sources.map((file) => ({
    fileName: basename(file),
    source: readFileSync(join(projectFolder, file), 'utf8')
  }));
  const { diagnostics } = await compiler.compile({
    bundle: {
      type: 'platform',
      namespace: 'c',
      name,
      files: Object.fromEntries(files.map(({ fileName, source }) => [fileName, source])),
      namespaceMapping: { c: 'clazar' },
      options: {
        apiVersion: 66,
        disableCustomWireAdapters: true,
        dynamicImport: 'stringLiteralOnly',
        allowDynamicComponents: true,
        enableLwcOn: true,
        enableLightningWebSecurityTransforms: true,
        strictCSSTokenCollection: true
      }
    },
    compilerConfigs: [{ outputConfig: { minify: false, env: { NODE_ENV: 'production' } } }]
  });
  return diagnostics
    .filter(({ level }) => level <= errorLevel)
    .map(({ message, filename = name, location }) => ({
      file: join(folder, basename(filename)),
      line: location?.line ?? 1,
      message
    }));
}
