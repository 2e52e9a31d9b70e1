import { readFileSync } from 'node:fs';
import { dirname, sep } from 'node:path';
import type { Plugin } from 'rollup';
import type { Log } from '../../shared/index.ts';
import { compileFile } from './compile.ts';
import type { CompiledFile, CompileOptions } from './compile.ts';
import { ownFolders, packageFolder } from './locations.ts';
import { virtualPrefix } from './resolve.ts';
import type { Resolver } from './resolve.ts';

export interface PluginOptions extends CompileOptions {
  readonly resolver: Resolver;
  readonly production: boolean;
  readonly log: Log;
}

/** The rollup plugin that finds and compiles components, in one step so that it can be cached. */
export function lwcPlugin(options: PluginOptions): Plugin {
  const namespaceOf = createNamespaces();
  return {
    name: 'local-org-lwc',
    resolveId(specifier, importer) {
      if (importer === undefined || specifier.startsWith('\0')) return null;
      return options.resolver.resolve(specifier, withoutQuery(importer));
    },
    load(id) {
      if (id.startsWith(virtualPrefix)) return options.resolver.virtualCode(id);
      return readFileSync(withoutQuery(id), 'utf8');
    },
    transform(text, id) {
      const path = withoutQuery(id);
      const namespace = namespaceOf(path);
      if (id.startsWith('\0') || namespace === undefined) return replaceEnvironment(text, options);
      const compiled = compileFile(
        { path, namespace, text, scopedStyles: id.includes('scoped=true') },
        options
      );
      report(compiled, path, options.log);
      return { ...replaceEnvironment(compiled.code, options), map: asMap(compiled) };
    }
  };
}

function asMap({ map }: CompiledFile): string | null {
  return map === null ? null : JSON.stringify(map);
}

function withoutQuery(id: string): string {
  return id.split('?')[0] ?? id;
}

/** Which namespace a component's file belongs to; undefined for plain npm modules. */
function createNamespaces(): (path: string) => string | undefined {
  const baseComponents = `${packageFolder('lightning-base-components')}${sep}src`;
  return (path) => {
    if (path.startsWith(baseComponents) || path.startsWith(ownFolders.modules)) return 'lightning';
    if (path.startsWith(ownFolders.shell)) return 'shell';
    return path.includes(`${sep}node_modules${sep}`) || path.includes(`${sep}scopedImports${sep}`)
      ? undefined
      : 'c';
  };
}

/** Same length does not matter here: the places in these lines are never reported. */
function replaceEnvironment(
  code: string,
  { production }: PluginOptions
): { code: string; map: null } {
  const mode = JSON.stringify(production ? 'production' : 'development');
  return {
    code: code.replaceAll('process.env.NODE_ENV', mode).replaceAll('import.meta.env.SSR', 'false'),
    map: null
  };
}

/** Salesforce's own components are not ours to correct. */
function report({ warnings }: CompiledFile, path: string, log: Log): void {
  if (dirname(path).includes(`${sep}node_modules${sep}`)) return;
  for (const { message, line } of warnings) log.warn(`${path}:${line ?? 1}: ${message}`);
}
