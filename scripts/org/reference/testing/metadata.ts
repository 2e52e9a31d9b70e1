const namespace = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

function object(name: string, inside: string, sharing = 'ReadWrite'): Record<string, string> {
  const label = name.replace(/__c$/, '').replaceAll('_', ' ');
  return {
    [`objects/${name}/${name}.object-meta.xml`]: `<CustomObject ${namespace}>
      <label>${label}</label><pluralLabel>${label}s</pluralLabel>
      <nameField><label>Name</label><type>Text</type></nameField>
      <deploymentStatus>Deployed</deploymentStatus><sharingModel>${sharing}</sharingModel>${inside}</CustomObject>`
  };
}

function field(name: string, inside: string): string {
  return `<fields><fullName>${name}</fullName><label>${name.replace('__c', '')}</label>${inside}</fields>`;
}

function standardField(path: string, inside: string): Record<string, string> {
  const [owner = '', name = ''] = path.split('.');
  return {
    [`objects/${owner}/fields/${name}.field-meta.xml`]: `<CustomField ${namespace}>
      <fullName>${name}</fullName><label>${name.replace('__c', '')}</label>${inside}</CustomField>`
  };
}

const number = '<type>Number</type><precision>18</precision><scale>2</scale>';
const externalId = '<type>Text</type><length>50</length><externalId>true</externalId>';

/** The objects and fields that the guide's examples use. */
export const guideMetadata: Readonly<Record<string, string>> = {
  ...standardField('Account.MyExtID__c', externalId),
  ...standardField('Account.Rating_Count__c', number),
  ...object(
    'Invoice_Statement__c',
    field('Description__c', '<type>Text</type><length>100</length>') +
      field(
        'Total__c',
        '<type>Summary</type><summaryForeignKey>Line_Item__c.Invoice_Statement__c</summaryForeignKey>' +
          '<summarizedField>Line_Item__c.Amount__c</summarizedField><summaryOperation>sum</summaryOperation>'
      )
  ),
  ...object(
    'Line_Item__c',
    field(
      'Invoice_Statement__c',
      '<type>MasterDetail</type><referenceTo>Invoice_Statement__c</referenceTo><relationshipName>Line_Items</relationshipName>'
    ) +
      field('Amount__c', number) +
      field('Units_Sold__c', number) +
      field(
        'Merchandise__c',
        '<type>Lookup</type><referenceTo>Merchandise__c</referenceTo><relationshipName>Line_Items</relationshipName>'
      ),
    'ControlledByParent'
  ),
  ...object(
    'Merchandise__c',
    field('Description__c', '<type>Text</type><length>100</length>') +
      field('Price__c', number) +
      field('Total_Inventory__c', number)
  ),
  ...object(
    'Job__c',
    field(
      'Recruiter__c',
      '<type>Lookup</type><referenceTo>User</referenceTo><relationshipName>Jobs</relationshipName>'
    ),
    'Private'
  ),
  'objects/My_Object__e/My_Object__e.object-meta.xml': `<CustomObject ${namespace}>
    <deploymentStatus>Deployed</deploymentStatus><eventType>HighVolume</eventType>
    <label>Low Ink</label><pluralLabel>Low Inks</pluralLabel><publishBehavior>PublishAfterCommit</publishBehavior>
    ${field('Printer_Model__c', '<type>Text</type><length>20</length>')}</CustomObject>`,
  'objects/Games__c/Games__c.object-meta.xml': `<CustomObject ${namespace}>
    <label>Games</label><customSettingsType>Hierarchy</customSettingsType>
    ${field('OverflowURL__c', '<type>Text</type><length>100</length>')}</CustomObject>`
};
