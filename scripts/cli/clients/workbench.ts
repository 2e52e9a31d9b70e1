import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  administrator,
  createDeployableOrg,
  emptyProject,
  localUserId,
  openScratchHub
} from '../../org/index.ts';
import { recordingLog, systemClock } from '../../shared/index.ts';
import { createOrgServer, listen, listenSecurely, scratchServers } from '../start/index.ts';
import type { SecureDoor } from '../start/index.ts';
import { installTools, runCommand } from '../tools/index.ts';
import type { CommandResult } from '../tools/index.ts';

/** An org with nothing in it, the real clients, and a record of what the org did not know. */
export interface Workbench {
  readonly instanceUrl: string;
  readonly accessToken: string;
  /** Of the administrator. */
  readonly username: string;
  readonly password: string;
  /** A folder of its own, which goes with the workbench. */
  readonly folder: string;
  /** Requests that nobody answered. */
  readonly unknown: readonly string[];
  /** A copy of the sample project, in its own folder. */
  sample(): string;
  /** Runs `sf` in a folder, as a user who is logged in under the alias `local`. */
  sf(folder: string, ...parameters: readonly string[]): Promise<SfResult>;
  /** `sf` with further variables in its environment. */
  sfWith(variables: NodeJS.ProcessEnv): Workbench['sf'];
  /** A code that the CLI exchanges for tokens of the administrator. */
  issueCode(): string;
  /** Opens a second door, with TLS. */
  secure(): Promise<SecureDoor>;
  /** Runs the data migration plugin on the `export.json` of a folder. */
  sfdmu(folder: string): Promise<SfResult>;
  /** Runs a script with the clients' `node_modules` as its first parameter. */
  script(file: string, ...parameters: readonly string[]): Promise<CommandResult>;
  close(): Promise<void>;
}

export interface SfResult {
  readonly exitCode: number;
  /** What it printed, both streams. */
  readonly text: string;
  /** The `result` of `--json`, which is asked for unless the parameters say otherwise. */
  readonly result: unknown;
  /** What a failure says. */
  readonly message: string;
}

const here = dirname(fileURLToPath(import.meta.url));

/** Starts an org on a free port and logs `sf` in. Clients that are not installed yet are installed first. */
export async function workbench(): Promise<Workbench> {
  const log = recordingLog();
  const modules = await installTools('clients', log);
  const folder = mkdtempSync(join(tmpdir(), 'clients-'));
  const org = await serve(folder);
  const environment = clientEnvironment(join(folder, 'home'), org.accessToken);
  const sf = sfIn(modules, environment);
  const login = ['org', 'login', 'access-token', '--instance-url', org.instanceUrl, '--no-prompt'];
  const outcome = await sf(folder, ...login, '--alias', 'local', '--set-default');
  if (outcome.exitCode !== 0) throw new Error(`sf could not log in: ${outcome.text}`);
  return {
    ...org,
    username: administrator.username,
    folder,
    sf,
    sfWith: (variables) => sfIn(modules, { ...environment, ...variables }),
    sfdmu: async (migration) => {
      await sf(folder, '--plain', 'plugins', 'link', join(modules, 'sfdmu'), '--no-install');
      const run = ['sfdmu', 'run', '--sourceusername', 'csvfile', '--targetusername', 'local'];
      return sf(migration, '--plain', ...run, '--path', migration, '--noprompt');
    },
    sample: () => {
      const copy = mkdtempSync(join(folder, 'sample-'));
      cpSync(join(here, 'sample'), copy, { recursive: true });
      return copy;
    },
    script: (file, ...parameters) =>
      runCommand(process.execPath, [join(here, file), modules, ...parameters], {
        cwd: folder,
        environment
      }),
    close: async () => {
      await org.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  };
}

async function serve(folder: string) {
  const log = recordingLog();
  const unknown: string[] = [];
  const onUnknown = ({ method, url }: { method: string; url: string }): void => {
    unknown.push(`${method} ${url}`);
  };
  const dataFolder = join(folder, 'org');
  const projectFolder = emptyProject(join(folder, 'project'));
  const service = await createDeployableOrg({ projectFolder, dataFolder, log });
  const scratch = scratchServers({ clock: systemClock, log, onUnknown });
  const hub = await openScratchHub({ dataFolder, clock: systemClock, log, serve: scratch });
  const userId = localUserId(administrator.username);
  const options = { service, lwc: undefined, userId, dataFolder, hub, onUnknown };
  const { app, session, password, issueCode } = createOrgServer(options);
  const doors: SecureDoor[] = [];
  const instanceUrl = await listen(app, 0);
  return {
    instanceUrl,
    accessToken: session.token,
    password,
    unknown,
    issueCode: () => issueCode('PlatformCLI', 'http://localhost:1717/OauthRedirect'),
    secure: async () => {
      const door = await listenSecurely(app, { port: 0, folder, clock: systemClock });
      doors.push(door);
      return door;
    },
    stop: async (): Promise<void> => {
      for (const door of doors) door.close();
      await app.close();
      await hub.close();
      await service.org.close();
    }
  };
}

/** A home of its own, and nothing that reaches for the network. */
function clientEnvironment(home: string, accessToken: string): NodeJS.ProcessEnv {
  mkdirSync(home, { recursive: true });
  const { PATH, TMPDIR } = process.env;
  return {
    PATH,
    TMPDIR,
    HOME: home,
    NODE_ENV: 'production',
    NO_COLOR: '1',
    SF_ACCESS_TOKEN: accessToken,
    SF_AUTOUPDATE_DISABLE: 'true',
    SF_DISABLE_TELEMETRY: 'true',
    SF_SKIP_NEW_VERSION_CHECK: 'true',
    SF_USE_GENERIC_UNIX_KEYCHAIN: 'true'
  };
}

/** Parameters that say how to print; `--plain` is the workbench's own, for commands without JSON. */
const plain = new Set(['--json', '--result-format', '--plain']);

function sfIn(modules: string, environment: NodeJS.ProcessEnv): Workbench['sf'] {
  const program = join(modules, '@salesforce', 'cli', 'bin', 'run.js');
  return async (folder, ...parameters) => {
    const isPlain = parameters.some((each) => plain.has(each));
    const all = isPlain
      ? parameters.filter((each) => each !== '--plain')
      : [...parameters, '--json'];
    const done = await runCommand(process.execPath, [program, ...all], {
      cwd: folder,
      environment
    });
    const json = parse(done.standardOutput);
    return {
      exitCode: done.exitCode,
      text: done.output,
      result: json['result'],
      message: typeof json['message'] === 'string' ? json['message'] : ''
    };
  };
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    return {}; // The command printed something else than JSON.
  }
}
