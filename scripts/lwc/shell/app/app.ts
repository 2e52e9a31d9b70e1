import { LightningElement } from 'lwc';
import Toast from 'lightning/toast';
import { RefreshEventName, runRefreshHandlers } from 'lightning/refresh';
import { ShowToastEventName } from 'lightning/platformShowToastEvent';
import { wires } from 'local/adapters';
import type { PageReference } from 'local/pageReference';
import { router } from 'page/router';
import { readToast } from '../../model/toast.ts';
import { isCurrent, navItemUrl } from '../../model/pages.ts';
import type { App } from '../../model/pages.ts';

const chosenApp = 'local-org-app';

/** One page at a time; a new address makes a new element, so that nothing stale stays. */
interface View {
  readonly key: string;
  readonly page: PageReference | undefined;
}

export default class ShellApp extends LightningElement {
  appName = localStorage.getItem(chosenApp) ?? '';
  path = globalThis.location.pathname;
  views: View[] = [];
  #stop: (() => void) | undefined;

  get apps(): readonly App[] {
    return globalThis.localOrg.pages.apps;
  }

  get app(): App | undefined {
    return this.apps.find(({ developerName }) => developerName === this.appName) ?? this.apps[0];
  }

  get page(): PageReference | undefined {
    return this.views[0]?.page;
  }

  override connectedCallback(): void {
    this.#stop = router.subscribe((page, isRedirect) => this.show(page, isRedirect));
    document.addEventListener('click', this.handleClick);
    document.addEventListener(ShowToastEventName, this.handleToast);
    document.addEventListener(RefreshEventName, this.handleRefresh);
  }

  override disconnectedCallback(): void {
    this.#stop?.();
    document.removeEventListener('click', this.handleClick);
    document.removeEventListener(ShowToastEventName, this.handleToast);
    document.removeEventListener(RefreshEventName, this.handleRefresh);
  }

  show(page: PageReference | undefined, isRedirect: boolean): void {
    const target = page?.type === 'standard__app' ? page.attributes.appTarget : undefined;
    if (target !== undefined) {
      this.openApp(target);
      return;
    }
    if (page === undefined) document.title = 'This page does not exist';
    this.path = globalThis.location.pathname;
    this.views = [{ key: globalThis.location.href, page }];
    this.followApp();
    // A page that opens by itself leaves the focus where a browser puts it: before "Skip to content".
    if (!isRedirect) this.focusContent();
  }

  /** Choosing an app opens its first tab. */
  openApp(developerName: string): void {
    this.appName = developerName;
    localStorage.setItem(chosenApp, developerName);
    const [first] = this.app?.navItems ?? [];
    router.go(first === undefined ? '/lightning/page/home' : navItemUrl(first), { replace: true });
  }

  /** A deep link to a tab of another app shows that app. */
  followApp(): void {
    const holds = (app: App | undefined): boolean =>
      app?.navItems.some((item) => isCurrent(item, this.path)) ?? false;
    if (holds(this.app)) return;
    this.appName = this.apps.find(holds)?.developerName ?? this.appName;
  }

  focusContent(): void {
    (this.refs?.main as HTMLElement | undefined)?.focus({ preventScroll: true });
  }

  handleSkip(event: Event): void {
    event.preventDefault();
    this.focusContent();
  }

  /** Links inside the shell change the page without a reload. */
  handleClick = (event: MouseEvent): void => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (event.defaultPrevented || isModified(event) || !isPageLink(link)) return;
    event.preventDefault();
    router.go(link.href);
  };

  handleToast = (event: Event): void => {
    Toast.show(readToast((event as CustomEvent).detail), document.body);
  };

  handleRefresh = (): void => {
    void Promise.all([wires.invalidate(), runRefreshHandlers()]);
  };

  get isHome(): boolean {
    return this.page?.type === 'standard__namedPage' && this.page.attributes.pageName === 'home';
  }

  get isFlows(): boolean {
    const { type, attributes } = this.page ?? {};
    return type === 'standard__namedPage' && attributes?.pageName === 'flows';
  }

  get isList(): boolean {
    const { type, attributes } = this.page ?? {};
    return (
      type === 'standard__objectPage' && ['list', 'home'].includes(attributes?.actionName ?? '')
    );
  }

  get isRecord(): boolean {
    return this.page?.type === 'standard__recordPage';
  }

  get isTab(): boolean {
    return this.page?.type === 'standard__navItemPage' || this.page?.type === 'standard__component';
  }
}

/** Whoever holds a key down wants a new tab or a download. */
function isModified({ ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  return ctrlKey || metaKey || shiftKey || altKey;
}

function isPageLink(link: EventTarget | undefined): link is HTMLAnchorElement {
  if (!(link instanceof HTMLAnchorElement) || link.target === '_blank') return false;
  return link.hasAttribute('href') && router.owns(new URL(link.href, globalThis.location.href));
}
