using System.Diagnostics;
using System.Reflection;
using Storyprint.Newsroom.Imports;
using Storyprint.Newsroom.Releases;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Imports;
using Storyprint.Storage.Recovery;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;
using Storyprint.Tests.Engines;

namespace Storyprint.Tests.Storage.Releases;

/// <summary>Every verb says who did it, and nobody outside the newsroom learns it.</summary>
public class ReleaseContextTests
{
    public sealed class OnPostgres : ReleaseContextTests, IOnPostgres;

    private const string Secret = "anna.the.secret.editor";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>All methods that make releases or set hours.</summary>
    public static TheoryData<string> Verbs() => [.. VerbMethods().Select(Name).Distinct()];

    [Theory]
    [MemberData(nameof(Verbs))]
    public void No_verb_can_be_called_without_saying_who(string verb) => Assert.All(
        VerbMethods().Where(method => Name(method) == verb),
        method => Assert.Contains(method.GetParameters(), parameter => parameter.ParameterType == typeof(ReleaseContext) && !parameter.IsOptional && parameter.Position == 0));

    [Fact]
    public async Task Every_revision_keeps_who_released_it_by_which_means_and_why()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var steps = new Dictionary<string, Func<ReleaseContext, StoryCode, Task<ReleaseOutcome>>>
        {
            ["update"] = (by, code) => new UpdateStory(desk.Store).RunAsync(by, code, Given(1, "It carries 112 people."), new ReleaseNote("Fewer fit in."), Cancellation),
            ["correct"] = (by, code) => new CorrectStory(desk.Store).RunAsync(by, code, Given(2, "It carries 113 people."), Words, Cancellation),
            ["note"] = (by, code) => new CorrectNote(desk.Store).RunAsync(by, code, 0, Words with { Text = "It said 112; it is 113." }, new RevisionNumber(3), Cancellation),
            ["retract"] = (by, code) => new RetractStory(desk.Store).RunAsync(by, code, "There is no ferry.", new RevisionNumber(4), Cancellation),
        };
        var code = await desk.PublishedAsync();
        var means = Enum.GetValues<ReleaseMeans>();
        foreach (var (index, (name, step)) in steps.Index())
        {
            Assert.IsType<ReleaseOutcome.Done>(await step(new ReleaseContext($"{name}@desk", means[index], $"why {name}", $"c-{name}"), code));
        }

