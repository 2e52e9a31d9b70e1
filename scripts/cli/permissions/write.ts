/** Writes the permission sets after a change of the table or of a field: `node scripts/cli/permissions/write.ts`. */
import { writePermissions } from './writePermissions.ts';

await writePermissions();
