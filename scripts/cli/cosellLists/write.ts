/** Writes AWS's lists into the package after an update of its SDK: `node scripts/cli/cosellLists/write.ts`. */
import { writeFileSync } from 'node:fs';

import { listFiles } from './listFiles.ts';

for (const { path, current, wanted } of listFiles()) {
  if (current !== wanted) writeFileSync(path, wanted);
}
