import type { Action, ActionParameter } from './action.ts';

interface ParameterShape {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly isNeeded?: boolean;
  readonly isList?: boolean;
}

function parameterOf({ name, label, type, isNeeded, isList }: ParameterShape): ActionParameter {
  return {
    name,
    label,
    description: null,
    type,
    sobjectType: null,
    apexClass: null,
    required: isNeeded === true,
    maxOccurs: isList === true ? 2000 : 1
  };
}

function standard(name: string, label: string, inputs: readonly ParameterShape[]): Action {
  return {
    name,
    label,
    description: null,
    type: name.toUpperCase(),
    category: null,
    standard: true,
    inputs: inputs.map(parameterOf),
    outputs: []
  };
}

const text = 'STRING';

/** What of the platform's own actions the local org can do; what they send is kept, and leaves the machine never. */
export const standardActions: readonly Action[] = [
  standard('emailSimple', 'Send Email', [
    { name: 'emailAddresses', label: 'Recipient Address List', type: text },
    {
      name: 'emailAddressesArray',
      label: 'Recipient Address Collection',
      type: text,
      isList: true
    },
    { name: 'emailSubject', label: 'Subject', type: text, isNeeded: true },
    { name: 'emailBody', label: 'Body', type: 'TEXTAREA', isNeeded: true },
    { name: 'senderType', label: 'Sender Type', type: text },
    { name: 'senderAddress', label: 'Sender Email Address', type: text },
    { name: 'sendRichBody', label: 'Rich-Text-Formatted Body', type: 'BOOLEAN' }
  ]),
  standard('customNotificationAction', 'Send Custom Notification', [
    { name: 'customNotifTypeId', label: 'Custom Notification Type ID', type: 'ID', isNeeded: true },
    { name: 'recipientIds', label: 'Recipient IDs', type: text, isNeeded: true, isList: true },
    { name: 'title', label: 'Notification Title', type: text },
    { name: 'body', label: 'Notification Body', type: text, isNeeded: true },
    { name: 'targetId', label: 'Target ID', type: 'ID' },
    { name: 'targetPageRef', label: 'Target Page Reference', type: text },
    { name: 'senderId', label: 'Sender ID', type: 'ID' }
  ])
];
