import type { Random } from '../../shared/index.ts';
import type { Company } from './companies.ts';

/** What a seeded co-sell opportunity is made from. */
export interface OpportunitySeed {
  readonly id: string;
  readonly random: Random;
  readonly company: Company;
  /** The solution that is sold. */
  readonly solution: string;
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly now: number;
}
