using Storyprint.Newsroom.Releases;
using Storyprint.Storage.Releases;
using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;
using Storyprint.Tests.Storage.Releases;

namespace Storyprint.Tests.Web;

/// <summary>A publication whose stories the newsroom's own verbs have brought into every state.</summary>
public sealed class StoriesInStates : IAsyncLifetime
{
    public const string Reason = "The figures were made up, and we had not checked them.";

    private readonly SteppedClock clock = new();

    public TestPublication Publication { get; } = new();

    /// <summary>Published and left alone.</summary>
    public StoryCode Untouched { get; private set; }

    /// <summary>Published, then updated with a note.</summary>
    public StoryCode Updated { get; private set; }

    /// <summary>Published, updated, corrected, updated without a note in its typography alone, and its note reworded: five revisions.</summary>
    public StoryCode Corrected { get; private set; }

    /// <summary>A Persian story that was corrected.</summary>
    public StoryCode PersianCorrected { get; private set; }

    /// <summary>Published, corrected, retracted.</summary>
    public StoryCode Retracted { get; private set; }

    public StoryCode Withdrawn { get; private set; }

    public async ValueTask InitializeAsync()
    {
        await Publication.InitializeAsync();
        Untouched = await PublishAsync(English("Owl counted", "One owl."));
        Updated = await PublishAsync(English("Tide rises", "The tide stands at two metres."));
        await UpdateAsync(Updated, 1, English("Tide rises", "The tide stands at three metres."), "The tide has risen to three metres.");
        Corrected = await PublishAsync(Lift("twelve", "\"It works,\" said Ida Holm.", moved: false));
        await UpdateAsync(Corrected, 1, Lift("twelve", "\"It works,\" said Ida Holm.", moved: true), "The first riders have come.");
        await CorrectAsync(Corrected, 2, Lift("sixteen", "\"It works,\" said Ida Holm.", moved: true), new NoteWords
        {
            Text = "This story said that the lift carries twelve people. It carries sixteen.",
            Said = "twelve",
            Says = "sixteen",
            FoundBy = "A. Reader",
        });
        await UpdateAsync(Corrected, 3, Lift("sixteen", "“It works,” said Ida Holm.", moved: true), null);
        Done(await new CorrectNote(Store).RunAsync(
            TestActor.Editor, Corrected, 0, new NoteWords { Text = "The lift carries sixteen people, not twelve.", Said = "twelve", Says = "sixteen", FoundBy = "A. Reader" }, new RevisionNumber(4)));
        PersianCorrected = await PublishAsync(Persian("دوازده"));
        await CorrectAsync(PersianCorrected, 1, Persian("شانزده"), new NoteWords { Text = "گنجایش آسانسور شانزده نفر است.", Said = "دوازده نفر", Says = "شانزده نفر" });
        Retracted = await PublishAsync(English("Survey of benches", "Forty benches were counted."));
        await CorrectAsync(Retracted, 1, English("Survey of benches", "Fifty benches were counted."), new NoteWords { Text = "Fifty, not forty.", Said = "forty", Says = "fifty" });
        Done(await new RetractStory(Store).RunAsync(TestActor.Editor, Retracted, Reason, new RevisionNumber(2)));
        Withdrawn = await PublishAsync(English("Name of a child", "Not to be read."));
        Done(await new WithdrawStory(Store, Publication.Installation.Media, Publication.Installation.Database)
            .RunAsync(TestActor.Editor, Withdrawn, WithdrawalReason.PersonalRights, RevisionNumber.First));
    }

    public ValueTask DisposeAsync() => Publication.DisposeAsync();

    /// <summary>A page as text; it must be there.</summary>
    public Task<string> ReadAsync(string path) => Publication.Client.GetStringAsync(path, TestContext.Current.CancellationToken);

    /// <summary>The page of a story's current revision.</summary>
    public async Task<string> ReadStoryAsync(StoryCode code)
    {
        using var moved = await Publication.Client.GetAsync($"/news/{code}", TestContext.Current.CancellationToken);
        return await ReadAsync(moved.Headers.Location!.ToString());
    }

    public async Task<ReleaseOutcome.Done> UpdateAsync(StoryCode code, int expected, StoryContent content, string? note) => Done(
        await new UpdateStory(Store).RunAsync(TestActor.Editor, code, Given(content, expected), note is null ? null : new ReleaseNote(note)));

    public async Task<ReleaseOutcome.Done> CorrectAsync(StoryCode code, int expected, StoryContent content, NoteWords note) =>
        Done(await new CorrectStory(Store).RunAsync(TestActor.Editor, code, Given(content, expected), note));

    public async Task<StoryCode> PublishAsync(StoryContent content) =>
        Done(await new PublishStory(Store, TestPublication.Settings).RunAsync(TestActor.Editor, content, Slug.From(content.Headline), null, null)).Code;

    /// <summary>Makes releases that all fall into one second.</summary>
    public async Task WithinOneSecondAsync(Func<Task> releases)
    {
        clock.IsStopped = true;
        await releases();
        clock.IsStopped = false;
    }

    public static StoryContent English(string headline, params string[] paragraphs) => new()
    {
        Language = "en",
        Headline = headline,
        Section = "city",
        Body = [.. paragraphs.Select(text => new Paragraph(RichText.From(text)))],
    };

    // The clock runs ahead of any server's, which is therefore not asked.
    private ReleaseStore Store => new(new FaultyDatabase(Publication.Installation.Database), Publication.Installation.Log, clock);

    private static ReleaseText.Given Given(StoryContent content, int expected) => new(content, null, null, new RevisionNumber(expected));

    private static StoryContent Lift(string number, string quotation, bool moved)
    {
        var told = $"The new lift of the library carries {number} people to every floor of the house.";
        string[] texts = ["The doors opened at nine.", quotation, "Books came back in the afternoon, most of them dry.", "The roof is of copper and will be green in ten years."];
        return English("Library lift opens", moved ? [.. texts, told] : [texts[0], told, .. texts[1..]]);
    }

    private static StoryContent Persian(string number) => new()
    {
        Language = "fa",
        Headline = "آسانسور کتابخانه باز شد",
        Section = "city",
        Body = [new Paragraph(RichText.From("درها ساعت نه باز شد.")), new Paragraph(RichText.From($"آسانسور {number} نفر را بالا می‌برد."))],
    };

    private static ReleaseOutcome.Done Done(ReleaseOutcome outcome) => Assert.IsType<ReleaseOutcome.Done>(outcome);

    /// <summary>A clock that is an hour later each time it is asked, so that no two releases share an instant unless it is stopped.</summary>
    private sealed class SteppedClock : TimeProvider
    {
        private DateTimeOffset now = System.GetUtcNow();

        public bool IsStopped { get; set; }

        public override DateTimeOffset GetUtcNow() => now = IsStopped ? now : now.AddHours(1);
    }
}
