import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workbench } from './workbench.ts';
import type { Workbench } from './workbench.ts';

let bench: Workbench;
let sample: string;
beforeAll(async () => {
  bench = await workbench();
  sample = bench.sample();
});
afterAll(() => bench.close());

const sf = (...parameters: string[]) => bench.sf(sample, ...parameters);
const classFile = 'force-app/main/default/classes/ParcelPrices.cls';
const change = (from: string, to: string): void => {
  const path = join(sample, classFile);
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
};

describe('a scratch org of the local org', () => {
  test('should be created, with the settings of its definition', async () => {
    const definition = ['--definition-file', 'config/project-scratch-def.json'];
    const { exitCode, result } = await sf(
      ...['org', 'create', 'scratch', ...definition, '--target-dev-hub', 'local'],
      ...['--alias', 'scratch', '--set-default', '--duration-days', '1']
    );

    expect(exitCode).toBe(0);
    expect(result).toMatchObject({ scratchOrgInfo: { Status: 'Active', OrgName: 'Parcels' } });
  });

  test('should take what is not in it yet, and then nothing', async () => {
    const first = await sf('project', 'deploy', 'start');
    const second = await sf('project', 'deploy', 'start');

    expect(first.result).toMatchObject({ status: 'Succeeded' });
    expect(second.result).toMatchObject({ status: 'Nothing to deploy', files: [] });
  });

  test('should take only what has changed', async () => {
    change('FLAT = 4', 'FLAT = 4.0');

    const preview = await sf('project', 'deploy', 'preview');
    const deployed = await sf('project', 'deploy', 'start');

    expect(preview.result).toMatchObject({
      toDeploy: [{ fullName: 'ParcelPrices' }],
      conflicts: []
    });
    expect(deployed.result).toMatchObject({ numberComponentsTotal: 1 });
  });

  test('should give back what somebody else has changed in it', async () => {
    const other = bench.sample();
    const path = join(other, classFile);
    writeFileSync(path, readFileSync(path, 'utf8').replace('FLAT = 4', 'FLAT = 4.00'));
    const metadata = ['--metadata', 'ApexClass:ParcelPrices', '--target-org', 'scratch'];
    await bench.sf(other, 'project', 'deploy', 'start', '--ignore-conflicts', ...metadata);

    const retrieved = await sf('project', 'retrieve', 'start', '--target-org', 'scratch');

    expect(retrieved.exitCode === 0 ? '' : retrieved.text).toBe('');
    expect(readFileSync(join(sample, classFile), 'utf8')).toContain('FLAT = 4.00');
  });

  test('should have records of its own', async () => {
    await sf('data', 'create', 'record', '--sobject', 'Account', '--values', "Name='Only here'");
    const count = ['data', 'query', '--query', 'SELECT COUNT() FROM Account'];

    const inScratch = await sf(...count);
    const inHub = await sf(...count, '--target-org', 'local');

    expect([inScratch.result, inHub.result]).toMatchObject([{ totalSize: 1 }, { totalSize: 0 }]);
  });

  test('should get a user who logs in with the password that is generated', async () => {
    const name = 'parcel.boy@example.com';
    const created = await sf('org', 'create', 'user', `username=${name}`, 'permsets=Parcel_User');
    const generated = await sf('org', 'generate', 'password', '--on-behalf-of', name);

    expect([created.exitCode, created.exitCode === 0 ? '' : created.text]).toEqual([0, '']);
    const { password } = generated.result as { password: string };
    const { instanceUrl } = (await sf('org', 'display')).result as { instanceUrl: string };
    const form = { grant_type: 'password', client_id: 'PlatformCLI', username: name, password };
    const response = await fetch(`${instanceUrl}/services/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams(form)
    });
    expect(response.status).toBe(200);
  });

  test('should be deleted with all that is in it', async () => {
    const deleted = await sf('org', 'delete', 'scratch', '--target-org', 'scratch', '--no-prompt');
    const left = await sf(
      ...['data', 'query', '--query', 'SELECT Id FROM ActiveScratchOrg', '--target-org', 'local']
    );

    expect(deleted.exitCode).toBe(0);
    expect(left.result).toMatchObject({ totalSize: 0 });
  });

  test('should have asked for nothing that the org does not know', () => {
    expect(bench.unknown).toEqual([]);
  });
});
