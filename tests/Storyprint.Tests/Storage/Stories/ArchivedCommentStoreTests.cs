using Storyprint.Commands;
using Storyprint.Storage.Imports;
using Storyprint.Storage.Stories;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Storage.Releases;

namespace Storyprint.Tests.Storage.Stories;

/// <summary>What <c>CommentWriter</c> writes, <see cref="ArchivedCommentStore"/> reads, in the order of the archive.</summary>
public class ArchivedCommentStoreTests : IAsyncLifetime
{
    public sealed class OnPostgres : ArchivedCommentStoreTests, IOnPostgres;

    private static readonly ArchivedComment First = new("Anna", TestPublication.LibraryAt, "Well said.\n\nYes.", null);
    private static readonly ArchivedComment Second = new("", null, "“No.”", 0);

    private ReleaseFixture desk = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ArchivedCommentStore Store => new(desk.Database);

    public async ValueTask InitializeAsync() => desk = await ReleaseFixture.OpenAsync();

    public ValueTask DisposeAsync()
    {
        desk.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Comments_come_and_are_replaced_with_their_story_and_an_archive_without_any_takes_none_away()
    {
        var story = TestPublication.Story("a", "Ferry", "Words.", TestPublication.LibraryAt);
        var code = Assert.Single(await SaveAsync(story with { Comments = [First, Second] })).Code;
        Assert.Equal([First, Second], await Store.OfAsync(code, Cancellation));
        Assert.True(await Store.HasAnyAsync(code, Cancellation));
        Assert.IsType<StoreOutcome.Unchanged>(Assert.Single(await SaveAsync(story)));
        Assert.Equal([First, Second], await Store.OfAsync(code, Cancellation));
        Assert.IsType<StoreOutcome.Unchanged>(Assert.Single(await SaveAsync(story with { Comments = [First] })));
        Assert.Equal([First], await Store.OfAsync(code, Cancellation));
    }

    [Fact]
    public async Task All_of_them_are_written_out_those_of_drafts_too()
    {
        var draft = TestPublication.Story("b", "Draft", "Words.", TestPublication.LibraryAt) with { Status = Storyprint.Stories.Releases.StoryStatus.Draft, Comments = [Second] };
        var codes = await SaveAsync(TestPublication.Story("a", "Ferry", "Words.", TestPublication.LibraryAt) with { Comments = [First, Second] }, draft);
        Assert.Empty(await Store.OfAsync(codes[1].Code, Cancellation));
        var lines = await Store.AllAsync(Cancellation).Select(each => CommentLine.Of(each.Code.Digits, each.Headline, each.Comment)).ToListAsync(Cancellation);
        Assert.Equal(
        [
            $$"""{"code":"{{codes[0].Code}}","headline":"Ferry","author":"Anna","writtenAt":"2024-03-05T09:40:00+00:00","text":"Well said.\n\nYes."}""",
            $$"""{"code":"{{codes[0].Code}}","headline":"Ferry","author":"","text":"“No.”","answers":0}""",
            $$"""{"code":"{{codes[1].Code}}","headline":"Draft","author":"","text":"“No.”","answers":0}""",
        ], lines);
    }

    private Task<IReadOnlyList<StoreOutcome>> SaveAsync(params StoryToStore[] stories) =>
        new ImportStore(desk.Database, desk.Log, TimeProvider.System).SaveAsync(TestActor.Importer, stories, 2001, Cancellation);
}
