/** Writes the tables of docs/flow-guide.md from the code: `node scripts/cli/flowGuide/write.ts`. */
import { writeFileSync } from 'node:fs';

import { committedGuide, guide, guidePath } from './index.ts';

writeFileSync(guidePath, await guide(committedGuide()));
