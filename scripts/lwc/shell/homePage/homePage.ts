import { LightningElement, api } from 'lwc';
import { navItemIcon, navItemUrl } from '../../model/pages.ts';
import type { App, FlexiPage } from '../../model/pages.ts';

interface Tile {
  readonly url: string;
  readonly label: string;
  readonly iconName: string;
}

/** The Lightning page for Home; without one, the ways into the app. */
export default class ShellHomePage extends LightningElement {
  @api app: App | undefined;

  get flexiPage(): FlexiPage | undefined {
    const { flexiPages, homePage } = globalThis.localOrg.pages;
    return flexiPages[homePage ?? ''];
  }

  get heading(): string {
    return this.app?.label ?? 'Home';
  }

  get tiles(): Tile[] {
    return (this.app?.navItems ?? [])
      .filter((item) => navItemUrl(item) !== '/lightning/page/home')
      .map((item) => ({ url: navItemUrl(item), label: item.label, iconName: navItemIcon(item) }));
  }

  override connectedCallback(): void {
    document.title = `Home | ${this.heading}`;
  }
}
