using Storyprint.Newsroom.Releases;
using Storyprint.Operations.Doctor;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Imports;
using Storyprint.Storage.Releases;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;
using Storyprint.Tests.Operations.Backup;
using Storyprint.Tests.Serving;
using Storyprint.Tests.Storage.Releases;

namespace Storyprint.Tests.Operations.Doctor;

/// <summary>A publication with a story of every sort, for somebody to edit by hand.</summary>
internal sealed class EditedPublication : IDisposable
{
    private EditedPublication(SmallInstallation small) => Small = small;

    public SmallInstallation Small { get; }

    /// <summary>Published, updated, corrected; with a picture.</summary>
    public StoryCode Ferry { get; private set; }

    public StoryCode Retracted { get; private set; }

    public StoryCode Withdrawn { get; private set; }

    /// <summary>Imported, with an address that it had before.</summary>
    public StoryCode Library { get; private set; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<EditedPublication> CreateAsync()
    {
        var made = new EditedPublication(await SmallInstallation.CreateAsync());
        var store = new ReleaseStore(made.Small.Installation.Database, made.Small.Installation.Log, TimeProvider.System);
        var picture = new Picture { Hash = await made.Small.PictureAsync(3), Width = 3, Height = 3, Alt = "A ferry" };
        made.Ferry = await PublishAsync(store, "The ferry sails", picture);
        await DoneAsync(new UpdateStory(store).RunAsync(TestActor.Editor, made.Ferry, Text("The ferry sails", "It carries 130 people.", picture, 1), new ReleaseNote("More people fit in."), Cancellation));
        await DoneAsync(new CorrectStory(store).RunAsync(
            TestActor.Editor, made.Ferry, Text("The ferry sails", "It carries 112 people.", picture, 2), new NoteWords { Text = "It said 130. It is 112.", Said = "130", Says = "112" }, Cancellation));
        made.Retracted = await PublishAsync(store, "The bridge is down");
        await DoneAsync(new RetractStory(store).RunAsync(TestActor.Editor, made.Retracted, "There is no bridge.", new RevisionNumber(1), Cancellation));
        made.Withdrawn = await PublishAsync(store, "A private matter");
        await DoneAsync(new WithdrawStory(store, made.Small.Installation.Media, made.Small.Installation.Database)
            .RunAsync(TestActor.Editor, made.Withdrawn, WithdrawalReason.CourtOrder, new RevisionNumber(1), Cancellation));
        made.Library = (await new ImportStore(made.Small.Installation.Database, made.Small.Installation.Log, TimeProvider.System).SaveAsync(TestActor.Importer, [ImportedStory], 2001, Cancellation))[0].Code;
        return made;
    }

    public async Task EditAsync(string sql)
    {
        await using var connection = await Small.Installation.Database.OpenAsync(Cancellation);
        Assert.True(await connection.ExecuteAsync(sql, Cancellation) != 0, "The edit changed nothing.");
    }

    public Task<IReadOnlyList<DoctorFinding>> ExamineAsync(bool isRebuild = false) =>
        new ExamineInstallation(new DoctorOptions(Small.Folder, "127.0.0.1", 0, IsFull: true, IsRebuild: isRebuild), TimeProvider.System).RunAsync(Cancellation);

    public async Task<IReadOnlyList<DoctorFinding>> ProblemsAsync() => [.. (await ExamineAsync()).Where(finding => finding.Severity == DoctorSeverity.Problem)];

    public void Dispose() => Small.Dispose();

    private static StoryToStore ImportedStory => new()
    {
        Source = "export.xml/12",
        Content = ReleaseFixture.Text("The library opens") with { Topics = ["Books"] },
        Slug = Slug.From("The library opens"),
        Status = StoryStatus.Published,
        IsPage = false,
        PublishedAt = new DateTimeOffset(2024, 3, 5, 9, 40, 0, TimeSpan.Zero),
        UpdatedAt = null,
        Zone = "Europe/Copenhagen",
        Code = null,
        Section = null,
        TranslationKey = null,
        LegacyUrls = ["/2024/03/the-library-opens"],
    };

    private static ReleaseText Text(string headline, string text, Picture picture, int expected)
    {
        var content = ReleaseFixture.Text(headline, text);
        return new ReleaseText.Given(content with { Body = [picture, .. content.Body] }, null, null, new RevisionNumber(expected));
    }

    private static async Task<StoryCode> PublishAsync(ReleaseStore store, string headline, params Block[] blocks)
    {
        var content = ReleaseFixture.Text(headline);
        return (await DoneAsync(new PublishStory(store, TestPublication.Settings).RunAsync(
            TestActor.Editor, content with { Body = [.. blocks, .. content.Body] }, Slug.From(headline), null, null, Cancellation))).Code;
    }

    private static async Task<ReleaseOutcome.Done> DoneAsync(Task<ReleaseOutcome> release) => Assert.IsType<ReleaseOutcome.Done>(await release);
}
