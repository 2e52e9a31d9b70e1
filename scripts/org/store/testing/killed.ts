/** Commits one record, writes more, and is killed before it can commit those. */
import { testProject } from '../../metadata/testing/project.ts';
import { createSchema } from '../../schema/index.ts';
import { openStore } from '../store.ts';

const schema = createSchema(
  testProject({
    'CustomObject Box__c': '<label>Box</label>',
    'CustomField Box__c.Size__c': '<type>Text</type>'
  })
);
const store = openStore({ schema, file: process.argv[2] ?? '' });
const put = (Size__c: string): void =>
  store.insert('Box__c', [{ Id: store.nextId('Box__c'), Name: 'box', Size__c }]);
put('committed');
store.commit();
for (let count = 0; count < 5000; count++) put('lost');
process.kill(process.pid, 'SIGKILL');
