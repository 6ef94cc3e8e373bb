using Storyprint.Verification;

namespace Storyprint.Tests.Operations.Archive;

/// <summary>What readers see is held against what was sealed: words, notes and pictures that were replaced on a page are found.</summary>
public sealed class PageWordsTests : IAsyncLifetime
{
    private readonly TestPublication publication = new();

    public ValueTask InitializeAsync() => publication.InitializeAsync();

    public ValueTask DisposeAsync() => publication.DisposeAsync();

    [Theory]
    [InlineData("index.html", "<h1>", "<h1>Not ")]
    [InlineData("index.html", "<div class=\"body\">", "<div class=\"body\"><p>Mayor is a thief.</p>")]
    [InlineData("index.html", "</h1>", "</h1><p class=\"standfirst\">He did it.</p>")]
    [InlineData("index.html", "<div class=\"body\">", "<section class=\"corrections\"><div class=\"note\"><p><b>Today</b> Nothing was wrong.</p></div></section><div class=\"body\">")]
    [InlineData("index.html", "<div class=\"body\">", "<div class=\"notice\"><p>Mayor is a thief.</p></div><div class=\"body\">")]
    [InlineData("index.html", "<div class=\"body\">", "<div class=\"body\"><figure><img src=\"/media/0000/800.jpg\"></figure>")]
    [InlineData("index.html", "<ul><li>Books", "<ol><li value=\"7\">Books")]
    [InlineData("index.html", "<article", "<main")]
    [InlineData("print/index.html", "<div class=\"body\">", "<div class=\"body\"><p>Mayor is a thief.</p>")]
    public async Task Words_that_were_put_on_a_page_are_found(string file, string before, string after)
    {
        using var archive = new TestArchive(publication);
        await archive.RunAsync();
        Assert.Empty(await SaidOtherAsync(archive));
        var path = Path.Combine(archive.Folder, $"news/{publication.Library}/{file}");
        var page = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        Assert.Contains(before, page, StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, page.Replace(before, after, StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Assert.Single(await SaidOtherAsync(archive));
    }

    private static async Task<IReadOnlyList<Finding>> SaidOtherAsync(TestArchive archive)
    {
        var report = await SiteCheck.RunAsync(
            new SiteCheckRequest { Site = new SiteInFolder(archive.Folder), State = new StateFile(Path.Combine(archive.Folder, ".state.json")), IsFull = true }, TestContext.Current.CancellationToken);
        return [.. report.Findings.All.Where(finding => finding.Kind == FindingKinds.PageSaysOther)];
    }
}
