import { createElement } from 'lwc';
import ShellApp from 'shell/app';
import { router } from 'page/router';

router.start();
const skeleton = document.body.children.namedItem('boot');
skeleton?.replaceWith(createElement('shell-app', { is: ShellApp }));
