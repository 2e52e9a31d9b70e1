import { LightningElement, api } from 'lwc';
import { router } from 'page/router';
import { navItemIcon, navItemUrl } from '../../model/pages.ts';
import type { App, FlexiPage } from '../../model/pages.ts';

const homeUrl = '/lightning/page/home';

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
      .filter((item) => navItemUrl(item) !== homeUrl)
      .map((item) => ({ url: navItemUrl(item), label: item.label, iconName: navItemIcon(item) }));
  }

  get isEmpty(): boolean {
    return this.tiles.length === 0;
  }

  /** An app without a Home opens with its first tab. */
  override connectedCallback(): void {
    const [first] = this.app?.navItems ?? [];
    const url = first === undefined ? undefined : navItemUrl(first);
    if (this.flexiPage === undefined && url !== undefined && url !== homeUrl) {
      router.go(url, { replace: true });
    } else {
      document.title = `Home | ${this.heading}`;
    }
  }
}
