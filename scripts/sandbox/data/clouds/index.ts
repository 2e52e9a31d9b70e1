import type { Cloud } from '../../records.ts';
import { aws } from './aws.ts';
import { azure } from './azure.ts';
import type { CloudFormat, ContractState, OfferState } from './cloud.ts';
import { gcp } from './gcp.ts';

export type {
  Agreement,
  BuyerIds,
  CloudFormat,
  ContractState,
  OfferState,
  Product
} from './cloud.ts';

/** The marketplace formats by cloud. */
export const formats: Record<Cloud, CloudFormat> = { aws, azure, gcp };

/** The cloud's word for a state; states that a cloud does not have are a mistake of the caller. */
export function offerWord(cloud: Cloud, state: OfferState): string {
  return known(formats[cloud].offerStatus[state], `${cloud} offer ${state}`);
}

/** The cloud's word for a contract's state. */
export function contractWord(cloud: Cloud, state: ContractState): string {
  return known(formats[cloud].contractStatus[state], `${cloud} contract ${state}`);
}

function known(word: string | undefined, what: string): string {
  if (word === undefined) throw new RangeError(`There is no such state: ${what}.`);
  return word;
}
