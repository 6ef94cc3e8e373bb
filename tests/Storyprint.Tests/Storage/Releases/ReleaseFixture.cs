using Storyprint.Newsroom.Releases;
using Storyprint.Provenance.Commitments;
using Storyprint.Provenance.Entries;
using Storyprint.Provenance.Names;
using Storyprint.Provenance.Seals;
using Storyprint.Provenance.Tiles;
using Storyprint.Provenance.Verification;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Integrity;
using Storyprint.Storage.Log;
using Storyprint.Storage.Log.Witnesses;
using Storyprint.Storage.Matching;
using Storyprint.Storage.Pictures;
using Storyprint.Storage.Releases;
using Storyprint.Storage.Stories;
using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Canonical;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;
using Storyprint.Tests.Engines;

namespace Storyprint.Tests.Storage.Releases;

/// <summary>A publication for tests of releases: a database on the disk that can be made to break, keys, a mark and a clock.</summary>
internal sealed class ReleaseFixture : IDisposable
{
    private readonly string folder;
    private readonly bool ownsFolder;

    private ReleaseFixture(string folder, TestEngine engine, bool ownsFolder, WitnessList? witnesses = null)
    {
        (this.folder, this.ownsFolder, Engine) = (folder, ownsFolder, engine);
        Database = new FaultyDatabase(engine.Open());
        Log = TestPublicationLog.Of(Database, folder, Clock, witnesses);
        Store = new ReleaseStore(Database, Log, Clock);
    }

