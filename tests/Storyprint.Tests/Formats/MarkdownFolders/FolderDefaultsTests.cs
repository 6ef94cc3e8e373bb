using Storyprint.Formats.Imports;
using Storyprint.Formats.MarkdownFolders;
using Storyprint.Stories.Releases;

namespace Storyprint.Tests.Formats.MarkdownFolders;

/// <summary>What Jekyll's <c>_config.yml</c> (<see cref="JekyllConfig"/>) and Eleventy's data files (<see cref="EleventyData"/>) say of a story is read, or said.</summary>
public sealed class FolderDefaultsTests : IDisposable
{
    private const string Story = "---\ntitle: A\ndate: 2021-05-03\n---\nWords.";

    private readonly TrialFolder folder = new();

    [Theory]
    [InlineData("defaults:\n  - scope: {path: \"\"}\n    values: {published: false}", "news/a.md", StoryStatus.Draft)]
    [InlineData("defaults:\n  - scope: {path: news}\n    values: {published: false}", "news/a.md", StoryStatus.Draft)]
    [InlineData("defaults:\n  - scope: {path: new}\n    values: {published: false}", "news/a.md", StoryStatus.Published)]
    [InlineData("defaults:\n  - scope: {path: \"news/*.md\"}\n    values: {published: false}", "news/a.md", StoryStatus.Draft)]
    [InlineData("defaults:\n  - scope: {path: \"\", type: posts}\n    values: {published: false}", "_posts/2021-05-03-a.md", StoryStatus.Draft)]
    [InlineData("defaults:\n  - scope: {path: \"\", type: posts}\n    values: {published: false}", "news/a.md", StoryStatus.Published)]
    [InlineData("defaults:\n  - scope: {path: \"\"}\n    values: {published: false}\n  - scope: {path: news}\n    values: {published: true}", "news/a.md", StoryStatus.Published)]
    [InlineData("defaults:\n  - scope: {path: \"\"}\n    values: {date: 2199-01-01}", "news/a.md", StoryStatus.Published)]
    [InlineData("exclude: [news]", "news/a.md", StoryStatus.Draft)]
    [InlineData("exclude:\n  - news/*.md", "news/a.md", StoryStatus.Draft)]
    [InlineData("exclude: [other]", "news/a.md", StoryStatus.Published)]
    [InlineData("title: [", "news/a.md", StoryStatus.Published)]
    [InlineData("defaults: [", "news/a.md", StoryStatus.Draft)]
    public void JekyllConfig_is_read(string config, string path, StoryStatus status)
    {
        folder.Write("_config.yml", config);
        folder.Write(path, Story);
        Assert.Equal(status, new MarkdownImportReader(folder.Root, Trial.Options).Story().Status);
    }

    [Theory]
    [InlineData("news/news.json", """{ "published": false }""", StoryStatus.Draft)]
    [InlineData("news/news.11tydata.json", """{ "permalink": false }""", StoryStatus.Draft)]
    [InlineData("news/a.11tydata.json", """{ "draft": true }""", StoryStatus.Draft)]
    [InlineData("news/a.json", """{ "draft": true }""", StoryStatus.Draft)]
    [InlineData("news/b.json", """{ "draft": true }""", StoryStatus.Published)]
    [InlineData("news/news.json", """{ "eleventyExcludeFromCollections": true }""", StoryStatus.Draft)]
    [InlineData("news/news.json", """{ "layout": "post.njk", "tags": ["a"] }""", StoryStatus.Published)]
    [InlineData("news/news.json", """{ "draft": tru""", StoryStatus.Draft)]
    [InlineData("news/news.json", """{ "layout": """, StoryStatus.Published)]
    [InlineData("news/news.11tydata.js", "module.exports = { permalink: data => data.live ? data.page.fileSlug : false };", StoryStatus.Draft)]
    [InlineData("news/news.11tydata.cjs", "module.exports = { layout: 'post' };", StoryStatus.Published)]
    [InlineData(".eleventyignore", "# not these\nnews/", StoryStatus.Draft)]
    [InlineData(".eleventyignore", "notes/", StoryStatus.Published)]
    public void EleventyData_is_read_or_said(string path, string text, StoryStatus status)
    {
        folder.Write(path, text);
        folder.Write("news/a.md", Story);
        var story = new MarkdownImportReader(folder.Root, Trial.Options).Story();
        Assert.True(status == story.Status, string.Join(' ', story.ImportWarnings));
    }

    [Fact]
    public void A_date_and_an_author_of_the_folder_are_the_storys_where_it_has_none_and_its_own_go_first()
    {
        folder.Write("news/news.json", """{ "date": "2199-01-01", "author": "Anna Berg" }""");
        folder.Write("news/a.md", "---\ntitle: A\n---\nWords.");
        folder.Write("news/b.md", "---\ntitle: B\ndate: 2021-05-03\nauthor: Bert Ank\n---\nWords.");
        var stories = new MarkdownImportReader(folder.Root, Trial.Options).Items().OfType<ImportedStory>().ToList();
        Assert.Equal([StoryStatus.Scheduled, StoryStatus.Published], stories.Select(story => story.Status));
        Assert.Equal(["Anna Berg", "Bert Ank"], stories.SelectMany(story => story.Content.Bylines));
    }

    [Theory]
    [InlineData("news", "news/a.md", true)]
    [InlineData("/news/", "news/a.md", true)]
    [InlineData("news/a.md", "news/a.md", true)]
    [InlineData("new", "news/a.md", false)]
    [InlineData("news/*.md", "news/a.md", true)]
    [InlineData("**/a.md", "news/deep/a.md", true)]
    [InlineData("*.txt", "news/a.md", false)]
    [InlineData("", "news/a.md", false)]
    public void A_pattern_is_that_of_a_file_or_of_a_folder_above_it(string pattern, string relative, bool isAt) => Assert.Equal(isAt, JekyllConfig.IsAt(pattern, relative));

    public void Dispose() => folder.Dispose();
}
