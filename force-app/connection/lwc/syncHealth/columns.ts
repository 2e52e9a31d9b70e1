import run from '@salesforce/label/c.Column_Run';
import kind from '@salesforce/label/c.Column_Kind';
import status from '@salesforce/label/c.Column_Status';
import started from '@salesforce/label/c.Column_Started';
import minutes from '@salesforce/label/c.Column_Minutes';
import saved from '@salesforce/label/c.Column_Saved';
import notSaved from '@salesforce/label/c.Column_Not_Saved';
import message from '@salesforce/label/c.Column_Message';
import resource from '@salesforce/label/c.Column_Resource';
import clazarId from '@salesforce/label/c.Column_Clazar_Id';
import reason from '@salesforce/label/c.Column_Reason';
import attempts from '@salesforce/label/c.Column_Attempts';
import lastTried from '@salesforce/label/c.Column_Last_Tried';
import never from '@salesforce/label/c.Schedule_Never';
import hourly from '@salesforce/label/c.Schedule_Hourly';
import halfHourly from '@salesforce/label/c.Schedule_Half_Hourly';
import quarterHourly from '@salesforce/label/c.Schedule_Quarter_Hourly';

const instant = {
  year: 'numeric',
  month: 'short',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit'
};

export const runColumns = [
  { label: run, fieldName: 'Name' },
  { label: kind, fieldName: 'Kind__c' },
  { label: status, fieldName: 'Status__c' },
  { label: started, fieldName: 'Started_At__c', type: 'date', typeAttributes: instant },
  { label: minutes, fieldName: 'Minutes__c', type: 'number' },
  { label: saved, fieldName: 'Saved__c', type: 'number' },
  { label: notSaved, fieldName: 'Failed__c', type: 'number' },
  { label: message, fieldName: 'Message__c', wrapText: true }
];

export const issueColumns = [
  { label: resource, fieldName: 'Resource__c' },
  { label: clazarId, fieldName: 'Clazar_Id__c' },
  { label: reason, fieldName: 'Reason__c', wrapText: true },
  { label: attempts, fieldName: 'Attempts__c', type: 'number' },
  { label: lastTried, fieldName: 'Last_Tried_At__c', type: 'date', typeAttributes: instant }
];

export const scheduleOptions = [
  { label: never, value: '0' },
  { label: hourly, value: '1' },
  { label: halfHourly, value: '2' },
  { label: quarterHourly, value: '4' }
];
