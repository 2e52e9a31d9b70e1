import { readFileSync, watch } from 'node:fs';
import { basename, join } from 'node:path';
import { affectedBy, readProject, runApexTests, textReport } from '../../org/index.ts';
import type { SourceText } from '../../org/index.ts';
import { exitCodes } from '../../shared/index.ts';
import type { Log } from '../../shared/index.ts';
import { untilInterrupted } from '../tools/index.ts';
import { orgDataFile } from './withOrg.ts';
import type { OrgTestOptions } from './testCommand.ts';

/** Editors write a file in several steps; what follows within this time belongs to one change. */
const quietMilliseconds = 150;

/** Runs the tests, and again those that a change touches, until it is interrupted. */
export async function watchTests(options: OrgTestOptions, log: Log): Promise<number> {
  const session = new WatchSession(options, log);
  await session.run(undefined);
  const watcher = watch(options.source, { recursive: true }, (_event, file) => {
    if (typeof file === 'string' && !isIgnored(file)) session.changed(file);
  });
  log.info('Waiting for changes. Ctrl+C stops.');
  await untilInterrupted();
  watcher.close();
  return exitCodes.success;
}

function isIgnored(file: string): boolean {
  return /(^|[\\/])(\.|node_modules)/.test(file);
}

class WatchSession {
  readonly #options: OrgTestOptions;
  readonly #log: Log;
  readonly #files = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(options: OrgTestOptions, log: Log) {
    this.#options = options;
    this.#log = log;
  }

  changed(file: string): void {
    this.#files.add(file);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#next(), quietMilliseconds);
  }

  /** One run after the other. */
  #next(): void {
    const files = [...this.#files];
    this.#files.clear();
    this.#running = this.#running.then(async () => this.run(await this.#touched(files)));
  }

  /** @param classes undefined: all */
  async run(classes: readonly string[] | undefined): Promise<void> {
    const { source } = this.#options;
    const cacheFolder = join(source, '.local', 'cache');
    const dataFile = orgDataFile(source);
    const places = { projectFolder: source, cacheFolder, dataFile };
    const run = await runApexTests({ ...places, classes, log: this.#log });
    this.#log.info(textReport(run));
  }

  /** Test classes that the files can reach; a change of metadata reaches all. */
  async #touched(files: readonly string[]): Promise<readonly string[] | undefined> {
    if (!files.every((file) => /\.(cls|trigger)(-meta\.xml)?$/.test(file))) return undefined;
    const names = files.map((file) => basename(file).replace(/\..*$/, ''));
    return [...affectedBy(new Set(names), await this.#sources())];
  }

  async #sources(): Promise<SourceText[]> {
    const { source } = this.#options;
    const project = await readProject(source);
    return ['ApexClass', 'ApexTrigger'].flatMap((type) =>
      project.components(type).map(({ fullName, content, file }) => ({
        name: fullName,
        text: readFileSync(join(source, content ?? file), 'utf8')
      }))
    );
  }
}
