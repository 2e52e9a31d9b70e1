import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve as resolvePath } from 'node:path';
import { UserError } from '../../shared/index.ts';
import type { LwcProject } from '../project/index.ts';
import { placeOf } from './compileErrors.ts';
import { ownFolders, packageFile, packageFolder, packageModule } from './locations.ts';
import { platformModule } from './platformModules.ts';

/** Marks modules that have no file. */
export const virtualPrefix = '\0local:';

/** Resolves import specifiers to files or virtual modules, as the platform would. */
export interface Resolver {
  /** @throws UserError naming file and line of an import that cannot work in the local org */
  resolve(specifier: string, importer: string): string;
  /** The code of a virtual module. */
  virtualCode(id: string): string;
}

const engineModules: Readonly<Record<string, string>> = {
  lwc: '@lwc/engine-dom',
  '@lwc/synthetic-shadow': '@lwc/synthetic-shadow'
};

export function createResolver(project: LwcProject): Resolver {
  const baseComponents = packageFolder('lightning-base-components');
  const aliases = baseComponentAliases(baseComponents);
  const virtual = new Map<string, string>([
    [`${virtualPrefix}empty`, 'export default undefined;'],
    [`${virtualPrefix}no-styles`, 'export default [];']
  ]);

  const fromPackage = (specifier: string): string | undefined => {
    const engine = engineModules[specifier];
    if (engine !== undefined) return packageModule(engine);
    if (specifier.startsWith('lbc:'))
      return (
        aliases.get(specifier.slice(4)) ?? inFolder(`${baseComponents}/src`, specifier.slice(4))
      );
    return undefined;
  };

  const fromNamespace = (specifier: string, importer: string): string | undefined => {
    const [namespace = '', name = ''] = specifier.split('/');
    if (namespace === 'c') return project.bundles.find((bundle) => bundle.name === name)?.entry;
    if (namespace === 'shell') return inFolder(dirname(ownFolders.shell), specifier);
    if (namespace === 'local' || namespace === 'page') return inModules(specifier);
    if (namespace === 'lightning') return lightningModule(specifier, importer);
    return undefined;
  };

  const lightningModule = (specifier: string, importer: string): string | undefined => {
    // Thousands of icons as templates: ours come from the sprite, see modules/lightning/primitiveIcon.
    if (specifier.startsWith('lightning/iconSvgTemplates')) return `${virtualPrefix}empty`;
    const own = inModules(specifier);
    if (own !== undefined && own !== importer) return own;
    const fromInside =
      importer.startsWith(baseComponents) || importer.startsWith(ownFolders.modules);
    if (fromInside || isExposed(specifier)) return inFolder(`${baseComponents}/src`, specifier);
    return undefined;
  };

  const exposed = new Set(packageFile('lightning-base-components').lwc?.expose);
  const isExposed = (specifier: string): boolean =>
    exposed.has(specifier) || specifier.startsWith('lightning/slds');

  const fromPlatform = (specifier: string, importer: string): string | undefined => {
    const isInner = importer.startsWith(baseComponents);
    if (isInner && specifier.startsWith('@salesforce/label/')) return aliases.get(specifier);
    if (isInner && aliases.has(specifier) && !/\/(i18n|gate|client)\//.test(specifier))
      return aliases.get(specifier);
    const module = platformModule(specifier, project);
    if (module === undefined) return undefined;
    if ('problem' in module) throw importError(specifier, importer, module);
    const id = virtualPrefix + specifier;
    virtual.set(id, module.code);
    return id;
  };

  return {
    resolve(specifier, importer) {
      const [path = '', query] = specifier.split('?');
      if (path.startsWith('.')) return relative(path, importer, query);
      const found =
        fromPackage(path) ??
        (path.startsWith('@salesforce/') ? fromPlatform(path, importer) : undefined) ??
        fromNamespace(path, importer) ??
        aliases.get(path);
      if (found !== undefined) return found;
      throw importError(specifier, importer, unsupported(specifier));
    },
    virtualCode: (id) => virtual.get(id) ?? ''
  };
}

function inModules(specifier: string): string | undefined {
  return (
    firstFile([join(ownFolders.modules, `${specifier}.ts`)]) ??
    inFolder(ownFolders.modules, specifier)
  );
}

function inFolder(root: string, specifier: string): string | undefined {
  const base = join(root, specifier, basename(specifier));
  return firstFile(['.ts', '.js', '.html', '.css'].map((extension) => base + extension));
}

function firstFile(candidates: readonly string[]): string | undefined {
  return candidates.find((file) => existsSync(file) && statSync(file).isFile());
}

/** A template or style sheet that does not exist is empty: the compiler always imports both. */
function relative(path: string, importer: string, query?: string): string {
  // Styles for native shadow, which the page does not use: nine tenths of the bytes.
  if (/\.(lbc\.native|slds)\.css$/.test(path)) return `${virtualPrefix}no-styles`;
  const target = resolvePath(dirname(importer), path);
  const candidates =
    extname(target) === ''
      ? [`${target}.ts`, `${target}.js`]
      : [target, `${target}.ts`, `${target}.js`, target.replace(/\.js$/, '.ts')];
  const file = firstFile(candidates);
  if (file !== undefined) return query === undefined ? file : `${file}?${query}`;
  if (/\.(html|css)$/.test(target)) return `${virtualPrefix}empty`;
  throw importError(path, importer, {
    problem: `There is no file ${path} here.`,
    action: 'Create it or correct the import.'
  });
}

function baseComponentAliases(folder: string): Map<string, string> {
  const modules = packageFile('lightning-base-components').lwc?.modules ?? [];
  return new Map(
    modules.flatMap(({ name, path }) =>
      name === undefined || path === undefined ? [] : [[name, join(folder, path)] as const]
    )
  );
}

interface ImportProblem {
  readonly problem: string;
  readonly action: string;
}

function unsupported(specifier: string): ImportProblem {
  if (specifier.startsWith('c/')) {
    return {
      problem: `There is no component ${specifier} in this project.`,
      action: 'Create it or correct its name.'
    };
  }
  return {
    problem: `${specifier} is not supported by the local org.`,
    action: 'Use another module, or add this one under scripts/lwc/modules.'
  };
}

/** In a template the import stands as a tag: `c/fooBar` is `<c-foo-bar`. */
function importError(specifier: string, importer: string, problem: ImportProblem): UserError {
  const source = existsSync(importer) ? readFileSync(importer, 'utf8') : '';
  const text = importer.endsWith('.html') ? tagOf(specifier) : specifier;
  return new UserError(problem.problem, problem.action, placeOf(text, source, importer));
}

function tagOf(specifier: string): string {
  return `<${specifier.replace('/', '-').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
