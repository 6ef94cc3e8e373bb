using System.Text.RegularExpressions;

namespace Storyprint.Tests.Operations.Archive;

/// <summary>The damages of what readers look up about a story, its history, comparisons and the pages of marks, and of the standing pages.</summary>
internal static partial class RecordDamage
{
    private const string History = "news/{corrected}/history/index.html";
    private const string PersianHistory = "news/{persian}/history/index.html";
    private const string Comparison = "news/{corrected}/compare/2-3/index.html";
    private const string PersianComparison = "news/{persian}/compare/1-2/index.html";
    private const string Scan = "{corrected}.2/index.html";

    public static IReadOnlyList<ReaderDamage> All { get; } =
    [
        // Histories.
        ReaderDamage.Edited("a headline over a history", "history-differs", History, "Library lift opens</a></h1>", "Library lift closes</a></h1>"),
        ReaderDamage.Edited("a headline in a history's title", "words-not-sealed", History, "<meta property=\"og:title\" content=\"", "<meta property=\"og:title\" content=\"Mayor is a thief "),
        Named("a named pair whose old word is another", "history-differs", History, "twelve", "eleven"),
        Named("a named pair whose new word is another", "history-differs", History, "sixteen", "sixty"),
        new("a named pair turned round", "history-differs", copy => EditNamed(copy, History, words => words.Replace("twelve", "-", StringComparison.Ordinal).Replace("sixteen", "twelve", StringComparison.Ordinal).Replace("-", "sixteen", StringComparison.Ordinal))),
        new("a named change in other words than the interface's", "history-differs", copy => EditNamed(copy, History, words => words.Replace("A number changed", "A lie was told", StringComparison.Ordinal))),
        new("a named change more", "history-differs", copy => EditNamed(copy, History, words => words.Replace("</ul>", "<li>A number changed: “\u2068one\u2069” became “\u2068two\u2069”.</li></ul>", StringComparison.Ordinal))),
        new("words between the named changes", "history-differs", copy => EditNamed(copy, History, words => words.Replace("</ul>", "Mayor is a thief</ul>", StringComparison.Ordinal))),
        Named("a Persian named pair", "history-differs", PersianHistory, "دوازده", "یازده"),
        new("another year of a revision, for programs and readers", "history-differs", copy => copy.Write(History, Year().Replace(copy.Read(History), match => $"{int.Parse(match.Value, null) - 1}"))),
        new("another date of a revision for readers alone", "history-differs", copy => copy.Write(History, DateInWords().Replace(copy.Read(History), match => $"{match.Groups[1]}1{match.Groups[2]}", 1))),
        new("when a story came into the system", "history-differs", copy => copy.Write("news/{library}/history/index.html", EnteredYear().Replace(copy.Read("news/{library}/history/index.html"), "$1 1999", 1))),
        ReaderDamage.Edited("a current revision called withdrawn", "history-differs", History, "<span class=\"now\">current<", "<span class=\"now\">Withdrawn<"),
        ReaderDamage.Edited("an older revision called current", "history-differs", History, "Corrected</span></h2>", "Corrected</span> <span class=\"now\">current</span></h2>"),
        ReaderDamage.Edited("a correction called an update", "history-differs", History, "<span class=\"kind\">Corrected<", "<span class=\"kind\">Updated<"),
        ReaderDamage.Edited("a retraction called an update", "history-differs", "news/{retracted}/history/index.html", "<span class=\"kind\">Retracted<", "<span class=\"kind\">Updated<"),
        ReaderDamage.Edited("an update called a retraction", "history-differs", "news/{updated}/history/index.html", "<span class=\"kind\">Updated<", "<span class=\"kind\">Retracted<"),
        ReaderDamage.Edited("a number of a revision", "history-differs", History, "Revision 3</span>", "Revision 4</span>"),
        ReaderDamage.Edited("another entry of the log", "history-differs", History, "Log entry ", "Log entry 9"),
        ReaderDamage.Edited("a note in a history", "history-differs", History, "The lift carries sixteen people", "The lift carries sixty people"),
        ReaderDamage.Edited("what was said, in a history", "history-differs", History, "<del>twelve</del>", "<del>eleven</del>"),
        ReaderDamage.Edited("what was new, in a history", "history-differs", History, "The first riders have come.", "The first riders have fallen."),
        ReaderDamage.Edited("a note of no revision", "history-differs", "news/{untouched}/history/index.html", "<p class=\"acts\">", "<p class=\"told\">It was wrong.</p><p class=\"acts\">"),
        new("a revision left out of a history", "history-differs", copy => copy.Write(History, SecondRevision().Replace(copy.Read(History), "", 1))),
        ReaderDamage.Edited("words added to a history", "words-not-sealed", History, "</ol>", "</ol><p>Mayor is a thief</p>"),
        ReaderDamage.Edited("a link to another story in a history", "history-differs", History, "/news/{corrected}.3\"", "/news/{untouched}.1\""),
        ReaderDamage.Edited("a link to another revision in a history", "history-differs", History, "/news/{corrected}.3\"", "/news/{corrected}.2\""),

        // Comparisons.
        ReaderDamage.Edited("a headline over a comparison", "comparison-differs", Comparison, "Library lift opens</a></h1>", "Library lift closes</a></h1>"),
        ReaderDamage.Edited("the old word of a comparison", "comparison-differs", Comparison, "twelve</del>", "eleven</del>"),
        ReaderDamage.Edited("the new word of a comparison", "comparison-differs", Comparison, "sixteen</ins>", "sixty</ins>"),
        ReaderDamage.Edited("a word that did not change", "comparison-differs", Comparison, "The roof is of copper", "The roof is not of copper"),
        ReaderDamage.Edited("words in a class that is heard only", "comparison-differs", Comparison, "The roof is of", "The <span class=\"sr\">Mayor</span> roof is of"),
        ReaderDamage.Edited("a kind of line", "comparison-differs", Comparison, "<p class=\"tag\">Headline<", "<p class=\"tag\">Quotation<"),
        ReaderDamage.Edited("a changed line called the same", "comparison-differs", Comparison, "<div class=\"line changed\"", "<div class=\"line added\""),
        new("a line left out of a comparison", "comparison-differs", copy => copy.Write(Comparison, Line().Replace(copy.Read(Comparison), "", 1))),
        new("another year of a compared revision", "comparison-differs", copy => copy.Write(Comparison, Year().Replace(copy.Read(Comparison), match => $"{int.Parse(match.Value, null) - 1}"))),
        ReaderDamage.Edited("a kind of a compared revision", "comparison-differs", Comparison, "<dd>Corrected", "<dd>Updated"),
        ReaderDamage.Edited("a note of a compared revision", "comparison-differs", Comparison, "It carries sixteen.</span>", "It carries sixty.</span>"),
        ReaderDamage.Edited("nothing is said to have changed", "comparison-differs", Comparison, "<p class=\"summary\"><strong>", "<p class=\"summary\"><strong>The words of these two revisions are the same. "),
        ReaderDamage.Edited("a comparison of other revisions", "comparison-differs", Comparison, ">Revision 2<", ">Revision 1<"),
        ReaderDamage.Edited("a link to another story in a comparison", "comparison-differs", Comparison, "href=\"/news/{corrected}.2\"", "href=\"/news/{untouched}.1\""),
        ReaderDamage.Edited("words added to a comparison", "words-not-sealed", Comparison, "<p class=\"legend\">", "<p class=\"legend\">Mayor is a thief "),
        ReaderDamage.Edited("a moved line of a comparison", "comparison-differs", "news/{corrected}/compare/1-2/index.html", "The new lift of the library", "The old lift of the library"),
        ReaderDamage.Edited("a comparison with the newest", "comparison-differs", "news/{corrected}/compare/1-5/index.html", "twelve</del>", "eleven</del>"),
        ReaderDamage.Edited("a Persian comparison", "comparison-differs", PersianComparison, "شانزده</ins>", "شصت</ins>"),

        // What a mark leads to.
        ReaderDamage.Edited("a headline that a mark leads to", "scan-differs", Scan, "<h1>Library lift opens", "<h1>Library lift closes"),
        ReaderDamage.Edited("the first words that a mark leads to", "scan-differs", Scan, "The doors opened at nine", "The doors opened at ten"),
        ReaderDamage.Edited("a kicker that a mark leads to", "scan-differs", "{pictured}.1/index.html", ">Doors<", ">Thieves<"),
        new("a corrected text called current", "scan-differs", copy => State(copy, Scan, "corrected", "Corrected since", "The story was corrected after your page was made.", "current", "Still current", "The text of this story has not changed since your page was made.")),
        new("a current text called retracted", "scan-differs", copy => State(copy, "{untouched}.1/index.html", "current", "Still current", "The text of this story has not changed since your page was made.", "retracted", "Retracted", "The newsroom no longer stands by this story.")),
        new("a retracted text called current", "scan-differs", copy => State(copy, "{retracted}.3/index.html", "retracted", "Retracted", "The newsroom no longer stands by this story.", "current", "Still current", "The text of this story has not changed since your page was made.")),
        ReaderDamage.Edited("a correction since, in other words", "scan-differs", Scan, "The lift carries sixteen people", "The lift carries sixty people"),
        new("a correction since left out", "scan-differs", copy => copy.Write(Scan, Notes().Replace(copy.Read(Scan), "", 1))),
        ReaderDamage.Edited("news since, in other words", "scan-differs", "{corrected}.1/index.html", "The first riders have come.", "The first riders have fallen."),
        new("another date of a print", "scan-differs", copy => copy.Write(Scan, Year().Replace(copy.Read(Scan), match => $"{int.Parse(match.Value, null) - 1}"))),
        ReaderDamage.Edited("another revision of a print", "scan-differs", Scan, "<dd>2</dd>", "<dd>3</dd>"),
        ReaderDamage.Edited("a link to another story from a mark", "scan-differs", Scan, "href=\"/news/{corrected}.2\"", "href=\"/news/{untouched}.1\""),
        ReaderDamage.Edited("words added where a mark leads", "words-not-sealed", Scan, "<p class=\"ask\">", "<p class=\"ask\">Mayor is a thief. "),
        ReaderDamage.Edited("a seal where there was none", "scan-differs", Scan, "</article>", "<section class=\"seal\"><h2>What the seal says</h2></section></article>"),
        ReaderDamage.Edited("a Persian headline that a mark leads to", "scan-differs", "{persian}.1/index.html", "<h1>آسانسور کتابخانه باز شد", "<h1>آسانسور کتابخانه بسته شد"),

        // Standing pages.
        ReaderDamage.Edited("words about us", "standing-page-differs", "en/about/index.html", "<div class=\"body\">", "<div class=\"body\"><p>Mayor is a thief</p>"),
        ReaderDamage.Edited("another contact", "standing-page-differs", "en/about/index.html", "Contact: editor@", "Contact: thief@"),
        ReaderDamage.Edited("how we work, in other words", "standing-page-differs", "fa/policies/index.html", "<div class=\"body\">", "<div class=\"body\"><p>شهردار دزد است</p>"),
        new("another key to check with", "standing-page-differs", copy => copy.Write("en/how-to-check/index.html", Key().Replace(copy.Read("en/how-to-check/index.html"), "$1 00000000", 1))),
        ReaderDamage.Edited("another command to check with", "standing-page-differs", "en/how-to-check/index.html", "<code>storyprint verify https://ledger.example<", "<code>storyprint verify https://evil.example<"),
        ReaderDamage.Edited("words on how to check", "words-not-sealed", "en/how-to-check/index.html", "<ul>", "<ul><li>Mayor is a thief</li>"),
    ];

