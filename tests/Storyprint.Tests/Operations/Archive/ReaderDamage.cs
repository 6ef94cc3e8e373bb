using System.Text.RegularExpressions;
using Storyprint.Print.Marks;
using Storyprint.Provenance.Seals;
using Storyprint.Verification.Marks;

namespace Storyprint.Tests.Operations.Archive;

/// <summary>One way in which what readers see can differ from what was sealed, and what must be found.</summary>
internal sealed partial record ReaderDamage(string Name, string Expected, Action<TestCopy> Make)
{
    private const string Corrections = "en/corrections/index.html";
    private const string Page = "news/{corrected}/index.html";
    private const string Print = "news/{corrected}/print/index.html";

    public static IReadOnlyList<ReaderDamage> All => field ??= [.. OfPages, .. RecordDamage.All];

    private static IReadOnlyList<ReaderDamage> OfPages { get; } =
    [
        // Marks.
        new("another story's seal", "seal-wrong", copy => Draw(copy, "seal", SealOf(copy, "news/{untouched}/print/index.html"))),
        new("an older revision's seal", "seal-wrong", copy => Draw(copy, "seal", SealOf(copy, "news/{corrected}.2/print/index.html"))),
        new("a seal with one letter changed", "seal-wrong", copy => Draw(copy, "seal", Turned(SealOf(copy, Print)))),
        new("a seal whose link leads elsewhere", "seal-wrong", copy => Draw(copy, "seal", SealOf(copy, Print).Replace("ledger.example", "evil.example", StringComparison.Ordinal))),
        new("a seal that is no link of a seal", "seal-wrong", copy => Draw(copy, "seal", "https://ledger.example/s/1/A")),
        new("no seal", "seal-wrong", copy => copy.Write(Print, SealSvg().Replace(copy.Read(Print), ""))),
        new("a seal that cannot be read", "seal-wrong", copy => copy.Write(Print, PartOfSeal().Replace(copy.Read(Print), "$1"))),
        Edited("words as the number of a link", "words-not-sealed", "news/{library}/print/index.html", "<sup class=\"note\">", "<sup class=\"note\">Liar "),
        new("a link mark that leads to another revision", "seal-wrong", copy => Draw(copy, "qr", "https://ledger.example/1.1")),
        new("a link mark in the margin that leads elsewhere", "seal-wrong", copy => copy.Write(Print, MarginMark().Replace(copy.Read(Print), MarginMark().Match(copy.Read("news/{untouched}/print/index.html")).Value))),
        new("another story's mark as the file of a page", "seal-wrong", copy => File.Copy(copy.PathOf("news/{untouched}/qr.svg"), copy.PathOf("news/{corrected}.5/qr.svg"), overwrite: true)),
        new("an older print page with the newest seal", "seal-wrong", copy => Draw(copy, "seal", SealOf(copy, Print), "news/{corrected}.2/print/index.html")),

        // Print pages.
        new("a print page missing", "print-page-missing", copy => File.Delete(copy.PathOf(Print))),
        new("an older print page missing", "print-page-missing", copy => File.Delete(copy.PathOf("news/{corrected}.2/print/index.html"))),
        Edited("a line hidden on paper", "words-not-sealed", Print, "<p>Books", "<p hidden>Books"),
        Edited("a word changed on paper", "page-says-other", Print, "The roof is of", "The roof is not of"),
        Edited("a word changed on an older print page", "page-says-other", "news/{corrected}.2/print/index.html", " twelve ", " thirteen "),
        Edited("words in the margins of paper", "words-not-sealed", Print, "content:\"https", "content:\"Mayor is a thief https"),
        Edited("a rule that hides on paper", "words-not-sealed", Print, "<style>", "<style>h1{display:none}"),

        // The story page, printed as it is.
        new("a mark of the story page that leads elsewhere", "seal-wrong", copy => Draw(copy, "qr", "https://ledger.example/1.1", Page)),
        Edited("words in the margins of a story page", "words-not-sealed", Page, "content:\"https", "content:\"Mayor is a thief https"),
        Edited("a rule that hides on a story page", "words-not-sealed", Page, "<style media=\"print\">", "<style media=\"print\">h1{display:none}"),
        Edited("a style of a story page for screens", "words-not-sealed", Page, "<style media=\"print\">", "<style media=\"all\">"),
        Edited("words as the number of a link of a story page", "words-not-sealed", "news/{library}/index.html", "data-note=\"", "data-note=\"Liar "),
        Edited("words for paper alone", "words-not-sealed", Page, "<p class=\"scan\">", "<p class=\"scan\">Mayor is a thief. "),
        Edited("a paragraph on paper alone", "page-says-other", Page, "<p>Books", "<p class=\"onpaper\">Books"),
        Edited("a link on paper alone", "words-not-sealed", "news/{library}/index.html", "<ol class=\"latin\">", "<ol class=\"latin\"><li><bdi>https://evil.example</bdi></li>"),

        // Older revisions.
        Edited("a word changed in an older revision", "page-says-other", "news/{corrected}.2/index.html", "twelve people", "thirteen people"),
        new("an older revision missing", "page-missing", copy => File.Delete(copy.PathOf("news/{corrected}.2/index.html"))),
        Edited("an older revision that looks like the newest", "status-differs", "news/{corrected}.2/index.html", "<div class=\"notice\">", "<div class=\"acts\">", "page-says-other"),

        // Corrections.
        Edited("another word in a note", "corrections-differ", Corrections, "The lift carries sixteen", "The lift carries sixty"),
        Edited("a correction that is called a retraction", "corrections-differ", Corrections, ">Correction</span>", ">Retraction</span>"),
        Edited("another headline over a note", "corrections-differ", Corrections, ">Library lift opens</a></h2>", ">Library lift closes</a></h2>"),
        Edited("another word for what was said", "corrections-differ", Corrections, "<del>twelve</del>", "<del>eleven</del>"),
        Edited("another finder", "corrections-differ", Corrections, "A. Reader", "A. Mayor"),
        new("another year of a note, for programs and readers", "corrections-differ", copy => copy.Write(Corrections, Year().Replace(copy.Read(Corrections), match => $"{int.Parse(match.Value, null) - 1}"))),
        new("another date of a note for readers alone", "corrections-differ", copy => copy.Write(Corrections, DateInWords().Replace(copy.Read(Corrections), match => $"{match.Groups[1]}1{match.Groups[2]}"))),
        new("a note missing", "corrections-differ", copy => copy.Write(Corrections, FirstNote().Replace(copy.Read(Corrections), "", 1))),
        new("a note twice", "corrections-differ", copy => copy.Write(Corrections, FirstNote().Replace(copy.Read(Corrections), match => match.Value + match.Value, 1))),
        new("the corrections page missing", "corrections-differ", copy => File.Delete(copy.PathOf(Corrections))),
        Edited("a Persian note changed", "corrections-differ", "fa/corrections/index.html", "شانزده نفر است", "شصت نفر است"),

        // Lists.
        Edited("a headline on the front page", "list-says-other", "index.html", "Owl counted", "Owl shot"),
        Edited("one sign of a headline", "list-says-other", "index.html", "Owl counted", "Owl counted?"),
        Edited("a kicker on the front page", "list-says-other", "index.html", ">Doors<", ">Thieves<"),
        Edited("a standfirst in a list", "list-says-other", "index.html", "A door was painted.", "A door was broken."),
        Edited("an author in a list", "list-says-other", "index.html", "Maud Ferrier", "Maud Thief"),
        Edited("a retraction hidden in a list", "list-says-other", "en/section/city/index.html", "<span class=\"status retracted\">Retracted</span>", ""),
        Edited("a correction hidden in a list", "list-says-other", "en/section/city/index.html", "<span class=\"status corrected\">Corrected</span> · ", ""),
        Edited("a headline in a section", "list-says-other", "en/section/city/index.html", "Tide rises", "Tide falls"),
        Edited("a headline in a topic", "list-says-other", "en/topic/harbour-street/index.html", "Door seen", "Door stolen"),
        Edited("a headline in an author's list", "list-says-other", "en/byline/maud-ferrier/index.html", "Door seen", "Door stolen"),
        Edited("a headline of a day", "list-says-other", "en/archive/2024/03/05/index.html", "Library opens its doors", "Library closes its doors"),
        Edited("a Persian headline", "list-says-other", "fa/index.html", "آسانسور کتابخانه باز شد", "آسانسور کتابخانه بسته شد"),
        Edited("a headline among related stories", "list-says-other", "news/{pictured}/index.html", ">Gate seen</a>", ">Gate stolen</a>"),
        Edited("a story in a list that never was", "list-says-other", "index.html", "/news/{untouched}/", "/news/99999999/"),
        Edited("words between the stories of a list", "words-not-sealed", "en/section/city/index.html", "<div class=\"cards", "<p>Mayor is a thief</p><div class=\"cards"),

        // Feeds.
        Edited("a headline in RSS", "feed-says-other", "en/feed.rss", "<title>Owl counted", "<title>Owl shot"),
        Edited("a text in RSS", "feed-says-other", "en/feed.rss", "One owl.", "Two owls."),
        Edited("a date in RSS", "feed-says-other", "en/feed.rss", "<atom:updated>20", "<atom:updated>21"),
        Edited("a link in RSS", "feed-says-other", "en/feed.rss", "<link>https://ledger.example/news/{untouched}", "<link>https://ledger.example/news/{updated}"),
        Edited("a headline in Atom", "feed-says-other", "en/feed.atom", "<title>Owl counted", "<title>Owl shot"),
        Edited("a summary in Atom", "feed-says-other", "en/feed.atom", "<summary>A door was painted.", "<summary>A door was broken."),
        Edited("words more in Atom's text", "feed-says-other", "en/feed.atom", "One owl.", "One owl. Mayor is a thief."),
        Edited("a headline in JSON Feed", "feed-says-other", "en/feed.json", "\"title\": \"Owl counted", "\"title\": \"Owl shot"),
        Edited("an author in JSON Feed", "feed-says-other", "en/feed.json", "\"Maud Ferrier\"", "\"Maud Thief\""),
        Edited("a picture in JSON Feed", "feed-says-other", "en/feed.json", "\"image\": \"https://ledger.example/media/{picture}", "\"image\": \"https://ledger.example/media/0000"),
        Edited("a retraction hidden in a feed", "feed-says-other", "en/feed.rss", "<title>Retracted: Survey", "<title>Survey"),
        Edited("the name of a feed", "feed-says-other", "en/feed.rss", "<title>The Test Ledger", "<title>The Test Liar"),
        Edited("a section's feed", "feed-says-other", "en/section/city/feed.atom", "Tide rises", "Tide falls"),
        Edited("a story's feed", "feed-says-other", "news/{updated}/feed.rss", "three metres", "thirty metres"),
        Edited("the corrections' feed", "feed-says-other", "en/corrections/feed.atom", "<summary>Fifty, not forty", "<summary>Sixty, not forty"),
        Edited("the news sitemap", "feed-says-other", "sitemap-news.xml", "Evening ferry", "Morning ferry"),
        Edited("a Persian feed", "feed-says-other", "fa/feed.json", "شانزده نفر را", "شصت نفر را"),

        // Pictures.
        new("another picture as the original", "picture-differs", copy => File.WriteAllBytes(copy.PathOf("media/{picture}/original"), [1, 2, 3])),

        // Words hidden in the interface.
        Edited("words in the menu", "words-not-sealed", Page, "</nav>", "Mayor is a thief</nav>"),
        Edited("words in the foot", "words-not-sealed", Page, "</footer>", "<p>Mayor is a thief</p></footer>"),
        Edited("words in an aside", "words-not-sealed", Page, "</aside>", "<p>Mayor is a thief</p></aside>"),
        Edited("words in a title attribute", "words-not-sealed", Page, "<h1>", "<h1 title=\"Mayor is a thief\">"),
        Edited("words in an aria-label", "words-not-sealed", Page, "<nav class=\"sections\" aria-label=\"Sections", "<nav class=\"sections\" aria-label=\"Sections. Mayor is a thief"),
        Edited("words in the description of a picture", "words-not-sealed", "news/{pictured}/index.html", "alt=\"A green door", "alt=\"A stolen door"),
        Edited("words in the title of the page", "words-not-sealed", Page, "<title>", "<title>Mayor is a thief "),
        Edited("words for networks", "words-not-sealed", Page, "<meta property=\"og:title\" content=\"", "<meta property=\"og:title\" content=\"Mayor is a thief "),
        Edited("words for search engines", "words-not-sealed", Page, "<meta name=\"description\" content=\"", "<meta name=\"description\" content=\"Mayor is a thief "),
        Edited("words for programs", "words-not-sealed", Page, "\"headline\":\"Library lift opens", "\"headline\":\"Library lift closes"),
        Edited("words in a style", "words-not-sealed", Page, "</head>", "<style>h1::after{content:\"Mayor is a thief\"}</style></head>"),
        Edited("an inline style", "words-not-sealed", Page, "<h1>", "<h1 style=\"display:none\">"),
        Edited("a script", "words-not-sealed", Page, "</head>", "<script>document.title='x'</script></head>"),
        Edited("an event handler", "words-not-sealed", Page, "<h1>", "<h1 onclick=\"x()\">"),
        Edited("a frame", "words-not-sealed", Page, "</footer>", "<iframe src=\"/x\"></iframe></footer>"),
        Edited("a foreign picture in the foot", "words-not-sealed", Page, "</footer>", "<img src=\"/evil.png\" alt=\"\"></footer>"),
        Edited("a foreign style sheet", "words-not-sealed", Page, "</head>", "<link rel=\"stylesheet\" href=\"/evil.css\"></head>"),
        Edited("words heard only", "words-not-sealed", Page, "<h1>", "<h1><span class=\"sr\">Mayor is a thief: </span>"),
        Edited("another date in a story's head", "words-not-sealed", Page, "<time datetime=\"20", "<time datetime=\"21"),
        Edited("words in a label of the button", "words-not-sealed", Page, "data-done=\"Copied", "data-done=\"Mayor is a thief"),
        Edited("words in a Persian menu", "words-not-sealed", "news/{persian}/index.html", "</nav>", "شهردار دزد است</nav>"),
        Edited("words at the foot of the front page", "words-not-sealed", "index.html", "</footer>", "<p>Mayor is a thief</p></footer>"),
        Edited("words on the corrections page", "words-not-sealed", Corrections, "</header>", "<p>Mayor is a thief</p></header>"),
        Edited("words in the archive's calendar", "words-not-sealed", "en/archive/index.html", "</main>", "<p>Mayor is a thief</p></main>"),
        Edited("words on paper beside the mark", "words-not-sealed", Print, "<p class=\"scan\">", "<p class=\"scan\">Mayor is a thief. "),
        Edited("words in the interface's own label on paper", "words-not-sealed", Print, "aria-label=\"", "aria-label=\"Mayor is a thief. "),
        Edited("an update's note changed", "page-says-other", "news/{updated}/index.html", "The tide has risen to three metres.", "The tide has fallen to one metre."),
        Edited("a topic changed", "page-says-other", "news/{pictured}/index.html", "rel=\"tag\">Harbour Street", "rel=\"tag\">Crime"),
    ];

