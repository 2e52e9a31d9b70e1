import { nativeClass } from '../../../apex/index.ts';
import type { ApexContext, NativeFunction, NativeMembers } from '../../../apex/index.ts';
import type { ApexSet } from '../../../apex/runtime/index.ts';
import { ApexException, ApexList } from '../../../apex/runtime/index.ts';
import { hostOf } from '../../runtime/index.ts';
import { statusCodeOf } from '../database/results.ts';
import { jsonOf, objectsIn, textIn as jsonText } from '../jsonMembers.ts';
import { JsonObject, PlatformObject } from '../platformObject.ts';
import { getters } from '../schema/getters.ts';

type Fields = Map<string, unknown>;
type Message = PlatformObject<Fields>;

/** `setSubject` and `getSubject` for `String Subject`. */
function accessors(table: Readonly<Record<string, readonly string[]>>): NativeMembers {
  return Object.fromEntries(
    Object.entries(table).flatMap(([type, names]) =>
      names.flatMap((name): [string, NativeFunction][] => [
        [
          `void set${name}(${type} value)`,
          (_context: ApexContext, self: Message, value: unknown) => void self.data.set(name, value)
        ],
        [
          `${type} get${name}()`,
          (_context: ApexContext, self: Message) => self.data.get(name) ?? null
        ]
      ])
    )
  );
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_classes_email_outbound_single.htm */
const singleEmailMessage = nativeClass(
  'Messaging.SingleEmailMessage',
  {
    'new()': () => new PlatformObject<Fields>('Messaging.SingleEmailMessage', new Map()),
    ...accessors({
      String: [
        ...['Subject', 'PlainTextBody', 'HtmlBody', 'SenderDisplayName', 'ReplyTo', 'Charset'],
        ...['InReplyTo', 'References']
      ],
      'List<String>': ['ToAddresses', 'CcAddresses', 'BccAddresses', 'EntityAttachments'],
      Id: ['TargetObjectId', 'WhatId', 'TemplateId', 'OrgWideEmailAddressId'],
      Boolean: ['SaveAsActivity', 'UseSignature', 'BccSender', 'TreatTargetObjectAsRecipient'],
      'List<Messaging.EmailFileAttachment>': ['FileAttachments']
    })
  },
  { superName: 'Messaging.Email' }
);

const emailFileAttachment = nativeClass('Messaging.EmailFileAttachment', {
  'new()': () => new PlatformObject<Fields>('Messaging.EmailFileAttachment', new Map()),
  ...accessors({ String: ['FileName', 'ContentType'], Blob: ['Body'], Boolean: ['Inline'] })
});

function sendEmail(context: ApexContext, messages: ApexList, allOrNone = true): ApexList {
  const { transaction } = hostOf(context);
  transaction.limits.count('emailInvocations');
  transaction.callouts.workDone();
  const results = messages.items.map((message, index) => {
    const problem = queue(context, message as Message);
    if (problem !== undefined && allOrNone) throw emailException(problem, index);
    return resultOf(problem === undefined ? [] : [problem]);
  });
  return new ApexList('Messaging.SendEmailResult', results);
}

/** Nothing leaves the machine: the message is kept, to be looked at. */
function queue(context: ApexContext, { data }: Message): string | undefined {
  const recipients = textsIn(data.get('ToAddresses'));
  const target = data.get('TargetObjectId');
  if (recipients.length === 0 && typeof target !== 'string') {
    return 'Add a recipient to send an email.';
  }
  hostOf(context).transaction.afterCommit.messages.push({
    kind: 'email',
    recipients: typeof target === 'string' ? [...recipients, target] : recipients,
    subject: textIn(data, 'Subject'),
    body: textIn(data, 'HtmlBody') || textIn(data, 'PlainTextBody')
  });
  return undefined;
}

type SendResult = PlatformObject<readonly string[]>;

function resultOf(problems: readonly string[]): SendResult {
  return new JsonObject('Messaging.SendEmailResult', problems, () =>
    jsonOf({ errors: errorList(problems), success: problems.length === 0 })
  );
}

function errorList(problems: readonly string[]): ApexList {
  const errors = problems.map(
    (text) =>
      new JsonObject('Messaging.SendEmailError', text, (message) =>
        jsonOf({ message, statusCode: 'REQUIRED_FIELD_MISSING' })
      )
  );
  return new ApexList('Messaging.SendEmailError', errors);
}

function textIn(data: Fields, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
}

function textsIn(value: unknown): string[] {
  return value instanceof ApexList ? value.items.map(String) : [];
}

function emailException(problem: string, index: number): ApexException {
  const text = `SendEmail failed. First exception on row ${index}; first error: REQUIRED_FIELD_MISSING, ${problem}: []`;
  return new ApexException('System.EmailException', text);
}

function sendNotification(context: ApexContext, { data }: Message, users: ApexSet): void {
  const { transaction } = hostOf(context);
  transaction.callouts.workDone();
  transaction.afterCommit.messages.push({
    kind: 'notification',
    recipients: users.values().map(String),
    subject: textIn(data, 'Title'),
    body: textIn(data, 'Body')
  });
}

/** https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_Messaging_CustomNotification.htm */
const customNotification = nativeClass('Messaging.CustomNotification', {
  'new()': () => new PlatformObject<Fields>('Messaging.CustomNotification', new Map()),
  'void setNotificationTypeId(String value)': set('NotificationTypeId'),
  'void setSenderId(String value)': set('SenderId'),
  'void setTargetId(String value)': set('TargetId'),
  'void setTargetPageRef(String value)': set('TargetPageRef'),
  'void setTitle(String value)': set('Title'),
  'void setBody(String value)': set('Body'),
  'void send(Set<String> users)': sendNotification
});

function set(name: string) {
  return (_context: ApexContext, self: Message, value: unknown): void =>
    void self.data.set(name, value);
}

export const messagingTypes = [
  nativeClass('Messaging', {
    'static List<Messaging.SendEmailResult> sendEmail(List<Messaging.Email> messages)': sendEmail,
    'static List<Messaging.SendEmailResult> sendEmail(List<Messaging.Email> messages, Boolean allOrNone)':
      sendEmail,
    'static void reserveSingleEmailCapacity(Integer count)': () => undefined
  }),
  nativeClass('Messaging.Email', {}),
  singleEmailMessage,
  emailFileAttachment,
  nativeClass(
    'Messaging.SendEmailResult',
    getters<readonly string[]>({
      'Boolean isSuccess()': (problems) => problems.length === 0,
      'List<Messaging.SendEmailError> getErrors()': errorList
    }),
    {
      fromJson: (given) =>
        resultOf(objectsIn(given, 'errors').map((error) => jsonText(error, 'message') ?? ''))
    }
  ),
  nativeClass(
    'Messaging.SendEmailError',
    getters<string>({
      'String getMessage()': (message) => message,
      'StatusCode getStatusCode()': () => statusCodeOf('REQUIRED_FIELD_MISSING'),
      'String getTargetObjectId()': () => null,
      'List<String> getFields()': () => new ApexList('String')
    })
  ),
  customNotification
];
