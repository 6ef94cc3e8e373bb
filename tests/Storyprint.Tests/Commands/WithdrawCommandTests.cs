using System.CommandLine;
using Storyprint.Commands.Releases;
using Storyprint.Newsroom.Releases;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;
using Storyprint.Tests.Serving;
using Storyprint.Tests.Storage.Releases;

namespace Storyprint.Tests.Commands;

public sealed class WithdrawCommandTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_withdrawal_that_was_done_ends_with_zero_and_one_that_was_refused_with_two()
    {
        using var small = await SmallInstallation.CreateAsync();
        var store = new ReleaseStore(small.Installation.Database, small.Installation.Log, TimeProvider.System);
        var code = Assert.IsType<ReleaseOutcome.Done>(await new PublishStory(store, TestPublication.Settings).RunAsync(
            TestActor.Editor, ReleaseFixture.Text("The ferry sails"), Slug.From("ferry"), null, null, Cancellation)).Code;
        Assert.Equal(2, await RunAsync(small, code, revision: 7));
        Assert.Equal(0, await RunAsync(small, code, revision: 1));
        Assert.Null(await small.Installation.Stores.Stories.FindAsync(code, Cancellation));
    }

    private static Task<int> RunAsync(SmallInstallation small, StoryCode code, int revision) =>
        new RootCommand { WithdrawCommand.Create() }.Parse(["withdraw", code.Digits, "--reason", "court-order", "--expected", $"{revision}", "--yes", "--data", small.Folder])
            .InvokeAsync(cancellationToken: Cancellation);
}
