import { isAdmin } from 'c/adminAccess';

describe('access to the set-up', () => {
  it('should be refused to whom the permission is not given', () => {
    expect(isAdmin()).toBe(false);
  });

  it('should be given with the permission to manage Clazar', () => {
    jest.isolateModules(() => {
      jest.doMock('@salesforce/customPermission/Manage_Clazar', () => ({ default: true }), {
        virtual: true
      });

      const { isAdmin: isAllowed } = jest.requireActual<{ isAdmin: () => boolean }>(
        'c/adminAccess'
      );

      expect(isAllowed()).toBe(true);
    });
  });
});
