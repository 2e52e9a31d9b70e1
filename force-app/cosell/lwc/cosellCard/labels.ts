import accept from '@salesforce/label/c.Cosell_Accept';
import acceptTitle from '@salesforce/label/c.Cosell_Accept_Title';
import advice from '@salesforce/label/c.Cosell_Advice';
import awsSees from '@salesforce/label/c.Cosell_Aws_Sees';
import close from '@salesforce/label/c.List_Column_Target_Close';
import correct from '@salesforce/label/c.Home_Correct';
import customer from '@salesforce/label/c.Home_Column_Customer';
import differences from '@salesforce/label/c.Cosell_Differences';
import done from '@salesforce/label/c.Cosell_Done';
import left from '@salesforce/label/c.Cosell_Time_Left';
import link from '@salesforce/label/c.Cosell_Link_Here';
import monthly from '@salesforce/label/c.Cosell_Monthly';
import next from '@salesforce/label/c.Home_Column_Next';
import opportunity from '@salesforce/label/c.List_Column_Opportunity';
import over from '@salesforce/label/c.Cosell_Time_Over';
import path from '@salesforce/label/c.Cosell_Path';
import readAgain from '@salesforce/label/c.Cosell_Read_Again';
import reject from '@salesforce/label/c.Cosell_Reject';
import rejectTitle from '@salesforce/label/c.Cosell_Reject_Title';
import retried from '@salesforce/label/c.Cosell_Retried';
import retry from '@salesforce/label/c.Try_Again';
import score from '@salesforce/label/c.Cosell_Score';
import stage from '@salesforce/label/c.List_Column_Stage';
import submit from '@salesforce/label/c.Cosell_Submit';
import submitTitle from '@salesforce/label/c.Cosell_Submit_Title';
import synced from '@salesforce/label/c.Cosell_Synced';
import update from '@salesforce/label/c.Cosell_Update';
import updateTitle from '@salesforce/label/c.Cosell_Update_Title';
import value from '@salesforce/label/c.Cosell_Deal_Value';

/** The words of the card. */
export const labels = {
  accept,
  acceptTitle,
  advice,
  awsSees,
  close,
  correct,
  customer,
  differences,
  done,
  left,
  link,
  monthly,
  next,
  opportunity,
  over,
  path,
  readAgain,
  reject,
  rejectTitle,
  retried,
  retry,
  score,
  stage,
  submit,
  submitTitle,
  synced,
  update,
  updateTitle,
  value
};
