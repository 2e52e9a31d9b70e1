import { nativeClass, nativeInterface } from '../../../apex/index.ts';
import { propertyClass } from '../properties.ts';

const attachment = {
  fileName: 'String',
  headers: 'List<Messaging.InboundEmail.Header>',
  mimeTypeSubType: 'String'
};

/** E-mails that arrive: https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_classes_email_inbound_inbound.htm */
export const inboundTypes = [
  nativeInterface('Messaging.InboundEmailHandler', [
    'Messaging.InboundEmailResult handleInboundEmail(Messaging.InboundEmail email, Messaging.InboundEnvelope envelope)'
  ]),
  nativeClass(
    'Messaging.InboundEmail',
    propertyClass('Messaging.InboundEmail', {
      binaryAttachments: 'List<Messaging.InboundEmail.BinaryAttachment>',
      textAttachments: 'List<Messaging.InboundEmail.TextAttachment>',
      headers: 'List<Messaging.InboundEmail.Header>',
      references: 'List<String>',
      ccAddresses: 'List<String>',
      toAddresses: 'List<String>',
      fromAddress: 'String',
      fromName: 'String',
      htmlBody: 'String',
      htmlBodyIsTruncated: 'Boolean',
      inReplyTo: 'String',
      messageId: 'String',
      plainTextBody: 'String',
      plainTextBodyIsTruncated: 'Boolean',
      replyTo: 'String',
      subject: 'String'
    })
  ),
  nativeClass(
    'Messaging.InboundEmail.BinaryAttachment',
    propertyClass('Messaging.InboundEmail.BinaryAttachment', { ...attachment, body: 'Blob' })
  ),
  nativeClass(
    'Messaging.InboundEmail.TextAttachment',
    propertyClass('Messaging.InboundEmail.TextAttachment', {
      ...attachment,
      body: 'String',
      bodyIsTruncated: 'Boolean',
      charset: 'String'
    })
  ),
  nativeClass(
    'Messaging.InboundEmail.Header',
    propertyClass('Messaging.InboundEmail.Header', { name: 'String', value: 'String' })
  ),
  nativeClass(
    'Messaging.InboundEnvelope',
    propertyClass('Messaging.InboundEnvelope', { toAddress: 'String', fromAddress: 'String' })
  ),
  nativeClass(
    'Messaging.InboundEmailResult',
    propertyClass('Messaging.InboundEmailResult', { success: 'Boolean', message: 'String' })
  )
];
