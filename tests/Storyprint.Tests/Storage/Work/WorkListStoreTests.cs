using Storyprint.Newsroom.Releases;
using Storyprint.People.Accounts;
using Storyprint.People.Work;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Releases;
using Storyprint.Storage.Work;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;
using Storyprint.Stories.Workflow;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Storage.Releases;

namespace Storyprint.Tests.Storage.Work;

public class WorkListStoreTests
{
    public sealed class OnPostgres : WorkListStoreTests, IOnPostgres;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stories_are_found_by_how_they_stand_and_the_list_goes_on_where_it_ended()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var (list, people) = (new WorkListStore(desk.Database, desk.Clock), new PersonDirectory(desk.Database, desk.Clock));
        var codes = new List<StoryCode>();
        foreach (var name in (string[])["one", "two", "three", "four"])
        {
            codes.Add(await DraftAsync(desk, name));
            desk.Clock.Now = desk.Clock.Now.AddMinutes(1);
        }

        var published = await desk.PublishedAsync();
        var editor = await PersonAsync(people, "editor", Role.Editor);
        var moves = Moves(desk);
        Assert.IsType<MoveOutcome.Done>(await moves.SubmitAsync(By(editor), editor, codes[0], string.Empty, Cancellation));
        Assert.IsType<MoveOutcome.Done>(await moves.ApproveAsync(By(editor), editor, codes[1], (await Reader(desk).FindAsync(codes[1], Cancellation))!.TextName!, string.Empty, Cancellation));
        Assert.IsType<MoveOutcome.Done>(await moves.HandToAsync(By(editor), editor, codes[2], editor.Id, string.Empty, Cancellation));
        Assert.IsType<ScheduleChange.Made>(await new ScheduleStore(desk.Database, desk.Clock, Reader(desk)).SetAsync(By(editor), codes[3], desk.Clock.Now.AddHours(3), Cancellation));

        Assert.Equal([codes[3], codes[2], codes[1], codes[0]], await CodesAsync(new WorkFilter()));
        Assert.Equal([codes[0]], await CodesAsync(new WorkFilter { Selection = WorkSelection.InReview }));
        Assert.Equal([codes[1]], await CodesAsync(new WorkFilter { Selection = WorkSelection.Approved }));
        Assert.Equal([codes[2]], await CodesAsync(new WorkFilter { Selection = WorkSelection.Draft }));
        Assert.Equal([codes[2]], await CodesAsync(new WorkFilter { Person = editor.Id }));
        Assert.Equal([codes[3]], await CodesAsync(new WorkFilter { Selection = WorkSelection.Scheduled }));
        Assert.Equal([codes[3]], await CodesAsync(new WorkFilter { DueBefore = desk.Clock.Now.AddHours(4) }));
        Assert.Empty(await CodesAsync(new WorkFilter { DueBefore = desk.Clock.Now.AddHours(2) }));
        Assert.Equal([published], await CodesAsync(new WorkFilter { Selection = WorkSelection.Published }));
        Assert.Empty(await CodesAsync(new WorkFilter { Selection = WorkSelection.Retracted }));
        Assert.Equal([codes[1], codes[0]], await CodesAsync(new WorkFilter { After = codes[2] }));
        Assert.Equal([codes[1]], await CodesAsync(new WorkFilter { Words = "TWO draft" }));
        Assert.Empty(await CodesAsync(new WorkFilter { Words = "100%" }));
        Assert.Equal([published], await CodesAsync(new WorkFilter { Words = published.Digits }));
        Assert.Equal((1, 1, 1, 1), await list.CountAsync(Cancellation) is var counts ? (counts[WorkSelection.Draft], counts[WorkSelection.InReview], counts[WorkSelection.Approved], counts[WorkSelection.Scheduled]) : default);

