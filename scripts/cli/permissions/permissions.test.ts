import { neededAccess, permissionFiles, permissionTable, rightsOf, unformatted } from './index.ts';
import { grantableFields } from './objectFields.ts';

describe('What is made from the table of permissions', () => {
  test.each(permissionFiles().map((file) => [file.path, file] as const))(
    'should be up to date: %s (else run: node scripts/cli/permissions/write.ts)',
    (_, { current, wanted }) => {
      expect(unformatted(current)).toBe(unformatted(wanted));
    }
  );
});

/** What somebody typed and has not sent: the own drafts of every user. */
const drafts = 'Form_Draft__c';

describe('The table of permissions', () => {
  test('should let nobody but an admin delete more than own drafts', () => {
    const others = Object.entries(permissionTable()).filter(([name]) => name !== 'Clazar_Admin');

    const deletable = others.flatMap(([, { objects }]) =>
      Object.entries(objects).filter(
        ([object, grant]) => object !== drafts && rightsOf(grant).includes('delete')
      )
    );

    expect(deletable).toEqual([]);
  });

  test('should give the integration user the five standard objects of the set-up page', () => {
    const rights = neededAccess().map(({ object, rights: given }) => [object, given.length]);

    expect(Object.fromEntries(rights)).toEqual({
      Account: 3,
      Contact: 4,
      Opportunity: 4,
      Quote: 4,
      Lead: 2
    });
  });

  test('should give reps no right to change records directly but own drafts', () => {
    const objects = Object.entries(permissionTable()['Clazar_User']?.objects ?? {});
    const grants = objects.filter(([object]) => object !== drafts).map(([, grant]) => grant);

    expect(new Set(grants.flatMap(rightsOf))).toEqual(new Set(['read']));
  });
});

describe('Fields whose access can be given', () => {
  test('should not hold master-detail fields, and formulas only for reading', () => {
    const fields = grantableFields('Contract__c');

    expect(fields.find(({ name }) => name === 'Days_To_End__c')?.isEditable).toBe(false);
    expect(fields.find(({ name }) => name === 'Status__c')?.isEditable).toBe(true);
    expect(grantableFields('Cosell_Contact__c').map(({ name }) => name)).not.toContain(
      'Cosell_Opportunity__c'
    );
  });
});
