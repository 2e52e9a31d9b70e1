import { access } from './access.ts';
import type { Threat } from './attack.ts';
import { documents } from './documents.ts';
import { injection } from './injection.ts';
import { forgedRequests } from './requests.ts';
import { leakedSecrets } from './secrets.ts';
import { settings } from './settings.ts';
import { signIn } from './signIn.ts';

/** Everything that is tried against package, sandbox and local org. */
export const threats: readonly Threat[] = [
  injection,
  forgedRequests,
  documents,
  access,
  signIn,
  settings,
  leakedSecrets
];
