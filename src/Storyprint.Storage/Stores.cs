using Microsoft.Extensions.Logging;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Drafts;
using Storyprint.Storage.Drafts.Journal;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Imports;
using Storyprint.Storage.Library;
using Storyprint.Storage.Log;
using Storyprint.Storage.Log.Witnesses;
using Storyprint.Storage.Matching;
using Storyprint.Storage.Pictures;
using Storyprint.Storage.Releases;
using Storyprint.Storage.Search;
using Storyprint.Storage.Settings;
using Storyprint.Storage.Stories;
using Storyprint.Storage.Work;
using Storyprint.Stories.Editions;

namespace Storyprint.Storage;

/// <summary>
/// The stores of a publication: the one place where they are created, for the server (<see cref="StorageServices"/>) as for a command. Creating one opens
/// nothing.
/// </summary>
/// <param name="publication">The publication as its settings are now.</param>
public sealed class Stores(Database database, PublicationLog log, MediaStore media, TimeProvider clock, Func<Publication> publication)
{
    public LogStore Log => new(database, log.SeenAsync);

    public KeyStore Keys => new(database, log.Publisher);

    public StoryStore Stories => new(database);

    public StoryListStore Lists => new(database);

    public StoryAddresses Addresses => new(database);

    public StoryInventory Outlines => new(database);

    public RevisionStore Revisions => new(database);

    public ArchivedCommentStore ArchivedComments => new(database);

    public CorrectionStore Corrections => new(database);

    public TermStore Terms => new(database);

    public SearchIndex Search => new(database);

    /// <summary>Finds the stories that a copied text is from.</summary>
    public FingerprintIndex Fingerprints => new(database);

    /// <summary>How often printed marks were scanned.</summary>
    public ScanCountStore ScanCounts => new(database);

    public FillFingerprints FingerprintFill => new(database);

    public PictureStore Pictures => new(database, media, clock);

    /// <summary>The newsroom's pictures by what they show.</summary>
    public PictureLibrary Library => new(database, clock);

    /// <summary>Reads files and stories for what the library says of pictures.</summary>
    public PictureExaminer PictureExaminer => new(database, media, clock);

    public DocumentStore Documents => new(database, media, clock);

    public LegacyTargetStore LegacyTargets => new(database);

    public RenditionStore Renditions => new(database, media);

    public WithdrawnPictures WithdrawnPictures => new(database, media);

    /// <param name="askWitnessClock">Called before each batch; null where there are no witnesses.</param>
    public ImportStore Imports(WitnessClock? askWitnessClock = null) => new(database, log, clock, askWitnessClock);

    public ScheduleStore Schedule => new(database, clock, Work);

    public WorkListStore WorkList => new(database, clock);

    public CorrectedOriginals CorrectedOriginals => new(database);

    public SavedViewStore SavedViews => new(database, clock);

    /// <summary>How far the newsroom's work on a story has come.</summary>
    public StoryWorkReader Work => new(database, publication);

    /// <param name="askWitnessClock">The time by a witness's clock; null where there are no witnesses.</param>
    public AuditHeadLog AuditHeads(WitnessClock? askWitnessClock = null) => new(database, log, clock, askWitnessClock);

    public DraftStore Drafts => new(database, clock);

    /// <summary>One for all: it keeps the newest states in memory.</summary>
    public DraftJournal DraftJournal { get; } = new(database, clock);

    public ProposalStore Proposals => new(database, DraftJournal, clock);

    public DraftPresenceStore DraftPresence { get; } = new(database, clock);

    public DraftCommentStore DraftComments => new(database, clock);

    public FiledCopyStore FiledCopy => new(database, clock);

    /// <summary>The newsroom's record of acts.</summary>
    public AuditStore Audit => new(database, clock);

    public SettingsStore Settings => new(database, clock);

    /// <summary>The same for rendering pages: reads from a replica where there is one.</summary>
    public Stores ForReaders => new(database.ForReaders, log, media, clock, publication);

    /// <summary>Makes releases.</summary>
    /// <param name="askWitnesses">Called after each release; null where others ask them.</param>
    /// <param name="askWitnessClock">Called before each release; null where there are no witnesses.</param>
    public ReleaseStore Releases(Func<CancellationToken, Task<WitnessReport?>>? askWitnesses = null, ILogger<ReleaseStore>? logger = null,
        WitnessClock? askWitnessClock = null) =>
        new(database, log, clock, askWitnesses, logger, askWitnessClock, Work);

    /// <summary>The log in a database that is not written to, such as the copy in a backup.</summary>
    public static LogStore LogOf(Database database) => new(database);
}
