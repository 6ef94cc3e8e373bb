using System.Text;
using Microsoft.EntityFrameworkCore;
using Storyprint.Provenance.Commitments;
using Storyprint.Provenance.Entries;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Log;
using Storyprint.Storage.Releases;
using Storyprint.Storage.Schema;
using Storyprint.Storage.Search;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Canonical;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Storage.Released;

namespace Storyprint.Tests.Storage;

/// <summary>Migrations are only added: the database of every version that was released can be brought to this one.</summary>
public class MigrationTests
{
    public sealed class OnPostgres : MigrationTests, IOnPostgres;

    // Never change a line here: one is added with each migration.
    private static readonly string[] Sqlite = ["20261127062704_Initial", "20261127073000_AddRevisionTextVersion", "20261127203000_AddFilesAndComments", "20261127233150_AddPeople", "20261128003623_AddSettings", "20261128024603_AddMail", "20261128064313_AddDraftJournal", "20261128100141_AddStoryWork", "20261128111506_AddStoryLabel", "20261128133751_AddLibraryPicture", "20261128134923_AddFingerprint", "20261128165110_AddScanCount", "20261128173300_AddSignedOn"];
    private static readonly string[] Postgres = ["20261127062907_Initial", "20261127073100_AddRevisionTextVersion", "20261127203100_AddFilesAndComments", "20261127233154_AddPeople", "20261128003632_AddSettings", "20261128024656_AddMail", "20261128064317_AddDraftJournal", "20261128100145_AddStoryWork", "20261128111511_AddStoryLabel", "20261128133754_AddLibraryPicture", "20261128134926_AddFingerprint", "20261128165140_AddScanCount", "20261128173303_AddSignedOn"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Released() => [.. ReleasedVersions.All()];

    [Fact]
    public void No_migration_was_renamed_or_taken_away_and_a_start_looks_for_the_newest()
    {
        using var context = Model();
        Assert.Equal(TestEngine.IsPostgres ? Postgres : Sqlite, context.Database.GetMigrations());
        Assert.Equal(TestEngine.IsPostgres ? PostgresDatabase.NewestMigration : SqliteDatabase.NewestMigration, context.Database.GetMigrations().Last());
    }

    [Fact]
    public void The_migrations_make_what_the_model_says()
    {
        using var context = Model();
        Assert.False(context.Database.HasPendingModelChanges());
    }

    [Theory]
    [MemberData(nameof(Released))]
    public async Task A_database_of_a_released_version_is_brought_to_this_one_and_read(string version)
    {
        var folder = Directory.CreateTempSubdirectory("storyprint-released-").FullName;
        await using var engine = await TestEngine.CreateAsync(folder);
        await ReleasedVersions.LoadAsync(version, engine, Cancellation);
        var database = engine.Open();
        await database.MigrateAsync(Cancellation);
        Assert.True(await database.IsCurrentAsync(Cancellation));
        Assert.Empty(await database.DamageAsync(isFull: true, Cancellation));
        Assert.Null((await LogIntegrityCheck.ReadAsync(database, cancellation: Cancellation)).Problem);
        var listed = await new StoryListStore(database).LatestAsync("en", 0, 10, Cancellation);
        Assert.Equal(["The corrected ferry", "The ferry sails on"], listed.Select(card => card.Headline).Order(StringComparer.Ordinal));
        foreach (var card in listed)
        {
            var story = await new StoryStore(database).FindAsync(card.Code, Cancellation);
            Assert.Equal(card.Headline, story!.Content.Headline);
            Assert.NotNull(await new LogStore(database).ReceiptAsync(new RevisionId(card.Code, RevisionNumber.First), Cancellation));
            await IsStillWhatWasSealedAsync(new LogStore(database), new RevisionId(card.Code, RevisionNumber.First));
        }

        var query = new SearchQuery { Edition = "en", Phrases = SearchQuery.ParsePhrases("112 people") };
        Assert.Equal("The corrected ferry", Assert.Single((await new SearchIndex(database).FindAsync(query, 0, 10, Cancellation)).Stories).Headline);
        Assert.Equal("The waiting ferry", Assert.Single(await new ScheduleStore(database, TimeProvider.System).WaitingAsync(Cancellation)).Headline);
        Assert.Equal(WithdrawalReason.CourtOrder, Assert.Single(await new StoryStore(database).WithdrawnAsync(Cancellation)).Withdrawal.Reason);
        database.CloseIdle();
        Directory.Delete(folder, recursive: true);
    }

    // The version of its text came through the migration, so it is served to the byte as it was logged.
    private static async Task IsStillWhatWasSealedAsync(LogStore log, RevisionId revision)
    {
        var logged = (await log.FindAsync(revision, Cancellation))!;
        Assert.True(LogEntry.TryParse(logged.Entry, out var entry, out _));
        Assert.True(Assert.IsType<RevisionEntry>(entry).CommitsTo(Encoding.UTF8.GetBytes(CanonicalText.Create(logged.Text!)), new Salt(logged.Salt!)));
    }

    private static StoryprintContext Model() =>
        TestEngine.IsPostgres ? new PostgresContext.AtDesignTime().CreateDbContext([]) : new SqliteContext.AtDesignTime().CreateDbContext([]);
}
