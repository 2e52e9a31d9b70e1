import text from '@salesforce/label/c.Map_Kind_Text';
import number from '@salesforce/label/c.Map_Kind_Number';
import integer from '@salesforce/label/c.Map_Kind_Integer';
import date from '@salesforce/label/c.Map_Kind_Date';
import yesOrNo from '@salesforce/label/c.Map_Kind_Boolean';
import list from '@salesforce/label/c.Map_Kind_List';
import json from '@salesforce/label/c.Map_Kind_Json';

const texts: Readonly<Record<string, string>> = {
  Text: text,
  Number: number,
  Integer: integer,
  Date: date,
  Boolean: yesOrNo,
  List: list,
  Json: json
};

/** What a field takes, in a person's words. */
export function kindText(kind: string): string {
  return texts[kind] ?? kind;
}
