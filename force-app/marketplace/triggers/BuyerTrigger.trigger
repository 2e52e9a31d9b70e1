trigger BuyerTrigger on Buyer__c(before insert, before update, after insert, after update) {
    SyncedRecords.handle();
    BuyerChoice.handle();
}
