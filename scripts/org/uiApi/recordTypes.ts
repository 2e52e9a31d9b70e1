/** The id that every org has for "no record type". */
export const masterRecordTypeId = '012000000000000AAA';
