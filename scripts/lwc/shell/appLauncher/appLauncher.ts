import { LightningElement, api } from 'lwc';
import { navItemIcon, navItemUrl, searchLabels } from '../../model/pages.ts';
import type { App } from '../../model/pages.ts';

interface Entry {
  readonly key: string;
  readonly label: string;
  readonly description: string;
  readonly url: string;
  readonly iconName: string;
}

/** The local org's own page: what flows call, and how to try it. */
const flowsEntry: Entry = {
  key: 'flows',
  label: 'Flows',
  description: '',
  url: '/lightning/page/flows',
  iconName: 'standard:flow'
};

export default class ShellAppLauncher extends LightningElement {
  @api apps: readonly App[] = [];
  text = '';

  get appEntries(): Entry[] {
    return searchLabels(this.apps, this.text).map(({ developerName, label, description }) => ({
      key: developerName,
      label,
      description: description ?? '',
      url: `/lightning/app/${developerName}`,
      iconName: 'standard:apps'
    }));
  }

  /** Every tab once, though several apps may have it. */
  get itemEntries(): Entry[] {
    const items = this.apps.flatMap(({ navItems }) => navItems);
    const entries = searchLabels(items, this.text).map((item): [string, Entry] => [
      navItemUrl(item),
      {
        key: navItemUrl(item),
        label: item.label,
        description: '',
        url: navItemUrl(item),
        iconName: navItemIcon(item)
      }
    ]);
    const own = searchLabels([flowsEntry], this.text);
    return [...new Map(entries).values(), ...own];
  }

  get hasApps(): boolean {
    return this.appEntries.length > 0;
  }

  get hasItems(): boolean {
    return this.itemEntries.length > 0;
  }

  get isEmpty(): boolean {
    return !this.hasApps && !this.hasItems;
  }

  get emptyText(): string {
    return `No app or item is called “${this.text}”.`;
  }

  handleOpen(): void {
    this.text = '';
    (this.refs?.search as HTMLElement | undefined)?.focus();
  }

  handleSearch(event: Event): void {
    this.text = (event.target as HTMLInputElement).value;
  }
}
