import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manualClock, recordingLog } from '../../../shared/index.ts';
import type { ManualClock } from '../../../shared/index.ts';
import { administrator, localUserId } from '../../setup/index.ts';
import { namedId } from '../../schema/index.ts';
import { createDeployableOrg } from '../deployableOrg.ts';
import { emptyProject } from '../emptyProject.ts';
import type { OrganizationPlan } from '../../worker/index.ts';
import type { MetadataService } from '../metadataService.ts';
import type { DeployOptions, DeployResult } from '../types.ts';
import { writeZip } from '../zip/index.ts';

/** An org with nothing in it, for tests of what is deployed to it. */
export interface DeployedOrg {
  readonly service: MetadataService;
  readonly userId: string;
  readonly folder: string;
  readonly clock: ManualClock;
  /** Deploys files by path and waits for the end. */
  deploy(
    files: Readonly<Record<string, string>>,
    options?: Partial<DeployOptions>
  ): Promise<DeployResult>;
  /** Closes the org and opens it again over the same data. */
  reopen(): Promise<DeployedOrg>;
  close(): Promise<void>;
}

/** Nothing special. */
export const plainOptions: DeployOptions = {
  checkOnly: false,
  rollbackOnError: true,
  singlePackage: true,
  testLevel: 'NoTestRun',
  runTests: []
};

/** @param edition what `Organization.OrganizationType` says, for an org of production */
export async function deployedOrg(
  folder = mkdtempSync(join(tmpdir(), 'deployed-')),
  edition?: string
): Promise<DeployedOrg> {
  const clock = manualClock('2026-11-24T10:00:00Z');
  const service = await createDeployableOrg({
    projectFolder: emptyProject(join(folder, 'project')),
    dataFolder: join(folder, 'org'),
    clock,
    log: recordingLog(),
    isTracked: true,
    ...(edition !== undefined && {
      organization: productionOrg(edition)
    })
  });
  const userId = localUserId(administrator.username);
  return {
    service,
    userId,
    folder,
    clock,
    deploy: async (files, options = {}) => {
      const id = service.deployments.start(userId, zipOf(files), { ...plainOptions, ...options });
      await service.deployments.finished(id);
      return service.deployments.status(id);
    },
    reopen: async () => {
      await service.org.close();
      return deployedOrg(folder, edition);
    },
    close: async () => {
      await service.org.close();
      rmSync(folder, { recursive: true, force: true });
    }
  };
}

function productionOrg(edition: string): OrganizationPlan {
  const id = namedId('00D', 'an org of production');
  return { id, name: 'Production', traits: { OrganizationType: edition } };
}

/** A zip of files by their path. */
export function zipOf(files: Readonly<Record<string, string>>): Buffer {
  return writeZip(new Map(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)])));
}

const namespace = 'http://soap.sforce.com/2006/04/metadata';

/** A `package.xml`, or a list of deletions. @param types members by type */
export function manifest(types: Readonly<Record<string, readonly string[]>>): string {
  const list = Object.entries(types).map(
    ([name, members]) =>
      `<types>${members.map((each) => `<members>${each}</members>`).join('')}<name>${name}</name></types>`
  );
  return `<?xml version="1.0"?><Package xmlns="${namespace}">${list.join('')}<version>66.0</version></Package>`;
}

/** A class and its XML. */
export function apexClass(name: string, body: string): Record<string, string> {
  const meta = `<?xml version="1.0"?><ApexClass xmlns="${namespace}"><apiVersion>66.0</apiVersion><status>Active</status></ApexClass>`;
  return { [`classes/${name}.cls`]: body, [`classes/${name}.cls-meta.xml`]: meta };
}

/** An object whose fields are given as the inside of their elements. */
export function customObject(name: string, ...fields: readonly string[]): Record<string, string> {
  const head = `<label>${name}</label><pluralLabel>${name}s</pluralLabel><nameField><label>Name</label><type>Text</type></nameField><deploymentStatus>Deployed</deploymentStatus><sharingModel>ReadWrite</sharingModel>`;
  const inside = fields.map((field) => `<fields>${field}</fields>`).join('\n');
  return {
    [`objects/${name}.object`]: `<?xml version="1.0"?>\n<CustomObject xmlns="${namespace}">\n${head}\n${inside}\n</CustomObject>`
  };
}

/** The inside of a text field's element. */
export function textField(name: string): string {
  return `<fullName>${name}</fullName><label>${name}</label><type>Text</type><length>80</length>`;
}
