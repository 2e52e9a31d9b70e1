import { createElement } from 'lwc';
import ShellApp from 'shell/app';
import { router } from '../modules/page/router.ts';

/** Replaces the page's skeleton by the shell. */
export function showShell(): void {
  router.start();
  const app = createElement('shell-app', { is: ShellApp });
  document.querySelector('#boot')?.replaceWith(app);
}
