import after from '@salesforce/label/c.Form_After';
import back from '@salesforce/label/c.Form_Back';
import before from '@salesforce/label/c.Form_Before';
import cancel from '@salesforce/label/c.Form_Cancel';
import discard from '@salesforce/label/c.Form_Discard';
import draft from '@salesforce/label/c.Form_Draft';
import draftKept from '@salesforce/label/c.Form_Draft_Kept';
import draftNotKept from '@salesforce/label/c.Form_Draft_Not_Kept';
import fewer from '@salesforce/label/c.Form_Fewer';
import field from '@salesforce/label/c.Form_Field';
import involvement from '@salesforce/label/c.Form_Involvement';
import loading from '@salesforce/label/c.Loading';
import more from '@salesforce/label/c.Form_More';
import nothingChanges from '@salesforce/label/c.Form_Nothing_Changes';
import problems from '@salesforce/label/c.Form_Problems';
import review from '@salesforce/label/c.Form_Review';
import reviewHint from '@salesforce/label/c.Form_Review_Hint';
import send from '@salesforce/label/c.Form_Send';
import submit from '@salesforce/label/c.Form_Submit';
import visibility from '@salesforce/label/c.Form_Visibility';

/** The words of the form. */
export const labels = {
  after,
  back,
  before,
  cancel,
  discard,
  draft,
  draftKept,
  draftNotKept,
  fewer,
  field,
  involvement,
  loading,
  more,
  nothingChanges,
  problems,
  review,
  reviewHint,
  send,
  submit,
  visibility
};
