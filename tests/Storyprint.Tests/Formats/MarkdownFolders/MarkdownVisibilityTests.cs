using Storyprint.Formats.Imports;
using Storyprint.Formats.MarkdownFolders;

namespace Storyprint.Tests.Formats.MarkdownFolders;

public sealed class MarkdownVisibilityTests
{
    [Theory]
    [InlineData("date: 2024-03-01", "2024-03-01")]
    [InlineData("date: 2024-03-01\npublishDate: 2024-05-01", "2024-03-01")]
    [InlineData("date: 2024-03-01\npublishDate: 2099-05-01", "2099-05-01")]
    [InlineData("created: 2024-02-01", "2024-01-31")]
    [InlineData("created: 2099-02-01\ndate: 2024-03-01", "2024-03-01")]
    [InlineData("published: 2024-03-02", "2024-03-02")]
    [InlineData("publish: 2024-03-02", "2024-03-02")]
    [InlineData("title: x", "2024-01-31")]
    public void The_first_date_is_shown_and_the_latest_decides(string fields, string day) =>
        Assert.Equal(day, $"{Read(fields).PublishedAt:yyyy-MM-dd}");

    [Theory]
    [InlineData("permalink: /a/", 0)]
    [InlineData("output: html_document", 0)]
    [InlineData("hidden: false\nprivate: no\nlisted: true", 0)]
    [InlineData("build: always", 0)]
    [InlineData("build:\n  list: local", 0)]
    [InlineData("hidden: sometimes", 1)]
    [InlineData("live: sometimes", 1)]
    [InlineData("build: never", 1)]
    [InlineData("_build:\n  render: link\n  list: false", 2)]
    [InlineData("expiryDate: {a: b}", 1)]
    [InlineData("protected: false", 0)]
    [InlineData("protected: true", 1)]
    public void Only_what_hides_a_page_speaks_against_it(string fields, int count) => Assert.Equal(count, Read($"date: 2024-03-01\n{fields}").Against.Count);

    [Fact]
    public void The_earliest_end_counts() => Assert.Equal(2024, Read("expires: 2026-01-01\nexpiryDate: 2024-01-01").ExpiresAt?.Year);

    [Theory]
    [InlineData("section: a\ncascade:\n  draft: true", "draft")]
    [InlineData("cascade:\n- _target: {path: /x/**}\n  visibility: private", "visibility")]
    public void A_folder_speaks_for_the_files_below_it(string fields, string name)
    {
        using var folder = new TrialFolder();
        folder.Write("content/a/_index.md", $"---\n{fields}\n---\n");
        var cascade = new HugoCascade(folder.Root);
        Assert.Equal([name], new Fields([]).With(cascade.For("content/a/b/c.md")).Unread.Append(name).Distinct());
        Assert.Empty(cascade.For("content/c.md"));
    }

    [Fact]
    public void The_nearest_folder_goes_before_those_above_and_the_file_before_all()
    {
        using var folder = new TrialFolder();
        folder.Write("a/_index.md", "---\ncascade: {visibility: private, author: Anna}\n---\n");
        folder.Write("a/b/_index.md", "---\ncascade: {visibility: members}\n---\n");
        var cascade = new HugoCascade(folder.Root);
        Assert.Equal("members", new Fields([]).With(cascade.For("a/b/c.md")).Text("visibility"));
        var own = Assert.IsType<FrontMatter.Known>(FrontMatter.Read("---\nvisibility: public\n---\n")).Fields.With(cascade.For("a/b/c.md"));
        Assert.Equal(("public", "Anna"), (own.Text("visibility"), own.Text("author")));
    }

    private static StatedVisibility Read(string fields) => MarkdownVisibility.Read(
        Assert.IsType<FrontMatter.Known>(FrontMatter.Read($"---\n{fields}\n---\n")).Fields, MarkdownFileName.Parse("_posts/2024-01-31-a.md", _ => false), Trial.English,
        Trial.Options with { Clock = new SetClock(new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero)) });
}
