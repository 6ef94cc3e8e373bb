namespace Storyprint.Verification;

/// <summary>The sorts of findings about what readers see beside the words of a story's page.</summary>
internal static class ReaderFindingKinds
{
    private const string TellPublisher = "Tell the publisher, with the address this report names, and keep a copy of what stands there.";

    public static FindingKind PrintPageMissing { get; } = new("print-page-missing", Severity.Damage, "A print page is missing",
        "The story or revision stands, and cannot be printed as it was sealed.", TellPublisher);

    public static FindingKind SealWrong { get; } = new("seal-wrong", Severity.Damage, "A mark on a page is not the one of its revision",
        "Whoever scans it is led elsewhere, or is told by the seal about another text; or no key of the publisher made the seal.", TellPublisher);

    public static FindingKind WordsNotOurs { get; } = new("words-not-sealed", Severity.Damage, "A page says words that are neither sealed nor the interface's",
        "Somebody put words, a picture or a script around a story, in a menu, a title or a margin for example; or the page is of a newer version than this checker.", TellPublisher);

    public static FindingKind CorrectionsDiffer { get; } = new("corrections-differ", Severity.Damage, "The corrections page is not what was sealed",
        "An entry on it has other words or another date than the sealed note, or a note is missing.", TellPublisher);

    public static FindingKind HistoryDiffers { get; } = new("history-differs", Severity.Damage, "The history of a story is not what was sealed",
        "A revision in it has another number, kind, date or note than in the log, or a change is named that the texts do not show.", TellPublisher);

    public static FindingKind ComparisonDiffers { get; } = new("comparison-differs", Severity.Damage, "A comparison shows other texts than those that were sealed",
        "A line of one of the two revisions, its date or its note is not the sealed one, or a line is left out.", TellPublisher);

    public static FindingKind ScanDiffers { get; } = new("scan-differs", Severity.Damage, "What the mark on a print leads to is not what was sealed",
        "Whoever scans the print is shown other words, another date, or is told wrongly whether the words still stand.", TellPublisher);

    public static FindingKind StandingPageDiffers { get; } = new("standing-page-differs", Severity.Damage, "A standing page is not what the publication's own list says",
        "About us, how we work, or the page on how to check says other words than the list of the interface, or names another key.", TellPublisher);

    public static FindingKind ListSaysOther { get; } = new("list-says-other", Severity.Damage, "A list says something else than what was sealed",
        "A headline, or what stands below it, is not that of the story's newest revision.", "Look at the page. An old page from a cache becomes right within minutes; if it stays, tell the publisher.");

    public static FindingKind FeedSaysOther { get; } = new("feed-says-other", Severity.Damage, "A feed says something else than what was sealed",
        "A headline, text, date or link in it is not that of the revision it is about.", "Read the feed again in some minutes. If it stays, tell the publisher.");

    public static FindingKind PictureDiffers { get; } = new("picture-differs", Severity.Damage, "An original picture is not the one that was sealed",
        "Its bytes do not have the hash that the sealed text names.", TellPublisher);

    public static FindingKind InterfaceUnknown { get; } = new("interface-unknown", Severity.Unchecked, "The words of the interface are not published",
        "What stands around the stories, lists, feeds and the corrections page were not compared.", "Ask the publisher for the file, which Storyprint serves and writes into archives by itself.");

    public static FindingKind ListMissing { get; } = new("list-missing", Severity.Notice, "A front page is not there", "What is not there was not compared.", "Look whether the copy is whole.");
}
