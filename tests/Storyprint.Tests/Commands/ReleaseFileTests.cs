using Storyprint.Commands.Releases;
using Storyprint.Newsroom.Releases;
using Storyprint.Newsroom.Witnesses;
using Storyprint.Tests.Formats;

namespace Storyprint.Tests.Commands;

/// <summary>What <c>publish story.md</c> makes of a file: its link, its section, its pictures.</summary>
public sealed class ReleaseFileTests(TestPublication publication) : IClassFixture<TestPublication>, IDisposable
{
    private readonly TrialFolder folder = new();

    [Theory]
    [InlineData("new.md", "", "the-bridge-is-open-again")]
    [InlineData("2026-11-24-draft.md", "", "the-bridge-is-open-again")]
    [InlineData("new.md", "slug: bridge", "bridge")]
    public async Task The_link_is_made_from_the_headline(string file, string field, string slug)
    {
        var (story, problem) = await ReadAsync(file, $"---\ntitle: The bridge is open again\nsection: city\n{field}\n---\nWords.");
        Assert.True(story is not null, problem);
        Assert.Equal((slug, field.Length > 0), (story.Slug.Text, story.HasOwnSlug));
    }

    [Theory]
    [InlineData("city", "city", "City")]
    [InlineData("City", "city", "City")]
    [InlineData("شهر", "city", "City")]
    [InlineData("harbour & sea", "sea", "Harbour & Sea")]
    public async Task A_section_is_found_by_its_name_in_any_edition(string said, string slug, string name)
    {
        var (story, problem) = await ReadAsync("a.md", $"---\ntitle: A\nsection: {said}\n---\nWords.");
        Assert.True(story is not null, problem);
        Assert.Equal((slug, slug, name), (story.Content.Section, story.Section!.Slug, story.Section.Name));
    }

    [Theory]
    [InlineData("ctiy", "“City” (city)")]
    [InlineData("Agriculture", "There are: “City” (city), “Harbour & Sea” (sea)")]
    public async Task SectionOfRelease_asks_about_one_that_there_is_not(string said, string offered)
    {
        var text = $"---\ntitle: A\nsection: {said}\n---\nWords.";
        var (story, problem) = await ReadAsync("a.md", text);
        Assert.Null(story);
        Assert.Contains($"There is no section “{said}”", problem, StringComparison.Ordinal);
        Assert.Contains(offered, problem, StringComparison.Ordinal);
        Assert.Contains("--new-section", problem, StringComparison.Ordinal);
        Assert.NotNull((await ReadAsync("a.md", text, beginsSections: true)).Story);
        Assert.NotNull(await SectionOfRelease.QuestionAsync(
            publication.Installation.Stores.Terms, publication.Installation.Publication, (await ReadAsync("a.md", text, beginsSections: true)).Story!, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_file_that_shows_a_picture_which_is_not_there_is_not_released()
    {
        var (story, problem) = await ReadAsync("a.md", "---\ntitle: A\nsection: city\n---\nWords.\n\n![A boat](boat.jpg)");
        Assert.Null(story);
        Assert.Contains("boat.jpg", problem, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private async Task<(Storyprint.Formats.Imports.ImportedStory? Story, string Problem)> ReadAsync(string file, string text, bool beginsSections = false)
    {
        using var witnesses = new WitnessClient();
        using var session = new ReleaseSession(publication.Installation, witnesses) { BeginsSections = beginsSections };
        return await session.ReadAsync(folder.Write(file, text), null, TestContext.Current.CancellationToken);
    }
}
