import after from '@salesforce/label/c.Form_After';
import before from '@salesforce/label/c.Form_Before';
import fewer from '@salesforce/label/c.Form_Fewer';
import field from '@salesforce/label/c.Form_Field';
import involvement from '@salesforce/label/c.Form_Involvement';
import more from '@salesforce/label/c.Form_More';
import nothingChanges from '@salesforce/label/c.Form_Nothing_Changes';
import review from '@salesforce/label/c.Form_Review';
import submit from '@salesforce/label/c.Form_Submit';
import visibility from '@salesforce/label/c.Form_Visibility';

/** The words of the form. */
export const labels = {
  after,
  before,
  fewer,
  field,
  involvement,
  more,
  nothingChanges,
  review,
  submit,
  visibility
};