    public SetClock Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 19, 40, 0, TimeSpan.Zero));

    public FaultyDatabase Database { get; }

    public PublicationLog Log { get; }

    public ReleaseStore Store { get; }

    public string Folder => folder;

    public TestEngine Engine { get; }

    public string DatabasePath => Engine.SqlitePath;

    public string KeysPath => Path.Combine(folder, "keys");

    public StoryStore Stories => new(Database);

    public LogStore Served => new(Database);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<ReleaseFixture> OpenAsync()
    {
        var folder = Directory.CreateTempSubdirectory("storyprint-desk-").FullName;
        var desk = new ReleaseFixture(folder, await TestEngine.CreateAsync(folder), ownsFolder: true);
        await desk.Database.MigrateAsync(Cancellation);
        Assert.Null(await desk.Log.PrepareAsync(Cancellation));
        return desk;
    }

    /// <summary>A publication in a database that stands already.</summary>
    public static ReleaseFixture On(string connection)
    {
        var folder = Directory.CreateTempSubdirectory("storyprint-desk-").FullName;
        return new ReleaseFixture(folder, TestEngine.On(folder, connection), ownsFolder: true);
    }

    /// <summary>The same publication, its keys and its mark, with an empty database of the other engine.</summary>
    public async Task<ReleaseFixture> OnOtherEngineAsync() => new(folder, await Engine.OtherAsync(), ownsFolder: false);

    /// <summary>Keeps the database as it is now, for <see cref="RestoreAsync"/>.</summary>
    public async Task BackUpAsync()
    {
        Database.CloseIdle();
        await Engine.BackUpAsync();
    }

    /// <summary>Puts the kept database back over the one of now.</summary>
    public async Task RestoreAsync()
    {
        Database.CloseIdle();
        await Engine.RestoreAsync();
    }

    /// <summary>Takes the database away, as if there had never been one.</summary>
    public async Task EmptyAsync()
    {
        Database.CloseIdle();
        await Engine.EmptyAsync();
    }

    /// <summary>The same publication as another process sees it, or as the next start does.</summary>
    public ReleaseFixture Again(WitnessList? witnesses = null) => new(folder, Engine, ownsFolder: false, witnesses);

    public static StoryContent Text(string headline, string text = "The ferry carries 120 people.") => new()
    {
        Language = "en",
        Headline = headline,
        Section = "city",
        Bylines = ["Ines Calloway"],
        Topics = ["Ferries"],
        Body = [new Paragraph(RichText.From(text))],
    };

    public Task<ReleaseOutcome> PublishAsync(string headline = "The ferry sails") =>
        new PublishStory(Store, TestPublication.Settings).RunAsync(TestActor.Editor, Text(headline), Slug.From(headline), null, null, Cancellation);

    public async Task<StoryCode> PublishedAsync(string headline = "The ferry sails") => Assert.IsType<ReleaseOutcome.Done>(await PublishAsync(headline)).Code;

    public Task<ReleaseOutcome> UpdateAsync(StoryCode code, int expected, string text, string? note = "More people fit in.") => new UpdateStory(Store).RunAsync(
        TestActor.Editor, code, new ReleaseText.Given(Text("The ferry sails", text), null, null, new RevisionNumber(expected)), note is null ? null : new ReleaseNote(note), Cancellation);

    public Task<ReleaseOutcome> CorrectAsync(StoryCode code, int expected, string text) => new CorrectStory(Store).RunAsync(
        TestActor.Editor, code, new ReleaseText.Given(Text("The ferry sails", text), null, null, new RevisionNumber(expected)),
        new NoteWords { Text = "It said 120. It is 112.", Said = "120", Says = "112" }, Cancellation);

    public Task<ReleaseOutcome> RetractAsync(StoryCode code, int expected) =>
        new RetractStory(Store).RunAsync(TestActor.Editor, code, "There is no ferry.", new RevisionNumber(expected), Cancellation);

    public Task<ReleaseOutcome> WithdrawAsync(StoryCode code, int expected) => new WithdrawStory(Store, new MediaFolder(Path.Combine(folder, "media")), Database)
        .RunAsync(TestActor.Editor, code, WithdrawalReason.CourtOrder, new RevisionNumber(expected), Cancellation);

    /// <summary>Audits the whole log and every revision: tree, tiles, checkpoint, commitments, receipts, seals, and that nothing is missing on either side.</summary>
    /// <returns>How many revisions there are.</returns>
    public async Task<int> VerifyAsync()
    {
        var keys = await new KeyStore(Database, TestPublicationLog.Publisher).ListAsync(Cancellation);
        var logKey = keys.Keys.Last(key => key is { Role: KeyRole.Log, Status: KeyStatus.Active }).Key;
        var report = await LogAudit.RunAsync(new Source(Served), new AuditRequest { Log = logKey }, null, Cancellation);
        Assert.Empty(report.Findings);
        var size = await Served.SizeAsync(Cancellation);
        var revisions = 0;
        for (long index = 0; index < size; index++)
        {
            var bundle = (await Served.TileAsync(TilePath.Entries(index / 256, (int)Math.Min(256, size - (index / 256 * 256))), Cancellation))!;
            Assert.True(EntryBundle.TryParse(bundle, (int)Math.Min(256, size - (index / 256 * 256)), out var entries, out _));
            Assert.True(LogEntry.TryParse(entries[(int)(index % 256)].Span, out var entry, out _));
            if (entry is RevisionEntry logged)
            {
                revisions++;
                await VerifyAsync(index, logged, keys);
            }
        }

        await using var connection = await Database.OpenAsync(Cancellation);
        Assert.Equal(revisions, await connection.ScalarAsync<long>("SELECT COUNT(*) FROM revision", Cancellation));
        Assert.Equal(0, await connection.ScalarAsync<long>(
            "SELECT COUNT(*) FROM story s WHERE s.current_revision <> (SELECT COALESCE(MAX(number), 0) FROM revision r WHERE r.story_id = s.id)", Cancellation));
        Assert.Equal(await connection.ScalarAsync<long>("SELECT COUNT(*) FROM story WHERE is_listed", Cancellation),
            await connection.ScalarAsync<long>("SELECT COUNT(*) FROM search", Cancellation));
        Assert.Empty(await FingerprintFaultsAsync());
        return revisions;
    }

    /// <summary>Where the fingerprints are not those of the texts.</summary>
    private async Task<IReadOnlyList<IntegrityFault>> FingerprintFaultsAsync()
    {
        await using var connection = await Database.OpenAsync(Cancellation);
        var check = new FingerprintCheck(connection);
        for (long last = long.MinValue; await StoredStoryReader.AfterAsync(connection, last, Cancellation) is { Count: > 0 } stories; last = stories[^1].Id)
        {
            check.Take(stories);
        }

        return await check.FinishAsync(Cancellation);
    }

    public void Dispose()
    {
        Log.Dispose();
        Database.CloseIdle();
        if (ownsFolder)
        {
            Engine.DisposeAsync().AsTask().GetAwaiter().GetResult();
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task VerifyAsync(long index, RevisionEntry entry, KeyList keys)
    {
        Assert.True(RevisionId.TryParse(entry.Revision.ToString(), out var id));
        var logged = await Served.FindAsync(id, Cancellation);
        Assert.NotNull(logged);
        Assert.Equal(index, logged.Index);
        var receipt = await Served.ReceiptAsync(id, Cancellation);
        Assert.True(receipt!.Proof.Verify(entry.LeafHash(), index, receipt.Checkpoint.Body.Size, receipt.Checkpoint.Body.Root));
        if (logged.Text is not { } text)
        {
            Assert.Equal((null, null), (logged.Salt, logged.Seal));
            return;
        }

        Assert.True(entry.CommitsTo(System.Text.Encoding.UTF8.GetBytes(CanonicalText.Create(text)), new Salt(logged.Salt!)));
        Assert.True(Seal.TryRead(logged.Seal, out var seal));
        Assert.IsType<SealVerdict.Counts>(keys.Judge(SealLink.Create(TestPublicationLog.Publisher, entry.Revision, seal), index));
    }

    private sealed class Source(LogStore log) : ILogSource
    {
        public async ValueTask<byte[]?> ReadAsync(string path, CancellationToken cancellation) =>
            path == "checkpoint" ? (await log.CheckpointAsync(cancellation))?.ToBytes()
            : TilePath.TryParse(path, out var tile) ? await log.TileAsync(tile, cancellation)
            : null;
    }
}