        Assert.Equal(
            [$"1 {TestActor.Editor.Actor} CommandLine  {TestActor.Editor.CorrelationId}", "2 update@desk CommandLine why update c-update", "3 correct@desk Schedule why correct c-correct", "4 note@desk Import why note c-note", "5 retract@desk Recovery why retract c-retract"],
            await RevisionsAsync(desk, code));
        Assert.IsType<ReleaseOutcome.Done>(await desk.WithdrawAsync(code, 5));
        var left = await RevisionsAsync(desk, code);
        Assert.Equal(6, left.Count);
        Assert.Equal("5 retract@desk Recovery  c-retract", left[4]);
    }

    [Fact]
    public async Task An_import_and_what_the_schedule_makes_of_it_stand_in_the_name_of_whoever_asked()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var due = desk.Clock.GetUtcNow().AddMinutes(1);
        var (import, schedule, imported) = (new ReleaseContext("importer", ReleaseMeans.Import, "the old site", "run-7"), new ScheduleStore(desk.Database, TimeProvider.System), new ImportStore(desk.Database, desk.Log, desk.Clock));
        var outcomes = await imported.SaveAsync(
            import, [Waiting("left", due), Waiting("moved", due), TestPublication.Story("out", "It is out", "It is out.", desk.Clock.Now)], 1, Cancellation);
        Assert.IsType<ScheduleChange.Made>(await schedule.SetAsync(new ReleaseContext("anna", ReleaseMeans.Newsroom, "after the vote", "click-3"), outcomes[1].Code, due, Cancellation));
        desk.Clock.Now = due;
        Assert.Equal(2, (await new ReleaseDueStories(desk.Store, schedule, desk.Clock).RunAsync(TestActor.Scheduler, Cancellation)).Count);
        Assert.Equal(["1 importer Schedule the old site run-7"], await RevisionsAsync(desk, outcomes[0].Code));
        Assert.Equal(["1 anna Schedule after the vote click-3"], await RevisionsAsync(desk, outcomes[1].Code));
        Assert.Equal(["1 importer Import the old site run-7"], await RevisionsAsync(desk, outcomes[2].Code));
    }

    [Fact]
    public async Task A_trace_tells_who_released()
    {
        var traces = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == ReleaseMetrics.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = traces.Add,
        };
        ActivitySource.AddActivityListener(listener);
        using var desk = await ReleaseFixture.OpenAsync();
        var by = new ReleaseContext(Secret, ReleaseMeans.Api, "because", Guid.NewGuid().ToString());
        await new PublishStory(desk.Store, TestPublication.Settings).RunAsync(by, ReleaseFixture.Text("Traced"), default, null, null, Cancellation);
        Activity[] all = [.. traces];
        var trace = Assert.Single(all, each => each.GetTagItem("storyprint.correlation_id") as string == by.CorrelationId);
        Assert.Equal((Secret, "api", "because"), (trace.GetTagItem("enduser.id"), trace.GetTagItem("storyprint.means"), trace.GetTagItem("storyprint.reason")));
    }

    [Fact]
    public async Task What_readers_are_given_holds_no_name_of_whoever_released()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var by = new ReleaseContext(Secret, ReleaseMeans.Newsroom, Secret, Secret);
        var done = Assert.IsType<ReleaseOutcome.Done>(
            await new PublishStory(desk.Store, TestPublication.Settings).RunAsync(by, ReleaseFixture.Text("Signed by nobody"), Storyprint.Stories.Links.Slug.From("signed"), null, null, Cancellation));
        await using var connection = await desk.Database.OpenAsync(Cancellation);
        foreach (var query in (string[])["SELECT bytes FROM log_entry", "SELECT checkpoint FROM log_head", "SELECT seal FROM revision"])
        {
            Assert.All(
                await connection.QueryAsync(query, row => System.Text.Encoding.Latin1.GetString((byte[])row.GetValue(0)), Cancellation),
                bytes => Assert.DoesNotContain(Secret, bytes, StringComparison.Ordinal));
        }

        // What pages, feeds, archives and the API are made of.
        var story = await desk.Stories.FindAsync(done.Id, Cancellation);
        var receipt = await desk.Served.ReceiptAsync(done.Id, Cancellation);
        Assert.DoesNotContain(Secret, $"{story} {story!.Content} {Storyprint.Stories.StoryJson.Write(story.Content)} {receipt}", StringComparison.Ordinal);
        Assert.DoesNotContain(
            typeof(Storyprint.Storage.Stories.PublishedStory).Assembly.GetTypes().Where(type => type.Namespace == "Storyprint.Storage.Stories" && type.IsPublic)
                .SelectMany(type => type.GetProperties()),
            property => property.PropertyType == typeof(ReleaseContext) || property.Name.Contains("Actor", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Nobody_is_no_actor(string actor) => Assert.Throws<ArgumentException>(() => new ReleaseContext(actor, ReleaseMeans.Api));

    [Fact]
    public void The_command_line_is_the_user_of_the_machine() => Assert.Equal(
        $"{Environment.UserName}@{Environment.MachineName}", ReleaseContext.FromMachineUser(ReleaseMeans.CommandLine).Actor);

    private static IEnumerable<MethodInfo> VerbMethods() =>
        typeof(PublishStory).Assembly.GetTypes().Where(type => type is { IsPublic: true, Namespace: "Storyprint.Newsroom.Releases" }).Append(typeof(ImportStories))
            .SelectMany(type => type.GetMethods().Where(method => method.Name == "RunAsync"))
            .Concat(typeof(ReleaseStore).GetMethods().Where(method => method.Name is nameof(ReleaseStore.ReleaseAsync) or nameof(ReleaseStore.PublishNewAsync)))
            .Concat(typeof(ScheduleStore).GetMethods().Where(method => method.Name == nameof(ScheduleStore.SetAsync)))
            .Concat(typeof(ImportStore).GetMethods().Where(method => method.Name == "SaveAsync"))
            .Concat(typeof(LogRecovery).GetMethods().Where(method => method.Name == nameof(LogRecovery.RunAsync)));

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    private static NoteWords Words => new() { Text = "It said 112. It is 113.", Said = "112", Says = "113" };

    private static ReleaseText Given(int expected, string text) => new ReleaseText.Given(ReleaseFixture.Text("The ferry sails", text), null, null, new RevisionNumber(expected));

    private static Storyprint.Storage.Stories.StoryToStore Waiting(string source, DateTimeOffset due) =>
        TestPublication.Story(source, $"The {source} ferry", "It carries 120 people.", due) with { Status = StoryStatus.Scheduled };

    private static async Task<List<string>> RevisionsAsync(ReleaseFixture desk, StoryCode code)
    {
        await using var connection = await desk.Database.OpenAsync(Cancellation);
        return await connection.QueryAsync(
            """
            SELECT r.number, r.released_by, r.released_via, r.release_reason, r.correlation_id FROM revision r JOIN story s ON s.id = r.story_id
            WHERE s.code = @code ORDER BY r.number
            """,
            row => $"{row.GetInt32(0)} {row.GetString(1)} {(ReleaseMeans)row.GetInt32(2)} {row.TextOrNull(3)} {row.GetString(4)}", Cancellation, ("@code", code.Digits));
    }
}
