import { namedId } from '../schema/index.ts';
import type { StoredRow } from '../store/index.ts';

/** What kind of org it is. */
export interface OrganizationPlan {
  /** 18 characters. */
  readonly id: string;
  readonly name: string;
  /** Fields of its Organization record that differ from a Developer Edition's. */
  readonly traits: StoredRow;
  /** The administrator's user name, where it is not the usual one. */
  readonly adminUsername?: string;
}

/** The org that `npm start` runs. */
export const localOrganization: OrganizationPlan = {
  id: namedId('00D', 'local org'),
  name: 'Local Org',
  traits: {}
};
