import { join } from 'node:path';
import { writeProject } from '../testing/projects.ts';
import { findLightningModules } from './usage.ts';

test('should find base components by tag and by import', () => {
  const folder = writeProject({
    'lwc/a/a.html': '<template><lightning-button-icon></lightning-button-icon></template>',
    'lwc/a/a.ts': `import Modal from 'lightning/modal'; const load = () => import("lightning/datatable");`
  });
  const files = ['a.html', 'a.ts'].map((name) => join(folder, 'force-app/lwc/a', name));

  const modules = findLightningModules(files);

  expect(modules).toEqual(['lightning/buttonIcon', 'lightning/datatable', 'lightning/modal']);
});
