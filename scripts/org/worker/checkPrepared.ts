import { storeSchema } from '../async/index.ts';
import { loadFlows } from '../flow/index.ts';
import { openStore } from '../store/index.ts';
import { namedId } from '../schema/index.ts';
import type { Clock } from '../../shared/index.ts';
import type { PreparedProject } from './prepare.ts';
import { seedRecords } from './seed.ts';

/**
 * Finds what a compiled project still has wrong when an org starts with it: flows that do not run here, permission sets that
 * name what does not exist.
 * @throws UserError
 */
export function checkPrepared({ project, schema }: PreparedProject, clock: Clock): void {
  loadFlows(project, schema);
  const store = openStore({ schema: storeSchema(schema) });
  const organizationId = namedId('00D', 'check');
  const org = { organizationId, organizationName: 'Check', instanceUrl: '' };
  try {
    seedRecords({ ...org, schema, store, project, clock });
  } finally {
    store.close();
  }
}
