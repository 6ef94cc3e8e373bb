using Storyprint.Newsroom.Imports;
using Storyprint.Storage.Integrity;
using Storyprint.Stories.Body;
using Storyprint.Stories.Codes;
using Storyprint.Tests.Engines;

namespace Storyprint.Tests.Promises;

/// <summary>A link between stories of one archive is stored by the code of the story that it leads to, in every format and in whatever order they come.</summary>
public class LinksLeadToTheStoriesTests : ImportPromise
{
    public sealed class OnPostgres : LinksLeadToTheStoriesTests, IOnPostgres;

    [Fact]
    public async Task Of_exports_forwards_and_backwards()
    {
        Folder.Write("export.xml", Export("https://old.example",
            Item(1, "first", """<p><a href="https://old.example/2021/second/#end">A</a> and <a href="http://www.old.example/?p=2">B</a> and <a href="https://old.example/about">C</a> and <a href="https://other.example/2021/second/">D</a></p>"""),
            Item(2, "second", """<p><a href="/2021/first/amp/">E</a></p>""")));
        var codes = await CodesAsync("export.xml");
        Assert.Equal([$"/news/{codes[1]}", $"/news/{codes[1]}", "https://old.example/about", "https://other.example/2021/second/"], await LinksAsync(codes[0]));
        Assert.Equal([$"/news/{codes[0]}"], await LinksAsync(codes[1]));
        await StandsAsync("export.xml");
    }

    [Fact]
    public async Task Of_Markdown_to_files_to_addresses_and_in_the_words_of_generators()
    {
        Folder.Write("site/a.md", "---\ntitle: A\ndate: 2021-05-03\n---\n[1](news/b.md) and [2](/news/b) and [3]({{< ref \"news/b.md\" >}}) and [4]({{< relref \"d.md#end\" >}}) and [5]({% post_url 2021-05-04-c %}) and [6]({% link news/b.md %}) and [7](/2021/05/04/c.html) and [8](/kept/) and [9](/en/about)");
        Folder.Write("site/news/b.md", "---\ntitle: B\ndate: 2021-05-03\n---\n[1](../a.md) and [2](b.md) and [3](none.md)");
        Folder.Write("site/_posts/2021-05-04-c.md", "---\ntitle: C\n---\nWords.");
        Folder.Write("site/d.md", "---\ntitle: D\ndate: 2021-05-03\ncode: 700303\naliases: [/kept]\n---\nWords.");
        var report = await ImportAsync("site");
        var code = report.Items.ToDictionary(line => line.Label, line => line.Code!);
        Assert.Equal(
            [$"/news/{code["B"]}", $"/news/{code["B"]}", $"/news/{code["B"]}", "/news/700303", $"/news/{code["C"]}", $"/news/{code["B"]}", $"/news/{code["C"]}", "/news/700303", "/en/about"],
            await LinksAsync(code["A"]));
        Assert.Equal([$"/news/{code["A"]}", $"/news/{code["B"]}"], await LinksAsync(code["B"]));
        Assert.Contains(report.Items.Single(line => line.Label == "B").Notes, note => note.Contains("none.md", StringComparison.Ordinal));
        await StandsAsync("site");
    }

    [Fact]
    public async Task Of_saved_pages()
    {
        Folder.Write("pages/a.html", Page("A", "<link rel=canonical href=https://old.example/a>", "<a href='b.html'>1</a> and <a href='https://old.example/b?x=1'>2</a> and <a href='/b'>3</a>"));
        Folder.Write("pages/b.html", Page("B", "<link rel=canonical href=https://old.example/b>", "<a href='a.html'>1</a> and <a href='https://old.example/none'>2</a>"));
        var codes = await CodesAsync("pages");
        Assert.Equal([$"/news/{codes[1]}", $"/news/{codes[1]}", $"/news/{codes[1]}"], await LinksAsync(codes[0]));
        Assert.Equal([$"/news/{codes[0]}", "https://old.example/none"], await LinksAsync(codes[1]));
        await StandsAsync("pages");
    }

    [Fact]
    public async Task A_folder_that_was_moved_changes_nothing_though_its_files_link_to_each_other()
    {
        Folder.Write("site/a.md", "---\ntitle: A\ndate: 2021-05-03\n---\n[1](b.md)");
        Folder.Write("site/b.md", "---\ntitle: B\ndate: 2021-05-03\n---\nWords.");
        var codes = await CodesAsync("site");
        Directory.Move(Path.Combine(Folder.Root, "site"), Path.Combine(Folder.Root, "moved"));
        Assert.All((await ImportAsync("moved")).Items, line => Assert.Equal(ImportOutcome.Unchanged, line.Outcome));
        Assert.Equal([$"/news/{codes[1]}"], await LinksAsync(codes[0]));
    }

