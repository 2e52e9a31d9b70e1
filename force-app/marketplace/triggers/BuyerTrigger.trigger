trigger BuyerTrigger on Buyer__c(before insert, before update, after insert) {
    SyncedRecords.handle();
}
