import { LightningElement } from 'lwc';
import { exact, relative } from 'c/format';
import { fill } from 'c/text';
import DisconnectModal from 'c/disconnectModal';
import readState from '@salesforce/apex/ConnectionController.state';
import disconnect from '@salesforce/apex/ConnectionController.disconnect';
import connectLabel from '@salesforce/label/c.Connect_App';
import disconnectLabel from '@salesforce/label/c.Disconnect_App';
import connected from '@salesforce/label/c.Connect_Connected';
import connectedAs from '@salesforce/label/c.Connect_As';
import orgType from '@salesforce/label/c.Connect_Org_Type';
import since from '@salesforce/label/c.Connect_Since';
import lastKnown from '@salesforce/label/c.Connect_Last_Known';
import replaces from '@salesforce/label/c.Connect_Replaces';
import disconnected from '@salesforce/label/c.Connect_Disconnected';
import modalTitle from '@salesforce/label/c.Disconnect_Title';
import loading from '@salesforce/label/c.Loading';
import newTab from '@salesforce/label/c.Setup_New_Tab';
import { connectUrl } from './connectUrl';

interface State {
  readonly isConnected: boolean;
  readonly isCertain: boolean;
  readonly username?: string;
  readonly organizationType?: string;
  readonly connectedAt?: string;
  readonly message?: string;
  readonly otherOrg?: string;
  readonly settingsUrl: string;
}

/**
 * Connects Clazar's cloud to this org, and disconnects it.
 *
 * @fires changed after a disconnection
 */
export default class ConnectApp extends LightningElement {
  labels = {
    connectLabel,
    disconnectLabel,
    connected,
    connectedAs,
    orgType,
    since,
    loading,
    newTab
  };
  state?: State;
  error: unknown;
  notice = '';

  override connectedCallback(): void {
    void this.load();
  }

  get isLoading(): boolean {
    return this.state === undefined && this.error === undefined;
  }

  get isOn(): boolean {
    return this.state?.isConnected === true;
  }

  get isOpen(): boolean {
    return this.state !== undefined && !this.state.isConnected;
  }

  get uncertainty(): string {
    const { state } = this;
    return state === undefined || state.isCertain ? '' : fill(lastKnown, state.message ?? '');
  }

  /** What connecting this org would do to another one. */
  get warning(): string {
    const other = this.state?.otherOrg ?? '';
    return other === '' ? '' : fill(replaces, other);
  }

  get settingsUrl(): string {
    return connectUrl(this.state?.settingsUrl ?? '', globalThis.location);
  }

  get connectedAt(): number {
    return Date.parse(this.state?.connectedAt ?? '');
  }

  get sinceText(): string {
    return Number.isNaN(this.connectedAt) ? '' : relative(this.connectedAt, Date.now());
  }

  get sinceExact(): string {
    return Number.isNaN(this.connectedAt) ? '' : exact(this.connectedAt);
  }

  async load(): Promise<void> {
    this.error = undefined;
    try {
      this.state = await readState();
    } catch (error) {
      this.error = error;
    }
  }

  async ask(): Promise<void> {
    const answer = await DisconnectModal.open({ label: modalTitle, size: 'small' });
    if (answer === 'disconnect') await this.disconnect();
  }

  async disconnect(): Promise<void> {
    try {
      await disconnect();
      this.notice = disconnected;
      await this.load();
      this.dispatchEvent(new CustomEvent('changed'));
    } catch (error) {
      this.error = error;
    }
  }
}
