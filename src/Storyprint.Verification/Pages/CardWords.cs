using AngleSharp.Dom;
using Storyprint.Provenance.Entries;
using Storyprint.Provenance.Verification;

namespace Storyprint.Verification.Pages;

/// <summary>A story in a list, held against its newest revision: headline, kicker, standfirst, authors, picture, date, and what became of it.</summary>
internal sealed class CardWords(SealedStories stories, StoryHistory log, InterfaceWords words)
{
    /// <summary>What is wrong, in a sentence; null where nothing is, or where the story's text was found wanting already.</summary>
    public Task<string?> ProblemAsync(IElement card, InterfaceLanguage language, CancellationToken cancellation) => ProblemAsync(card, CodeOf(card), language, cancellation);

    /// <summary>The code of the story that a card is about, or null.</summary>
    public static string? CodeOf(IElement card) =>
        card.QuerySelectorAll("a[href]").Select(link => StoryAddress.CodeOf(link.GetAttribute("href")!)).FirstOrDefault(found => found is not null);

    private async Task<string?> ProblemAsync(IElement card, string? code, InterfaceLanguage language, CancellationToken cancellation)
    {
        if (code is null || log.Find(code) is not { } tail)
        {
            return $"It lists a story that the log does not have: “{Short(card.TextContent.Trim())}”";
        }

        if (tail.WithdrawnAt is not null)
        {
            return $"It lists {code}, which was withdrawn.";
        }

        if (card.QuerySelectorAll("a[href]").Any(link => StoryAddress.CodeOf(link.GetAttribute("href")!) != code))
        {
            return $"The links of {code} lead to different places.";
        }

        return await stories.NewestAsync(code, cancellation) is { } revision
            ? Compare(card, revision, tail, language) ?? await DateProblemAsync(card, language, revision, cancellation)
                ?? Named(code, new PageInterface(StoryPhrases.Of(language.Book, words.Origin, revision), words.Origin, hash => revision.Lines.AllFiles.Contains(hash)).Problem(card))
            : null;
    }

    private static string? Compare(IElement card, SealedRevision revision, StoryLogState tail, InterfaceLanguage language)
    {
        var code = revision.Name.Code;
        var (retracted, corrected) = (card.QuerySelector(".status.retracted") is not null, card.QuerySelector(".status.corrected") is not null);
        if (retracted != tail.Had(RevisionKind.Retraction) || (!retracted && corrected != revision.Notes > 0))
        {
            return $"It hides, or makes up, what became of {code}.";
        }

        var heading = (IElement)(card.QuerySelector("h1, h2, h3") ?? card).Clone(deep: true);
        heading.QuerySelectorAll(".status").ToList().ForEach(status => status.Remove());
        return Differs(PageText.Of(heading), revision, "headline") ? $"Its headline of {code} is “{Short(PageText.Of(heading))}”; “{Short(revision.Lines.Headline)}” was sealed."
            : card.QuerySelector(".kicker") is { } kicker && Differs(PageText.Of(kicker), revision, "kicker") ? $"The kicker of {code} is not the one that was sealed."
            : card.QuerySelector(".genre") is { } genre && !language.Says(PageText.Of(genre), $"story.label.{string.Concat(revision.Lines.Of("label"))}") ? $"The label of {code} is not the one that was sealed."
            : card.QuerySelector(".standfirst") is { } standfirst && !StoryLead.IsAtEndOf(PageText.Of(standfirst), revision.Lines) ? $"The standfirst of {code} is not the one that was sealed."
            : null;
    }

    private async Task<string?> DateProblemAsync(IElement card, InterfaceLanguage language, SealedRevision revision, CancellationToken cancellation)
    {
        foreach (var time in card.QuerySelectorAll("time"))
        {
            if (language.Dates.Read(time) is not { } at || !new ReleaseTimes(await stories.UpToAsync(revision, cancellation)).Has(at))
            {
                return $"The date of {revision.Name.Code} is none of the story's, or says another in words: {Short(time.TextContent)}";
            }
        }

        return null;
    }

    private static bool Differs(string said, SealedRevision revision, string tag) =>
        !PageText.IsSame(said, string.Join(' ', revision.Lines.Of(tag)));

    private static string? Named(string code, string? problem) => problem is null ? null : $"{code}: {problem}";

    private static string Short(string text) => text.Length <= 60 ? text : text[..59] + "…";
}
