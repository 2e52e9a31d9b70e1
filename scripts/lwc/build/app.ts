import { rollup } from 'rollup';
import type { OutputAsset, OutputChunk, Plugin } from 'rollup';
import { join } from 'node:path';
import type { Bundle, LwcProject } from '../project/index.ts';
import { ownFolders } from './locations.ts';
import { lwcPlugin } from './plugin.ts';
import type { PluginOptions } from './plugin.ts';
import { vendorExport } from './vendor.ts';

/** A file for the browser. */
export interface OutputFile {
  readonly fileName: string;
  readonly code: string;
}

/** The app's files: `boot` is what the page loads, `main` what boot loads once it knows the user. */
export interface App {
  readonly files: readonly OutputFile[];
  readonly boot: string;
  readonly main: string;
}

export interface AppOptions extends PluginOptions {
  readonly project: LwcProject;
  readonly vendorModules: readonly string[];
  /** Address of the vendor file, as the browser asks for it. */
  readonly vendorUrl: string;
}

/** Bundles the shell, and every component of the project as a chunk of its own. */
export async function bundleApp(options: AppOptions): Promise<App> {
  const bundle = await rollup({
    input: { boot: join(ownFolders.shell, 'boot.ts'), main: join(ownFolders.shell, 'main.ts') },
    plugins: [
      vendorPlugin(options),
      registryPlugin(options.project.bundles),
      lwcPlugin({ ...options, sourceMaps: true })
    ],
    external: [options.vendorUrl],
    onwarn: () => undefined
  });
  const { output } = await bundle.generate({
    format: 'es',
    sourcemap: true,
    sourcemapPathTransform: (path) => path.replace(/^(\.\.\/)+/, ''),
    entryFileNames: '[name]-[hash].js',
    chunkFileNames: '[name]-[hash].js'
  });
  await bundle.close();
  return describeOutput(output);
}

function describeOutput(output: readonly (OutputChunk | OutputAsset)[]): App {
  const chunks = output.filter((item) => item.type === 'chunk');
  const entry = (wanted: string): string =>
    chunks.find(({ isEntry, name }) => isEntry && name === wanted)?.fileName ?? '';
  return {
    files: output.map((item) => ({
      fileName: item.fileName,
      code: item.type === 'chunk' ? item.code : String(item.source)
    })),
    boot: entry('boot'),
    main: entry('main')
  };
}

/** Base components and the engine come from the vendor file instead of being bundled again. */
function vendorPlugin({ vendorModules, vendorUrl }: AppOptions): Plugin {
  const prefix = '\0vendor:';
  const shared = new Set(['lwc', ...vendorModules]);
  return {
    name: 'shared-vendor',
    resolveId(specifier) {
      if (specifier === vendorUrl) return { id: vendorUrl, external: true };
      return shared.has(specifier)
        ? { id: prefix + specifier, syntheticNamedExports: 'vendorModule' }
        : null;
    },
    load(id) {
      if (!id.startsWith(prefix)) return null;
      const name = vendorExport(id.slice(prefix.length));
      return `import { ${name} as vendorModule } from '${vendorUrl}';
        export { vendorModule }; export default vendorModule.default;`;
    }
  };
}

/** `local/registry`: how the shell finds a component by its name in a page's metadata. */
function registryPlugin(bundles: readonly Bundle[]): Plugin {
  const id = '\0local-registry';
  const entries = bundles
    .filter(({ entry }) => /\.(ts|js)$/.test(entry))
    .map(({ name }) => `${JSON.stringify(name)}: () => import('c/${name}')`);
  return {
    name: 'component-registry',
    resolveId: (specifier) => (specifier === 'local/registry' ? id : null),
    load: (found) => (found === id ? `export default { ${entries.join(', ')} };` : null)
  };
}
