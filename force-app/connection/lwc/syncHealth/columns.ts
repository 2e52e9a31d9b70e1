import run from '@salesforce/label/c.Column_Run';
import kind from '@salesforce/label/c.Column_Kind';
import status from '@salesforce/label/c.Column_Status';
import started from '@salesforce/label/c.Column_Started';
import minutes from '@salesforce/label/c.Column_Minutes';
import saved from '@salesforce/label/c.Column_Saved';
import notSaved from '@salesforce/label/c.Column_Not_Saved';
import requests from '@salesforce/label/c.Column_Requests';
import nearestLimit from '@salesforce/label/c.Column_Nearest_Limit';
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
  { label: run, fieldName: 'name' },
  { label: kind, fieldName: 'kind' },
  { label: status, fieldName: 'status' },
  {
    label: started,
    fieldName: 'startedAt',
    type: 'date',
    typeAttributes: instant,
    initialWidth: 200
  },
  { label: minutes, fieldName: 'minutes', type: 'number' },
  { label: saved, fieldName: 'saved', type: 'number' },
  { label: notSaved, fieldName: 'failed', type: 'number' },
  { label: requests, fieldName: 'requests', type: 'number' },
  { label: nearestLimit, fieldName: 'nearestLimit' },
  { label: message, fieldName: 'message', wrapText: true }
];

export const issueColumns = [
  { label: resource, fieldName: 'resource' },
  { label: clazarId, fieldName: 'clazarId' },
  { label: reason, fieldName: 'reason', wrapText: true },
  { label: attempts, fieldName: 'attempts', type: 'number' },
  {
    label: lastTried,
    fieldName: 'lastTriedAt',
    type: 'date',
    typeAttributes: instant,
    initialWidth: 200
  }
];

export const scheduleOptions = [
  { label: never, value: '0' },
  { label: hourly, value: '1' },
  { label: halfHourly, value: '2' },
  { label: quarterHourly, value: '4' }
];
