import { LightningElement, api } from 'lwc';

const WORDS: Readonly<Record<string, string>> = {
  AWS: 'AWS',
  Azure: 'Azure',
  GCP: 'Google Cloud'
};

/** A cloud: its mark and its word. */
export default class CloudMark extends LightningElement {
  @api cloud?: string | null;

  get word(): string {
    return WORDS[this.cloud ?? ''] ?? this.cloud ?? '';
  }

  get isAws(): boolean {
    return this.cloud === 'AWS';
  }

  get isAzure(): boolean {
    return this.cloud === 'Azure';
  }

  get isGoogle(): boolean {
    return this.cloud === 'GCP';
  }
}
