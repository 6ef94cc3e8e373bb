namespace Storyprint.Verification;

/// <summary>Every sort of finding there is.</summary>
internal static class FindingKinds
{
    private const string TellPublisher = "Tell the publisher, with the file this report names. If their answer is another file, check again; if it stays, publish what you found.";
    private const string TryAgain = "Try again later, from another network if you can. If it stays so for days, ask the publisher why.";
    private const string KeepEvidence = "Keep the signed checkpoints in this report: they prove it to everybody. Tell other auditors and the witnesses before you tell the publisher.";

    // Identity and keys.
    public static FindingKind CheckpointMissing { get; } = new("checkpoint-missing", Severity.Damage, "There is no checkpoint",
        "Without its signed checkpoint the log says nothing about itself, and nothing below can be held against it.", TellPublisher);

    public static FindingKind CheckpointUnreadable { get; } = new("checkpoint-unreadable", Severity.Damage, "The checkpoint is malformed",
        "What stands in the place of the checkpoint is not one: it was damaged or replaced.", TellPublisher);

    public static FindingKind CheckpointNotTrusted { get; } = new("checkpoint-not-trusted", Severity.Damage, "The checkpoint is not signed as it must be",
        "Anybody could have written it. Nothing else in the log was believed.", "Make sure that the key you use is the publisher's. If it is, somebody has changed the checkpoint or serves another log in its place: tell the publisher.");

    public static FindingKind KeyChanged { get; } = new("key-changed", Severity.Damage, "Another key signed than the one you know",
        "The publisher may have changed keys without announcing it in the log, or somebody else signs in its name.", "Ask the publisher on another way (telephone, print) for the log's key. If the new key is theirs, check again with --key and that key.");

    public static FindingKind KeyRevoked { get; } = new("key-revoked", Severity.Damage, "A revoked key signed the checkpoint",
        "The log itself says that this key is in wrong hands.", "Do not rely on this log until the publisher signs it with a good key.");

    public static FindingKind PolicyNotMet { get; } = new("witnesses-missing", Severity.Damage, "Too few witnesses saw the checkpoint",
        "The publisher's policy promises that others have seen the same history. For this checkpoint that is not so.", "Wait an hour and check again. If it stays so, the log may be showing you a history that it does not show to its witnesses.");

    public static FindingKind PolicyUnreadable { get; } = new("policy-unreadable", Severity.Damage, "The policy on witnesses is malformed",
        "Nobody can tell which witnesses must have seen the log.", TellPublisher);

    public static FindingKind KeysMissing { get; } = new("keys-missing", Severity.Unchecked, "There is no key list",
        "Whether keys were changed or revoked could not be compared with the log.", "Ask the publisher for the key list.");

    public static FindingKind KeysUnreadable { get; } = new("keys-unreadable", Severity.Damage, "The key list is malformed",
        "Nobody can tell from it which keys are the publisher's.", TellPublisher);

    public static FindingKind KeysDiffer { get; } = new("keys-differ", Severity.Damage, "Key list and log contradict each other",
        "Every change of a key is an entry of the log. A key that is only in the list was slipped in; a revocation that is only in the log is being hidden.", TellPublisher);

    public static FindingKind KeyNotListed { get; } = new("key-not-listed", Severity.Damage, "The key list does not have the key that signed",
        "The checkpoint is signed by a key that the publisher does not show to readers.", TellPublisher);

    public static FindingKind NoKey { get; } = new("no-key", Severity.Unchecked, "There is no key to check with",
        "Without the log's key nothing that the site says can be believed.", "Get the log's key from the publisher and give it with --key.");

    public static FindingKind StateUnusable { get; } = new("state-unusable", Severity.Unchecked, "What was kept from the last check cannot be used",
        "Neither a rollback nor a rewritten history would be noticed.", "Restore the state file from a backup. Move it away only if you know why it is damaged: you then begin anew.");

    public static FindingKind OtherLogHere { get; } = new("other-log", Severity.Damage, "Another log is served here than last time",
        "A log cannot change its name. What was published under the old one is out of sight.", "Ask the publisher what became of the old log. To begin anew with the new one, use another --state file.");

    // Consistency of the log, in itself and with earlier checks.
    public static FindingKind TileMissing { get; } = new("tile-missing", Severity.Damage, "A part of the log is missing",
        "The checkpoint says that it is there. What is in it is kept from everybody, or was lost.", TellPublisher);

    public static FindingKind TileDiffers { get; } = new("tile-differs", Severity.Damage, "A tile is not what the entries hash to",
        "The tile, or one of the entries below it, was changed after it was logged.", TellPublisher);

    public static FindingKind BundleDamaged { get; } = new("bundle-damaged", Severity.Damage, "Entries are cut off or have something appended",
        "These entries cannot be read as they were logged.", TellPublisher);

    public static FindingKind RootDiffers { get; } = new("root-differs", Severity.Damage, "The entries are not those that the log signed",
        "All tiles agree with the entries, and yet they are not the log that the checkpoint speaks of: entry and tiles were changed together.", TellPublisher);

    public static FindingKind RolledBack { get; } = new("rolled-back", Severity.Damage, "The log has become shorter",
        "It was longer at your last check. Either an old copy is served, or the log was set back and what came after is gone.", KeepEvidence);

    public static FindingKind Forked { get; } = new("forked", Severity.Damage, "The log has two histories",
        "The publisher's key signed two logs that contradict each other: history was rewritten, or different readers are shown different histories.", KeepEvidence);

    public static FindingKind EntryMalformed { get; } = new("entry-malformed", Severity.Damage, "An entry is malformed",
        "The entry is in the log as signed, but does not say what an entry of its kind must say.", TellPublisher);

