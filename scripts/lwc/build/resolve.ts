import { existsSync, readFileSync } from 'node:fs';
import { dirname, extname, resolve as resolvePath } from 'node:path';
import { UserError } from '../../shared/index.ts';
import type { LwcProject } from '../project/index.ts';
import { placeOf } from './compileErrors.ts';
import { ownFolders, packageModule } from './locations.ts';
import { firstFile, moduleIn, ownModule, readBaseComponents } from './moduleFiles.ts';
import type { BaseComponents } from './moduleFiles.ts';
import { platformModule } from './platformModules.ts';

/** Asks for a base component itself where one of ours stands in its place. */
const basePrefix = 'lbc:';

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

/** Finds the module of a specifier; undefined when it is not this finder's to know. */
type Finder = (specifier: string, importer: string) => string | undefined;

export function createResolver(project: LwcProject): Resolver {
  const base = readBaseComponents();
  const virtual = new Map<string, string>([
    [`${virtualPrefix}empty`, 'export default undefined;'],
    [`${virtualPrefix}no-styles`, 'export default [];']
  ]);
  const finders: Readonly<Record<string, Finder>> = {
    '@salesforce': platformFinder(project, base, virtual),
    c: (specifier) => project.bundles.find(({ name }) => `c/${name}` === specifier)?.entry,
    shell: (specifier) => moduleIn(dirname(ownFolders.shell), specifier),
    local: ownModule,
    page: ownModule,
    lightning: lightningFinder(base)
  };
  const find: Finder = (specifier, importer) => {
    const engine = engineModules[specifier];
    if (engine !== undefined) return packageModule(engine);
    if (specifier.startsWith(basePrefix)) return base.find(specifier.slice(basePrefix.length));
    const finder = finders[specifier.split('/')[0] ?? ''];
    return finder === undefined ? base.find(specifier) : finder(specifier, importer);
  };
  return {
    resolve(specifier, importer) {
      const [path = '', query] = specifier.split('?');
      if (path.startsWith('.')) return relative(path, importer, query);
      const found = find(path, importer);
      if (found !== undefined) return found;
      throw importError(specifier, importer, unsupported(specifier));
    },
    virtualCode: (id) => virtual.get(id) ?? ''
  };
}

/** Thousands of icons as templates: ours come from the sprite, see modules/lightning/primitiveIcon. */
const iconTemplates = 'lightning/iconSvgTemplates';

function lightningFinder(base: BaseComponents): Finder {
  return (specifier, importer) => {
    if (specifier.startsWith(iconTemplates)) return `${virtualPrefix}empty`;
    const mayUseAll = base.holds(importer) || base.exposes(specifier);
    return ownModule(specifier) ?? (mayUseAll ? base.find(specifier) : undefined);
  };
}

/** What base components bring for themselves and the local org does not say better. */
const baseOwn = /^@salesforce\/(label|accessCheck|internal)\//;

function platformFinder(
  project: LwcProject,
  base: BaseComponents,
  virtual: Map<string, string>
): Finder {
  return (specifier, importer) => {
    if (base.holds(importer) && baseOwn.test(specifier)) return base.find(specifier);
    const module = platformModule(specifier, project);
    if (module === undefined) return undefined;
    if ('problem' in module) throw importError(specifier, importer, module);
    const id = virtualPrefix + specifier;
    virtual.set(id, module.code);
    return id;
  };
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
