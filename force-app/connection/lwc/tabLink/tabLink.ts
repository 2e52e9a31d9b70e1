import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { tabPage } from 'c/pages';
import mapping from '@salesforce/label/c.Setup_Link_Mapping';
import setup from '@salesforce/label/c.Setup_Link_Setup';
import sync from '@salesforce/label/c.Setup_Link_Sync';

const labels: Readonly<Record<string, string>> = {
  Clazar_Mapping: mapping,
  Clazar_Setup: setup,
  Clazar_Sync: sync
};

/** A link to another tab of the app. */
export default class TabLink extends NavigationMixin(LightningElement) {
  /** The tab's API name, without namespace. */
  @api tabName = '';
  url = '';

  override connectedCallback(): void {
    this.findAddress().catch(() => {
      this.url = '';
    });
  }

  get label(): string {
    return labels[this.tabName] ?? this.tabName;
  }

  async findAddress(): Promise<void> {
    this.url = await this[NavigationMixin.GenerateUrl](tabPage(this.tabName));
  }

  go(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this[NavigationMixin.Navigate](tabPage(this.tabName));
  }
}