    public static FindingKind OtherPublisher { get; } = new("other-publisher", Severity.Damage, "An entry is in another publisher's name",
        "A log speaks for one publisher.", TellPublisher);

    public static FindingKind TimeOutOfOrder { get; } = new("time-out-of-order", Severity.Damage, "An entry bears an earlier time than the one before it",
        "A release was dated back, or the one before it was dated ahead: the clock of the publisher's machine was wrong, or somebody changed it. When either was published is not proved.", TellPublisher);

    public static FindingKind StoryBroken { get; } = new("story-broken", Severity.Damage, "A story's revisions do not follow one another",
        "A revision was left out, slipped in, or dated back.", TellPublisher);

    public static FindingKind NotRead { get; } = new("not-read", Severity.Unchecked, "Something could not be read",
        "That is no sign of damage, but nothing is proved about what was not read.", TryAgain);

    public static FindingKind StoriesNotFollowed { get; } = new("stories-not-followed", Severity.Unchecked, "Stories, keys, texts and pages were not checked",
        "They can only be held against a log that could be read whole.", "Settle first what is wrong with the log itself.");

    // Texts and receipts.
    public static FindingKind RevisionMissing { get; } = new("revision-missing", Severity.Damage, "A revision's text is missing",
        "It was published, and the log has no withdrawal of the story that would explain why it is gone.", TellPublisher);

    public static FindingKind RevisionUnreadable { get; } = new("revision-unreadable", Severity.Damage, "A revision's file is malformed",
        "It is not the document that belongs here.", TellPublisher);

    public static FindingKind RevisionIsAnother { get; } = new("revision-is-another", Severity.Damage, "A revision's file belongs to another entry",
        "Code, revision, index or entry in it are not those of the log.", TellPublisher);

    public static FindingKind TextDiffers { get; } = new("text-differs", Severity.Damage, "A text is not the one that was logged",
        "Text or salt were changed after the revision was published. What the site shows as this revision is not what it published.", TellPublisher);

    public static FindingKind ErasedUnsaid { get; } = new("erased-without-withdrawal", Severity.Damage, "A text was erased without a withdrawal",
        "A text may be erased, but the log must say so. It has no withdrawal of this story.", TellPublisher);

    public static FindingKind SaltLeft { get; } = new("salt-left", Severity.Notice, "The salt of an erased text is still served",
        "With it, what was erased could be confirmed by guessing.", "Tell the publisher in private.");

    public static FindingKind ReceiptMissing { get; } = new("receipt-missing", Severity.Damage, "A receipt is missing",
        "Whoever holds this revision on paper cannot prove without the publisher that it is in the log.", TellPublisher);

    public static FindingKind ReceiptUnreadable { get; } = new("receipt-unreadable", Severity.Damage, "A receipt is malformed",
        "It proves nothing.", TellPublisher);

    public static FindingKind ReceiptDoesNotHold { get; } = new("receipt-does-not-hold", Severity.Damage, "A receipt does not prove what it should",
        "It leads to another entry or another log, or is not signed by the log's key.", TellPublisher);

    // Pages.
    public static FindingKind PageShowsOther { get; } = new("page-shows-other", Severity.Damage, "A page shows another revision than the newest",
        "Readers see something else than the log says is published.", "Look at the page. An old page from a cache becomes right within minutes; if it stays, tell the publisher.");

    public static FindingKind PageMissing { get; } = new("page-missing", Severity.Damage, "A story's page is gone",
        "The story was published, and the log has no withdrawal of it.", TellPublisher);

    public static FindingKind PageNotGone { get; } = new("page-not-gone", Severity.Damage, "A withdrawn story is still shown",
        "The log says that it was withdrawn; its page must answer 410 (Gone).", TellPublisher);

    public static FindingKind StatusHidden { get; } = new("status-differs", Severity.Damage, "A page hides, or makes up, what became of its story",
        "A retraction or correction is in the log, and the page does not say so; or the page speaks of one that the log does not have.", TellPublisher);

    public static FindingKind PageUnreadable { get; } = new("page-unreadable", Severity.Unchecked, "A page does not say which revision it shows",
        "It lacks the mark storyprint:revision, or it contradicts itself; whether it shows the newest revision could not be told.", "Compare the page with the text at /api/v1/revisions/ by eye.");

    public static FindingKind PageSaysOther { get; } = new("page-says-other", Severity.Damage, "A page says something else than what was sealed",
        "Words, notes, authors or pictures on the page are not those of the revision that it says to show.", TellPublisher);

    // Hints.
    public static FindingKind PageWordsNotCompared { get; } = new("page-words-not-compared", Severity.Notice, "The words of a page were not compared",
        "Its text is of a form whose lines this version does not know.", "Check with a newer version.");

    public static FindingKind KeyFromSite { get; } = new("key-from-site", Severity.Notice, "The log's key came from the site itself",
        "A site that lies from the first day on would also lie about its key. From the next check on this key is known.", "Compare the key in this report with one that you have from elsewhere, in print for example, and give it with --key.");

    public static FindingKind NoWitnesses { get; } = new("no-witnesses", Severity.Notice, "No witness is asked for",
        "That others saw the same history is not proved. Your own checks, kept over time, are what notices a rewritten one.", "Ask the publisher to name witnesses. Compare size and root with other auditors.");

    public static FindingKind UnknownEntry { get; } = new("unknown-entry", Severity.Notice, "The log has entries of a kind that this version does not know",
        "They are in the log as signed. What they say was not looked at.", "Check with a newer version.");

    public static FindingKind Grew { get; } = new("grew", Severity.Notice, "The log grew while it was checked",
        "What came after the checkpoint that was read was not checked.", "Check again; only the newest part is new.");
}
