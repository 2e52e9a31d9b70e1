/**
 * A process that lives for one sync, so that a test can kill it:
 * `node syncProcess.ts DATA_FOLDER SANDBOX_URL INSTANT [start]`. Prints the status of the run when nothing is left to do.
 */
import { administrator, createOrg, localUserId } from '../../org/index.ts';
import type { Org } from '../../org/index.ts';
import { demoCredentials } from '../../sandbox/index.ts';
import { manualClock, recordingLog, seededRandom } from '../../shared/index.ts';
import { projectFolder } from '../tools/index.ts';

const [dataFolder, sandboxUrl = '', instant = '', command] = process.argv.slice(2);
const userId = localUserId(administrator.username);
const minute = 60_000;
const clock = manualClock(instant);

const org = await createOrg({
  projectFolder,
  dataFolder,
  clock,
  log: recordingLog(),
  random: seededRandom(Date.parse(instant)),
  calloutRewrites: new Map([['https://api.clazar.io', sandboxUrl]])
});
const { clientId, clientSecret } = demoCredentials;
const secrets = [['client_id', clientId] as const, ['client_secret', clientSecret] as const];
org.secrets.set('Clazar', 'Clazar', new Map(secrets));

if (command === 'start') await org.executeAnonymous(userId, "new SyncService().start('Full');");
process.stdout.write(await finish(org));
await org.close();

/** As time passes the schedule comes by, and takes up what was lost. */
async function finish(running: Org): Promise<string> {
  let status = '';
  for (let passed = 0; passed < 90; passed += 15) {
    await running.executeAnonymous(userId, 'new SyncService().tick();');
    await running.settled();
    status = await lastStatus(running);
    if (!['Queued', 'Running', 'Waiting'].includes(status)) return status;
    clock.advance(15 * minute);
  }
  return status;
}

async function lastStatus(running: Org): Promise<string> {
  const soql = 'SELECT Status__c FROM Sync_Run__c ORDER BY CreatedDate DESC, Name DESC LIMIT 1';
  const { records } = await running.query(userId, { soql });
  const [status] = records[0]?.values.values() ?? [];
  return typeof status === 'string' ? status : '';
}
