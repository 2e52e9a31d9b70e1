import add from '@salesforce/label/c.Offer_Form_Add';
import alerts from '@salesforce/label/c.Offer_Form_Alerts';
import buyer from '@salesforce/label/c.Offer_Buyer_Account';
import cloud from '@salesforce/label/c.Home_Column_Cloud';
import count from '@salesforce/label/c.Offer_Form_Count';
import currency from '@salesforce/label/c.Offer_Currency';
import customEula from '@salesforce/label/c.Offer_Form_Custom_Eula';
import date from '@salesforce/label/c.Offer_Form_Date';
import dimension from '@salesforce/label/c.List_Column_Name';
import dimensions from '@salesforce/label/c.Offer_Dimensions';
import documents from '@salesforce/label/c.Offer_Documents';
import documentsHint from '@salesforce/label/c.Offer_Form_Documents_Hint';
import eula from '@salesforce/label/c.Offer_Form_Eula';
import expiration from '@salesforce/label/c.Offer_Expiration';
import instalment from '@salesforce/label/c.Offer_Form_Instalment';
import listing from '@salesforce/label/c.Offer_Listing';
import months from '@salesforce/label/c.Offer_Months';
import name from '@salesforce/label/c.Offer_Name';
import payment from '@salesforce/label/c.Offer_Form_Payment';
import price from '@salesforce/label/c.Offer_Price';
import quantity from '@salesforce/label/c.Offer_Form_Quantity';
import remove from '@salesforce/label/c.Offer_Form_Remove';
import schedule from '@salesforce/label/c.Offer_Form_Schedule';
import send from '@salesforce/label/c.Offer_Form_Send';
import standardEula from '@salesforce/label/c.Offer_Form_Standard_Eula';
import sum from '@salesforce/label/c.Offer_Form_Sum';
import takeBuyer from '@salesforce/label/c.Offer_Form_Take_Buyer';
import upfront from '@salesforce/label/c.Offer_Form_Upfront';

/** The words of the form. */
export const labels = {
  add,
  alerts,
  buyer,
  cloud,
  count,
  currency,
  customEula,
  date,
  dimension,
  dimensions,
  documents,
  documentsHint,
  eula,
  expiration,
  instalment,
  listing,
  months,
  name,
  payment,
  price,
  quantity,
  remove,
  schedule,
  send,
  standardEula,
  sum,
  takeBuyer,
  upfront
};
