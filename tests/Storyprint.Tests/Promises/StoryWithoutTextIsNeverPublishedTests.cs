using Storyprint.Newsroom.Imports;
using Storyprint.Stories.Releases;
using Storyprint.Tests.Engines;

namespace Storyprint.Tests.Promises;

/// <summary>A story without a text, or with one that nobody can vouch for, is never published by an import.</summary>
public class StoryWithoutTextIsNeverPublishedTests : ImportPromise
{
    public sealed class OnPostgres : StoryWithoutTextIsNeverPublishedTests, IOnPostgres;

    private const string Lead = "The ferry to the island left two hours late this morning because a rope had caught in its screw, and divers had to cut it free before the captain could cast off again with forty people waiting on the quay in the rain.";
    private const string Top = "<meta property=article:published_time content=2024-03-01T08:00:00Z><h1>Ferry is late today</h1>";
    private const string Menu = "<div><a href=/1>Harbour and boats</a> <a href=/2>Weather and tides</a> <a href=/3>Town council</a> <a href=/4>Letters of our readers</a> <a href=/5>About this newspaper</a></div>";

    [Theory]
    [InlineData("page.html", Top)]
    [InlineData("page.html", Top + "<div itemprop=articleBody></div>")]
    [InlineData("page.html", Top + "<img src=https://old.example/a.jpg>")]
    [InlineData("page.html", Top + "<script>var text = 'The ferry left two hours late';</script>")]
    [InlineData("page.html", Top + "<form><input name=q><button>Search</button></form>")]
    [InlineData("page.html", Top + "<div class=related><a href=/2>Another story</a></div>")]
    [InlineData("page.txt", "Ferry is late today\n2024-03-01 08:00\nStory Code: 1125546")]
    [InlineData("page.txt", "Ferry is late today\n2024-03-01 08:00\n--\n***\nPrint")]
    [InlineData("site/a.md", "---\ntitle: Ferry is late today\ndate: 2024-03-01\n---\n")]
    [InlineData("site/a.md", "---\ntitle: Ferry is late today\ndate: 2024-03-01\n---\n<!-- words to come -->\n\n***\n")]
    [InlineData("site/a.md", "---\ntitle: Ferry is late today\ndate: 2024-03-01\ndescription: A summary.\nimage: https://old.example/a.jpg\n---\n")]
    public async Task Without_a_text_it_is_a_draft_and_says_why(string path, string text)
    {
        Folder.Write(path, text);
        await DraftAsync(path.Split('/')[0], "It has no text and came as a draft.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("<p> </p>")]
    [InlineData("<!-- wp:spacer --><div class='wp-block-spacer'></div><!-- /wp:spacer -->")]
    [InlineData("<!-- wp:image --><figure class='wp-block-image'><img src='https://old.example/a.jpg' alt='A ferry'/></figure><!-- /wp:image -->")]
    public async Task A_post_without_a_text_is_a_draft_and_says_why(string text)
    {
        Folder.Write("export.xml", Export("https://old.example", Post(1, "Ferry is late", text)));
        await DraftAsync("export.xml", "It has no text and came as a draft.");
    }

    [Theory]
    [InlineData("<form action=x><input name=q><div itemprop=articleBody><div>{0}</div><div>{0}</div></div></form>")]
    [InlineData("<form id=form1><input type=hidden name=__VIEWSTATE value=x><div class=LongDesc><div>{0}</div><div>{0}</div></div></form>")]
    [InlineData("<form id=aspnetForm><table><tr><td>{0}<br><br>{0}</td></tr></table></form>")]
    [InlineData("<form>{0}<br>{0}</form>")]
    [InlineData("<div class=related><div itemprop=articleBody><p>{0}</p><p>{0}</p></div></div>")]
    [InlineData("<div class=related><p>{0}</p><p>{0}</p></div>")]
    [InlineData("<aside><div class=entry-content><p>{0}</p><p>{0}</p></div></aside>")]
    [InlineData("<div class='share related'><article><div class=article-body>{0}<br><br>{0}</div></article></div>")]
    public async Task A_text_in_an_unlikely_element_is_found(string page)
    {
        Folder.Write("page.html", Top + Menu + string.Format(null, page, Lead));
        var line = await ImportOneAsync("page.html");
        var shown = await ShownAsync(line.Code!);
        Assert.Equal(2, shown.Split(Lead).Length - 1);
        Assert.DoesNotContain("Letters of our readers", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Menu + Menu, "mostly links")]
    [InlineData("<ul><li>Home</li><li>Harbour</li><li>Weather</li><li>Town council</li><li>Letters</li><li>About us</li><li>Contact</li></ul>", "mostly short lines")]
    [InlineData("<div class=article-body><p>Read the whole story with a subscription, from two crowns a week, and support the only newspaper of the islands, its two reporters, its one photographer and its dog. It costs less than a loaf of rye bread, and it keeps longer.</p></div><div><p>{0}</p></div><div><p>{0}</p></div><div><p>{0}</p></div><div><p>{0}</p></div>", "stands beside the part")]
    public async Task What_looks_like_the_furniture_of_a_page_is_a_draft(string page, string reason)
    {
        Folder.Write("page.html", Top + string.Format(null, page, Lead));
        await DraftAsync("page.html", reason);
    }

    [Fact]
    public async Task A_menu_that_was_saved_as_text_is_a_draft()
    {
        Folder.Write("page.txt", "Ferry is late today\n2024-03-01 08:00\nHome\nHarbour\nWeather\nTown council\nLetters of our readers\nAbout us\nContact");
        await DraftAsync("page.txt", "mostly short lines");
    }

    [Theory]
    [InlineData("page.html", Top + "<p>Rye bread from six.</p>")]
    [InlineData("page.html", Top + "<p>Rye bread from <a href=/x>six</a>.</p><table><tr><td>1</td><td>Anna</td></tr><tr><td>2</td><td>Bert</td></tr><tr><td>3</td><td>Cid</td></tr></table>")]
    [InlineData("page.html", Top + "<blockquote>We sail at nine</blockquote>")]
    [InlineData("page.txt", "لنج دیر رسید\n۱۱ اسفند ۱۴۰۲ - ۰۶:۵۵\nلنج دو ساعت دیر رسید.")]
    public async Task A_short_text_is_a_text(string path, string text)
    {
        Folder.Write(path, text);
        await ImportOneAsync(path);
        Assert.Equal(StoryStatus.Published, (await StoriesAsync()).Single().Status);
    }

    private async Task DraftAsync(string path, string reason)
    {
        var line = await ImportOneAsync(path);
        Assert.Equal(ImportOutcome.ImportedWithWarnings, line.Outcome);
        Assert.Contains(line.Notes, note => note.Contains(reason, StringComparison.Ordinal));
        Assert.Equal((StoryStatus.Draft, 0), (await StoriesAsync()).Select(story => (story.Status, story.Revision)).Single());
    }
}
