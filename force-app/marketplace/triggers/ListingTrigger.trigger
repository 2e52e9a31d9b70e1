trigger ListingTrigger on Listing__c(before insert, before update, after insert) {
    SyncedRecords.handle();
}
