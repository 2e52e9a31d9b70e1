import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../shared/index.ts';
import type { LwcProject } from '../project/index.ts';
import { bundleApp } from './app.ts';
import { assetsFolder, assetsUrl } from './build.ts';
import type { BuildInputs, BuildOptions, BuildRecord } from './build.ts';
import { reportUnknownIcons } from './icons.ts';
import type { PluginOptions } from './plugin.ts';
import { keepOnly, publish, publishStatic } from './publish.ts';
import { createResolver } from './resolve.ts';
import { bundleVendor } from './vendor.ts';

export interface RebuildOptions extends BuildOptions, BuildInputs {
  readonly project: LwcProject;
}

/** Compiles what changed since the last build. The last good build stays until this one is done. */
export async function rebuild(options: RebuildOptions): Promise<BuildRecord> {
  try {
    return await buildAll(options);
  } catch (error) {
    throw unwrap(error);
  }
}

async function buildAll(options: RebuildOptions): Promise<BuildRecord> {
  const folder = assetsFolder(options.cacheFolder);
  const plugin = pluginOptions(options);
  const vendor = await ensureVendor(options, plugin);
  const { vendorModules, project } = options;
  const vendorUrl = `${assetsUrl}/${vendor}`;
  reportUnknownIcons(project.bundles, options.log);
  const app = await bundleApp({ ...plugin, project, vendorModules, vendorUrl });
  for (const { fileName, code } of app.files) publish(folder, fileName, code);
  const staticFiles = publishStatic(folder);
  const appFiles = app.files.map(({ fileName }) => fileName);
  keepOnly(folder, [vendor, ...appFiles, ...staticFiles]);
  const { appKey } = options;
  return { appKey, vendor, boot: app.boot, main: app.main, appFiles, staticFiles };
}

/** The vendor file carries its key in its name: it outlives a mistake in a component. */
async function ensureVendor(options: RebuildOptions, plugin: PluginOptions): Promise<string> {
  const { vendorKey, vendorModules, cacheFolder, log } = options;
  const folder = assetsFolder(cacheFolder);
  const fileName = `vendor-${vendorKey}.js`;
  if (existsSync(join(folder, fileName))) return fileName;
  log.info(`Compiling ${vendorModules.length} Lightning base components (once) ...`);
  publish(folder, fileName, await bundleVendor(vendorModules, plugin));
  return fileName;
}

function pluginOptions(options: RebuildOptions): PluginOptions {
  const { project, production, log, cacheFolder, compilerKey } = options;
  const resolver = createResolver(project);
  return { resolver, production, log, cacheFolder, cacheKey: compilerKey, sourceMaps: true };
}

/** Rollup wraps what a plugin throws; the person needs the original. */
function unwrap(error: unknown): unknown {
  if (error instanceof UserError) return error;
  const { cause, loc, message } = error as Error & {
    loc?: { file?: string; line: number; column: number };
  };
  if (cause instanceof UserError) return cause;
  if (loc === undefined) return error;
  const place = {
    line: loc.line,
    column: loc.column + 1,
    ...(loc.file !== undefined && { file: loc.file })
  };
  return new UserError(message, 'Correct the component.', place);
}