    private static ReaderDamage Named(string name, string expected, string path, string before, string after) => new(name, expected, copy => EditNamed(copy, path, words =>
    {
        Assert.Contains(before, words, StringComparison.Ordinal);
        return words.Replace(before, after, StringComparison.Ordinal);
    }));

    private static void EditNamed(TestCopy copy, string path, Func<string, string> change)
    {
        var page = copy.Read(path);
        var list = Findings().Matches(page).Single(match => match.Value.Contains(path == PersianHistory ? "دوازده" : "twelve", StringComparison.Ordinal) && !match.Value.Contains("<li>A passage", StringComparison.Ordinal));
        var changed = change(list.Value);
        Assert.NotEqual(list.Value, changed);
        copy.Write(path, page[..list.Index] + changed + page[(list.Index + list.Length)..]);
    }

    private static void State(TestCopy copy, string path, string word, string title, string say, string otherWord, string otherTitle, string otherSay)
    {
        copy.Edit(path, $"class=\"state {word}\"", $"class=\"state {otherWord}\"");
        copy.Edit(path, $"<h2>{title}</h2>", $"<h2>{otherTitle}</h2>");
        copy.Edit(path, say, otherSay);
    }

    [GeneratedRegex("<ul class=\"findings\">.*?</ul>", RegexOptions.Singleline)]
    private static partial Regex Findings();

    [GeneratedRegex("<li class=\"correction\" id=\"revision-3\">.*?</li>\\s*(?=<li class=)", RegexOptions.Singleline)]
    private static partial Regex SecondRevision();

    [GeneratedRegex("<ul class=\"notes\">.*?</ul>", RegexOptions.Singleline)]
    private static partial Regex Notes();

    [GeneratedRegex("<div class=\"line same\">.*?</div>", RegexOptions.Singleline)]
    private static partial Regex Line();

    [GeneratedRegex("(Entered into this system on [^<]*?) 20[0-9]{2}")]
    private static partial Regex EnteredYear();

    [GeneratedRegex(@"(ledger\.example/log)(?:\+|&#x2B;)[0-9a-f]{8}")]
    private static partial Regex Key();

    [GeneratedRegex("20[23][0-9](?=-|, )")]
    private static partial Regex Year();

    [GeneratedRegex("(<time datetime=\"[^\"]*\">[^0-9<]*)([0-9])")]
    private static partial Regex DateInWords();
}