    [Fact]
    public async Task A_link_to_what_did_not_come_in_is_named_and_led_when_it_comes()
    {
        Folder.Write("site/a.md", "---\ntitle: A\ndate: 2021-05-03\n---\n[1](b.md)");
        Folder.Write("site/b.md", "---\ntitle: [\n---\nWords.");
        var report = await ImportAsync("site");
        var first = report.Items.Single(line => line.Label == "A");
        Assert.Contains("A link leads to /b.md, which did not come in.", first.Notes);
        Folder.Write("site/b.md", "---\ntitle: B\ndate: 2021-05-03\n---\nWords.");
        var again = await ImportAsync("site");
        Assert.Equal(ImportOutcome.Unchanged, again.Items[0].Outcome);
        Assert.Equal([$"/news/{again.Items[1].Code}"], await LinksAsync(first.Code!));
    }

    [Fact]
    public async Task Two_sites_with_the_same_paths_are_not_mixed()
    {
        Folder.Write("one.xml", Export("https://one.example", Item(1, "first", "<p>Words.</p>", "https://one.example")));
        Folder.Write("two.xml", Export("https://two.example", Item(7, "second", """<p><a href="https://two.example/2021/first/">A</a></p>""", "https://two.example")));
        await ImportAsync("one.xml");
        Assert.Equal(["https://two.example/2021/first/"], await LinksAsync((await CodesAsync("two.xml"))[0]));
    }

    [Fact]
    public async Task A_changed_text_keeps_its_links_by_code()
    {
        Folder.Write("site/a.md", "---\ntitle: A\nsection: city\ndate: 2021-05-03\n---\nThe mayor's man said [so](b.md).");
        Folder.Write("site/b.md", "---\ntitle: B\nsection: city\ndate: 2021-05-03\n---\nWords.");
        var codes = await CodesAsync("site", "gazette");
        Folder.Write("site/a.md", "---\ntitle: A\nsection: city\ndate: 2021-05-03\n---\nThe mayor’s man said [so](b.md).");
        Assert.Equal(ImportOutcome.Revised, (await ImportAsync("site", "gazette")).Items[0].Outcome);
        Assert.Equal([$"/news/{codes[1]}"], await LinksAsync(codes[0]));
        await StandsAsync("site", "gazette");
    }

    private static string Item(int id, string name, string text, string site = "https://old.example") =>
        Post(id, name, text, also: $"<link>{site}/2021/{name}/</link><guid>{site}/?p={id}</guid><wp:post_name>{name}</wp:post_name>");

    private static string Page(string title, string head, string links) =>
        $"<html><head>{head}<meta property=article:published_time content=2021-05-03T08:00:00Z></head><body><h1>The story {title} of the ferry</h1><article><p>The ferry to the island left two hours late this morning because a rope had caught in its screw, and divers had to cut it free before the captain could cast off. {links}</p><p>Forty people waited on the quay in the rain, and a dog with them, until the captain came.</p></article></body></html>";

    private async Task<IReadOnlyList<string>> CodesAsync(string path, string? archive = null)
    {
        var report = await ImportAsync(path, archive);
        return [.. report.Items.Select(line => line.Code ?? throw new InvalidOperationException(string.Join(' ', line.Notes)))];
    }

    private async Task<IReadOnlyList<string>> LinksAsync(string code)
    {
        var story = (await Desk.Stories.FindAsync(StoryCode.FromDigits(code), Cancellation))!;
        return [.. story.Content.Body.SelectMany(block => block.RichTexts).SelectMany(text => text.Runs).Select(run => run.Link?.Address).OfType<string>()];
    }

    // The next run changes nothing, and what stands is what was sealed and what the import read.
    private async Task StandsAsync(string path, string? archive = null)
    {
        Assert.All((await ImportAsync(path, archive)).Items, line => Assert.Equal((line.Label, ImportOutcome.Unchanged), (line.Label, line.Outcome)));
        Assert.Empty(await new StoredDataCheck(Desk.Database, TestPublicationLog.Publisher).RunAsync(null, Cancellation));
        Assert.All((await ImportAsync(path, archive, isDryRun: true)).Items, line => Assert.Equal(ImportOutcome.Unchanged, line.Outcome));
    }
}
