using System.Net;
using Storyprint.Stories.Releases;
using Storyprint.Tests.Engines;

namespace Storyprint.Tests.Web.Corrections;

/// <summary>By itself, because its many notes push the others to the second page.</summary>
public class CorrectionPagesTests(StoriesInStates stories) : IClassFixture<StoriesInStates>
{
    public sealed class OnPostgres(StoriesInStates stories) : CorrectionPagesTests(stories), IOnPostgres;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Many_notes_are_paged_and_a_page_too_far_is_not_found()
    {
        var content = StoriesInStates.English("Paged", "One.");
        var code = await stories.PublishAsync(content);
        for (var number = 1; number <= 18; number++)
        {
            await stories.CorrectAsync(code, number, content, new NoteWords { Text = $"Paged note {number}.", Said = "a", Says = "b" });
        }

        var (first, second) = (await stories.ReadAsync("/en/corrections"), await stories.ReadAsync("/en/corrections/2"));
        Assert.Contains("Paged note 18.", first, StringComparison.Ordinal);
        Assert.Contains("rel=\"next\" href=\"/en/corrections/2\"", first, StringComparison.Ordinal);
        Assert.Contains("The lift carries sixteen people", second, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"next\"", second, StringComparison.Ordinal);
        using var beyond = await stories.Publication.Client.GetAsync("/en/corrections/3", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, beyond.StatusCode);
    }
}
