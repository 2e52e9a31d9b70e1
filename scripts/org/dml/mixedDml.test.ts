import { sample } from '../setup/testing/metadata.ts';
import type { DmlRecord, DmlRequest } from './index.ts';
import { executeDml } from './index.ts';
import { aRecord } from './testing/org.ts';
import { seededDml } from './testing/seededDml.ts';

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_dml_non_mix_sobjects.htm

const agent = 'agent@clazar.local';

/** An account is written, then what is given, in one transaction; gives the message of the refusal, if any. */
function afterAccount(request: Later): string {
  const { context, org } = seededDml(sample);
  const whole = { allOrNone: true, accessLevel: 'system', sharing: false } as const;
  const transaction = context();
  const before = org.store.nextId('Group');
  org.store.insert('Group', [{ Id: before, Name: 'Before', Type: 'Regular' }]);
  executeDml(transaction, {
    ...whole,
    operation: 'insert',
    records: [aRecord('Account', { Name: 'Acme' })]
  });
  const agentRow = org.store.get('User', [org.user(agent).userId])[0] ?? {};
  try {
    const ids = { userId: org.user(agent).userId, groupId: before, agentRow };
    executeDml(transaction, { ...whole, ...request(ids) });
    return 'saved';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

interface Ids {
  readonly userId: string;
  readonly groupId: string;
  readonly agentRow: DmlRecord['values'];
}

const group = aRecord('Group', { Name: 'Desk', Type: 'Regular' });

type Later = (ids: Ids) => Pick<DmlRequest, 'operation' | 'records'>;

test.each<[string, Later]>([
  ['insert a group', () => ({ operation: 'insert', records: [group] })],
  [
    'update a group',
    ({ groupId }) => ({
      operation: 'update',
      records: [aRecord('Group', { Id: groupId, Name: 'Other' })]
    })
  ],
  [
    'insert a user without a role',
    ({ agentRow }) => ({
      operation: 'insert',
      records: [aRecord('User', { ...agentRow, Id: null, Username: 'new@clazar.local' })]
    })
  ],
  [
    'update the name of a user',
    ({ userId }) => ({
      operation: 'update',
      records: [aRecord('User', { Id: userId, LastName: 'Other', IsActive: true })]
    })
  ]
])('should let a transaction with other objects %s', (_what, request) => {
  expect(afterAccount(request)).toBe('saved');
});

test.each<[string, string, Later]>([
  [
    'delete a group',
    'Group',
    ({ groupId }) => ({
      operation: 'delete',
      records: [aRecord('Group', { Id: groupId })]
    })
  ],
  [
    'insert a member of a group',
    'GroupMember',
    ({ groupId, userId }) => ({
      operation: 'insert',
      records: [aRecord('GroupMember', { GroupId: groupId, UserOrGroupId: userId })]
    })
  ],
  [
    'deactivate a user',
    'User',
    ({ userId }) => ({
      operation: 'update',
      records: [aRecord('User', { Id: userId, IsActive: false })]
    })
  ],
  [
    'insert a role',
    'UserRole',
    () => ({ operation: 'insert', records: [aRecord('UserRole', { Name: 'CEO' })] })
  ]
])('should not let a transaction with other objects %s', (_what, object, request) => {
  expect(afterAccount(request)).toBe(
    'DML operation on setup object is not permitted after you have updated a non-setup object (or vice versa): ' +
      `${object}, original object: Account`
  );
});
