using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Storyprint.Provenance.Names;
using Storyprint.Provenance.Seals;
using Storyprint.Provenance.Verification;
using Storyprint.Stories.Canonical;

namespace Storyprint.Verification.Pages;

/// <summary>
/// The pages that stand: about us, how we work, how to check. Nobody seals them, so they are held against the list of the interface's words, and the report names
/// what stands on them in the publication's own.
/// </summary>
internal sealed class CheckStandingPages(SiteCheckRequest request, InterfaceWords words, KeyList? keys, ReaderFindings readers, Findings findings)
{
    private const string HowToCheck = "how-to-check";
    private long read;

    /// <summary>Pages that were read.</summary>
    public long Read => read;

    public async Task RunAsync(CancellationToken cancellation)
    {
        foreach (var language in words.Editions)
        {
            foreach (var name in (string[])["about", "policies", HowToCheck])
            {
                var address = $"{language.Language}/{name}";
                try
                {
                    await RunAsync(language, name, address, cancellation);
                }
                catch (SourceUnreachableException unreachable)
                {
                    readers.AddUnread(address, unreachable);
                }
            }
        }
    }

    private async Task RunAsync(InterfaceLanguage language, string name, string address, CancellationToken cancellation)
    {
        if (await request.Site.ReadAsync(address, NewsPage.MaxLength, cancellation) is not { IsGone: false, IsTooLong: false } answer)
        {
            return;
        }

        using var page = new HtmlParser().ParseDocument(new MemoryStream(answer.Bytes));
        var lines = language.StandingPages?.GetValueOrDefault(name);
        if (name != HowToCheck && lines is null)
        {
            findings.Add(ReaderFindingKinds.InterfaceUnknown, address, "The list of the interface's words does not say what stands on this page.");
            return;
        }

        read++;
        if ((name == HowToCheck ? KeysProblem(page, language) : WordsProblem(page, language, name, lines!)) is { } problem)
        {
            await readers.AddAsync(ReaderFindingKinds.StandingPageDiffers, address, problem, null, cancellation);
            return;
        }

        page.QuerySelectorAll("main pre, main dl.keys dd").ToList().ForEach(element => element.Remove());
        if (RecordPage.Around(page, new PhraseBook(language.Book).AddWhole(lines ?? []), words.Origin, []) is { } around)
        {
            await readers.AddAsync(ReaderFindingKinds.WordsNotOurs, address, around, null, cancellation);
        }
    }

    // Every line in its order, and no other words.
    private static string? WordsProblem(IDocument page, InterfaceLanguage language, string name, IReadOnlyList<string> lines) =>
        page.QuerySelectorAll("article").ToList() is not [var article] || article.QuerySelectorAll(".body").ToList() is not [var body] ? "It has no text."
        : !language.Says(PageText.Of(article, "h1"), $"{name}.title") ? "Its title is another."
        : Words(PageText.Without(body, ".embed, .elsewhere")) is var said && Words(string.Join(' ', lines)) is var due && said.SequenceEqual(due) ? null
        : $"It says “{RecordPage.Short(string.Join(' ', said.Skip(said.Zip(due).TakeWhile(pair => pair.First == pair.Second).Count()).Take(8)))}” where the publication's list has other words.";

    private static string[] Words(string text) => CanonicalLine.Normalize(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private string? KeysProblem(IDocument page, InterfaceLanguage language)
    {
        var active = keys?.Keys.Where(key => key.Status == KeyStatus.Active).ToList() ?? [];
        var shown = page.QuerySelectorAll("dl.keys > div").ToList();
        var isKey = shown.Count == active.Count && shown.Zip(active).All(pair => PageText.IsSame(PageText.Of(pair.First, "dd"), pair.Second.Key.ToString())
            && language.Says(PageText.Of(pair.First, "dt"), pair.Second.Role == KeyRole.Log ? "check.key.log" : "check.key.seal"));
        if (keys is not null && !isKey)
        {
            return "It does not name the keys that the publisher's list has.";
        }

        string[] commands = [$"storyprint verify {words.Origin}", $"storyprint verify-seal LINK --key {active.LastOrDefault(key => key.Role == KeyRole.Seal)?.Key.ToString() ?? "VKEY"}", "storyprint verify ARCHIVE"];
        return keys is null || page.QuerySelectorAll("main pre").Select(PageText.Of).All(said => commands.Any(command => PageText.IsSame(said, command)))
            ? null
            : "It names a command that is another one.";
    }
}
