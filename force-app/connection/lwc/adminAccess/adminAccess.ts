import mayManage from '@salesforce/customPermission/Manage_Clazar';

/** Whether the user may set up Clazar. Apex asks again: this only decides what is shown. */
export function isAdmin(): boolean {
  return mayManage === true;
}