    /// <summary>What is found besides, because the damage is seen from two sides.</summary>
    public string[] Also { get; init; } = [];

    internal static ReaderDamage Edited(string name, string expected, string path, string before, string after, params string[] also) =>
        new(name, expected, copy => copy.Edit(path, before, after)) { Also = also };

    private static string SealOf(TestCopy copy, string path) =>
        Assert.IsType<string>(SealSvg().Match(copy.Read(path)) is { Success: true } svg ? DrawnMark.Read(svg.Groups[1].Value, svg.Groups[2].Value) : null);

    // The first letter of the signature, which makes it another one.
    private static string Turned(string link)
    {
        var turned = link[..^40] + (link[^40] == 'A' ? 'B' : 'A') + link[^39..];
        Assert.True(SealLink.TryParse(turned, out _));
        return turned;
    }

    private static void Draw(TestCopy copy, string mark, string payload, string path = Print)
    {
        var symbol = mark == "seal" ? SealMark.Create(payload) : QrSymbol.Create(payload, QrErrorCorrection.Q);
        var shape = new Regex($"<svg class=\"{mark}\" viewBox=\"[^\"]*\"(.*?)<path d=\"[^\"]*\"/>");
        Assert.Matches(shape, copy.Read(path));
        copy.Write(path, shape.Replace(copy.Read(path), match => $"<svg class=\"{mark}\" viewBox=\"0 0 {symbol.Size} {symbol.Size}\"{match.Groups[1]}<path d=\"{symbol.Path()}\"/>", 1));
    }

    [GeneratedRegex("<svg class=\"seal\" viewBox=\"([^\"]*)\".*?<path d=\"([^\"]*)\"/></svg>")]
    private static partial Regex SealSvg();

    [GeneratedRegex("(<svg class=\"seal\".*?<path d=\")(?:M[0-9h v-]+z){40}")]
    private static partial Regex PartOfSeal();

    [GeneratedRegex("url\\(data:[^)]*\\)")]
    private static partial Regex MarginMark();

    [GeneratedRegex("<li class=\"(?:correction|retraction)\">.*?</li>", RegexOptions.Singleline)]
    private static partial Regex FirstNote();

    [GeneratedRegex("20[23][0-9](?=-|, )")]
    private static partial Regex Year();

    [GeneratedRegex("(<time datetime=\"[^\"]*\">)([0-9])")]
    private static partial Regex DateInWords();

    public override string ToString() => Name;
}
