import { rollup } from 'rollup';
import type { Plugin } from 'rollup';
import { packageFolder } from './locations.ts';
import { lwcPlugin } from './plugin.ts';
import type { PluginOptions } from './plugin.ts';

const entryId = '\0vendor-entry';

/** The export of the vendor file that holds all exports of a module. */
export function vendorExport(specifier: string): string {
  return specifier.replaceAll(/\W/g, '_');
}

/**
 * Bundles the LWC engine, synthetic shadow and the given base components with all they need.
 * @param modules specifiers like `lightning/datatable`
 * @returns the code of one file that the app shares
 */
export async function bundleVendor(
  modules: readonly string[],
  options: PluginOptions
): Promise<string> {
  const bundle = await rollup({
    input: entryId,
    plugins: [entryPlugin(modules), lwcPlugin({ ...options, sourceMaps: false })],
    treeshake: false,
    onwarn: () => undefined
  });
  const { output } = await bundle.generate({ format: 'es', inlineDynamicImports: true });
  await bundle.close();
  return output[0].code;
}

function entryPlugin(modules: readonly string[]): Plugin {
  const lines = ['lwc', ...modules].map(
    (specifier) => `export * as ${vendorExport(specifier)} from '${specifier}';`
  );
  const code = [`import '@lwc/synthetic-shadow';`, ...lines].join('\n');
  return {
    name: 'vendor-entry',
    resolveId: (id) => (id === entryId ? id : null),
    load: (id) => (id === entryId ? code : null)
  };
}

/** Whether a resolved file comes from the engine or the base components. */
export function isVendorFile(file: string): boolean {
  return vendorFolders().some((folder) => file.startsWith(folder));
}

function vendorFolders(): string[] {
  return ['lightning-base-components', '@lwc/engine-dom', '@lwc/synthetic-shadow'].map(
    packageFolder
  );
}
