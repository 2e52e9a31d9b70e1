import anyCloud from '@salesforce/label/c.List_Any_Cloud';
import anyState from '@salesforce/label/c.List_Any_State';
import cloudLabel from '@salesforce/label/c.Home_Column_Cloud';
import acceptLabel from '@salesforce/label/c.List_Accept';
import copied from '@salesforce/label/c.List_Copied';
import copyOffer from '@salesforce/label/c.List_Copy_Offer';
import answer from '@salesforce/label/c.List_Answer';
import clear from '@salesforce/label/c.List_Clear';
import clearSelection from '@salesforce/label/c.List_Clear_Selection';
import exportAll from '@salesforce/label/c.List_Export';
import exportSelected from '@salesforce/label/c.List_Export_Selected';
import loading from '@salesforce/label/c.Loading';
import noAccess from '@salesforce/label/c.List_No_Access';
import nothing from '@salesforce/label/c.List_Nothing';
import nothingHint from '@salesforce/label/c.List_Nothing_Hint';
import refreshLabel from '@salesforce/label/c.List_Refresh';
import searchLabel from '@salesforce/label/c.List_Search';
import selectedText from '@salesforce/label/c.List_Selected';
import shownOf from '@salesforce/label/c.List_Shown';
import stateLabel from '@salesforce/label/c.Home_Column_State';
import viewLabel from '@salesforce/label/c.List_View';

/** The words of the list. */
export const labels = {
  acceptLabel,
  answer,
  anyCloud,
  anyState,
  clear,
  clearSelection,
  cloudLabel,
  copied,
  copyOffer,
  exportAll,
  exportSelected,
  loading,
  noAccess,
  nothing,
  nothingHint,
  refreshLabel,
  searchLabel,
  selectedText,
  shownOf,
  stateLabel,
  viewLabel
};