        async Task<IEnumerable<StoryCode>> CodesAsync(WorkFilter filter) => (await list.FindAsync(filter, 50, Cancellation)).Select(entry => entry.Code);
    }

    [Theory]
    [InlineData("LANTERNS", true)]
    [InlineData("lantern harbour", true)]
    [InlineData("آبي کتاب", true)]
    [InlineData("paragraph", false)]
    [InlineData("lantern bridge", false)]
    [InlineData("100% _", false)]
    public async Task Words_are_found_in_the_texts_of_drafts_and_not_in_how_they_are_written_down(string words, bool isFound)
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await DraftAsync(desk, "one");
        var code = await DraftAsync(desk, "two", "Lanterns are lit in the harbour. کتاب آبی");
        var found = (await new WorkListStore(desk.Database, desk.Clock).FindAsync(new WorkFilter { Words = words }, 50, Cancellation)).Select(entry => entry.Code);
        Assert.Equal(isFound ? [code] : [], found);
    }

    [Fact]
    public async Task The_mark_of_the_list_is_another_after_each_act()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var list = new WorkListStore(desk.Database, desk.Clock);
        var code = await DraftAsync(desk, "one");
        var editor = await PersonAsync(new PersonDirectory(desk.Database, desk.Clock), "editor", Role.Editor);
        var before = await list.MarkAsync(Cancellation);
        Assert.Equal(before, await list.MarkAsync(Cancellation));
        await Moves(desk).SubmitAsync(By(editor), editor, code, string.Empty, Cancellation);
        Assert.NotEqual(before, await list.MarkAsync(Cancellation));
    }

    [Fact]
    public async Task Of_two_who_act_at_once_the_second_is_told_how_it_stands()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var code = await DraftAsync(desk, "one");
        var editor = await PersonAsync(new PersonDirectory(desk.Database, desk.Clock), "editor", Role.Editor);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Moves(desk).SubmitAsync(By(editor), editor, code, string.Empty, Cancellation))));
        Assert.Single(outcomes, outcome => outcome is MoveOutcome.Done);
        Assert.All(outcomes.Where(outcome => outcome is not MoveOutcome.Done), outcome => Assert.IsType<WorkflowRefusal.WrongState>(Assert.IsType<MoveOutcome.Refused>(outcome).Why));
        Assert.IsType<MoveOutcome.NoSuchStory>(await Moves(desk).SubmitAsync(By(editor), editor, StoryCode.FromDigits("1"), string.Empty, Cancellation));
    }

    [Fact]
    public async Task A_release_of_the_newsroom_that_does_not_say_what_its_person_may_do_is_a_fault_of_the_program()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var code = await DraftAsync(desk, "one");
        await Assert.ThrowsAsync<InvalidOperationException>(() => new PublishStory(desk.Store, TestPublication.Settings).RunAsync(new ReleaseContext("somebody", ReleaseMeans.Newsroom), code, Cancellation));
        var refused = Assert.IsType<ReleaseOutcome.Refused>(await new PublishStory(Releases(desk), TestPublication.Settings).RunAsync(
            new ReleaseContext("reporter", ReleaseMeans.Newsroom) { PersonId = "r", Permissions = Permissions.Of(Role.Reporter) }, code, Cancellation));
        Assert.IsType<WorkflowRefusal.NotAllowed>(Assert.IsType<ReleaseRefusal.NotPermitted>(Assert.Single(refused.Refusals)).Why);
    }

    [Fact]
    public async Task Lists_that_somebody_named_are_kept_for_that_person_and_there_is_an_end_to_them()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var views = new SavedViewStore(desk.Database, desk.Clock);
        Assert.True(await views.SaveAsync("mira", "Tonight", "state=scheduled", Cancellation));
        Assert.True(await views.SaveAsync("mira", "Tonight", "due=today", Cancellation));
        var view = Assert.Single(await views.OfAsync("mira", Cancellation));
        Assert.Equal(("Tonight", "due=today"), (view.Name, view.Query));
        Assert.Empty(await views.OfAsync("june", Cancellation));
        for (var number = 1; number < SavedViewStore.Most; number++)
        {
            Assert.True(await views.SaveAsync("mira", $"List {number}", "q=a", Cancellation));
        }

        Assert.False(await views.SaveAsync("mira", "One more", "q=b", Cancellation));
        await views.DeleteAsync("june", view.Id, Cancellation);
        await views.DeleteAsync("mira", view.Id, Cancellation);
        Assert.Equal(SavedViewStore.Most - 1, (await views.OfAsync("mira", Cancellation)).Count);
    }

    [Fact]
    public async Task A_translation_learns_that_the_other_was_released_anew()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var (original, translation) = (await desk.PublishedAsync("original"), await desk.PublishedAsync("translation"));
        await using (var connection = await desk.Database.OpenAsync(Cancellation))
        {
            await connection.ExecuteAsync("UPDATE story SET translation_key = 'boat'", Cancellation);
        }

        var corrected = new CorrectedOriginals(desk.Database);
        Assert.Empty(await corrected.OfAsync(translation, Cancellation));
        desk.Clock.Now = desk.Clock.Now.AddMinutes(1);
        await new UpdateStory(desk.Store).RunAsync(TestActor.Editor, original, new ReleaseText.Given((await desk.Stories.FindAsync(original, Cancellation))!.Content with { Standfirst = "More." }, null, null, RevisionNumber.First), new ReleaseNote("More."), Cancellation);
        var found = Assert.Single(await corrected.OfAsync(translation, Cancellation));
        Assert.Equal((original, 1, 2, ReleaseKind.Update), (found.Code, found.Known, found.Newest, found.Kind));
        Assert.Empty(await corrected.OfAsync(original, Cancellation));
    }

    private static ReleaseContext By(Person person) => new(person.UserName, ReleaseMeans.Newsroom) { PersonId = person.Id, Permissions = person.Permissions };

    private static StoryWorkReader Reader(ReleaseFixture desk) => new(desk.Database, () => TestPublication.Settings);

    private static StoryMoves Moves(ReleaseFixture desk) => new(desk.Database, Reader(desk), desk.Clock);

    private static ReleaseStore Releases(ReleaseFixture desk) => new(desk.Database, desk.Log, desk.Clock, work: Reader(desk));

    private static async Task<Person> PersonAsync(PersonDirectory people, string name, Role role)
    {
        await people.AddWithoutCredentialsAsync(new Person { UserName = name, DisplayName = name, Language = "en", Role = role, CreatedAt = DateTimeOffset.UtcNow }, Cancellation);
        return (await people.FindByNameAsync(name, Cancellation))!;
    }

    private static async Task<StoryCode> DraftAsync(ReleaseFixture desk, string name, string? text = null) => await new Storyprint.Storage.Drafts.DraftStore(desk.Database, desk.Clock).BeginAsync(
        TestActor.Editor, ReleaseFixture.Text($"Draft {name}", text ?? name), "Europe/Copenhagen", 1, Cancellation);
}
