using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Storyprint.Provenance.Entries;
using Storyprint.Provenance.Verification;
using Storyprint.Stories.Canonical;
using Storyprint.Verification.Pages;

namespace Storyprint.Verification.Feeds;

/// <summary>The items of a feed held against the log: a story as it stands, one of its revisions, or a note on the corrections.</summary>
internal sealed class FeedWords(SealedStories stories, StoryHistory log, InterfaceWords words)
{
    // A pull quote repeats the text and is left out; so is the credit of a picture whose file never came.
    private static readonly HashSet<string> MayLack = ["quote", "quoted", "credit"];

    /// <summary>What is wrong with an item, in a sentence; null where nothing is, or where its text was found wanting already.</summary>
    public async Task<string?> ProblemAsync(FeedEntry entry, InterfaceLanguage language, CancellationToken cancellation)
    {
        if (!entry.Link.StartsWith($"{words.Origin}/", StringComparison.Ordinal) || StoryAddress.CodeOf(entry.Link[words.Origin.Length..]) is not { } code || log.Find(code) is not { } tail)
        {
            return $"It has an item that leads to no story of the log: “{Short(entry.Title)}”";
        }

        if (tail.WithdrawnAt is not null)
        {
            return $"It has an item of {code}, which was withdrawn.";
        }

        if (await stories.NewestAsync(code, cancellation) is not { } newest)
        {
            return null;
        }

        var named = StoryAddress.RevisionOf(entry.Link[words.Origin.Length..]);
        var shown = named is null || named == newest.Name ? newest : await stories.ReadAsync(code, named.Number, cancellation);
        if (shown is null || !IsIdOf(entry, code, named?.ToString()))
        {
            return shown is null ? $"It has an item of {named}, whose text cannot be read." : $"The identity of its item of {code} is another story's.";
        }

        var all = await stories.UpToAsync(newest, cancellation);
        var problem = entry.Link.Contains("#correction-", StringComparison.Ordinal)
            ? NoteInPublic.Ordinal(entry.Link) is { } ordinal && NoteInPublic.Of(newest, ordinal) is { } note ? OfNote(entry, newest, note, all, ordinal) : "It has a note that the story has not."
            : Compare(entry, shown, tail, isStory: named is null, language) ?? DatesProblem(entry, all);
        return (problem ?? Around(entry, shown, newest, language)) is { } found ? $"{shown.Name}: {found}" : null;
    }

    private bool IsIdOf(FeedEntry entry, string code, string? revision) => entry.Id.Split('#')[0] is var id
        && (id.Length == 0 || id == $"{words.Origin}/{revision ?? code}");

    private static string? DatesProblem(FeedEntry entry, IReadOnlyList<SealedRevision> all) =>
        entry.Dates?.All(new ReleaseTimes(all).Has) == true ? null : "Its dates are none of the story's.";

    private static string? OfNote(FeedEntry entry, SealedRevision newest, NoteInPublic note, IReadOnlyList<SealedRevision> all, int ordinal) =>
        !PageText.IsSame(entry.Summary, note.Text) || !Says(Parse(entry.Html), note.Text) ? "Its note is not the one that was sealed."
        : !Says(entry.Title, newest.Lines.Headline) ? "Its headline is not the one that was sealed."
        : entry.Dates is [var at, var changed] && new ReleaseTimes(all) is var times && times.IsOfNote(ordinal, at) && times.Has(changed) ? null
        : "Its dates are none of the note's.";

    private static string? Compare(FeedEntry entry, SealedRevision shown, StoryLogState tail, bool isStory, InterfaceLanguage language)
    {
        var headline = shown.Lines.Headline;
        if (isStory && !(!entry.IsLabelled ? Plain(entry.Title) == Plain(headline)
            : tail.Had(RevisionKind.Retraction) ? Says(entry.Title, language.Text("story.retracted")) && Says(entry.Title, headline)
            : shown.Notes > 0 ? Says(entry.Title, headline)
            : Plain(entry.Title) == Plain(headline)))
        {
            return $"Its headline is “{Short(entry.Title)}”; “{Short(headline)}” was sealed.";
        }

        if (isStory && entry.IsLabelled && !StoryLead.IsAtEndOf(Plain(entry.Summary), shown.Lines))
        {
            return "Its summary is not what was sealed.";
        }

        if (entry.Html.Length > 0 && !entry.Authors.Select(Plain).SequenceEqual(shown.Lines.Of("byline").Select(Plain)))
        {
            return "Its authors are not those that were sealed.";
        }

        if (entry.Pictures.Any(picture => !shown.Lines.Pictures.Any(hash => picture.Contains($"/media/{hash}/", StringComparison.Ordinal))))
        {
            return "Its picture is none of the story's.";
        }

        return entry.Html.Length == 0 ? null : Missing(Parse(entry.Html), shown.Lines) ?? OtherNumbers(entry.Html, shown.Lines);
    }

    private static string? OtherNumbers(string html, SealedLines lines)
    {
        using var page = new HtmlParser().ParseDocument($"<body>{html}</body>");
        return PageWords.NumbersOf(page.Body!).SequenceEqual(lines.ItemNumbers) ? null : "The numbers of its lists are not those that were sealed.";
    }

    private static string? Missing(string said, SealedLines lines)
    {
        var words = Exact(said);
        var at = 0;
        List<(string Tag, string Text)> inFeed = [.. lines.All.Where(line => line.Tag == "correction").Concat(lines.All.Where(line => line.Tag == "note")).Concat(lines.All.Where(line => SealedLines.IsInPageOrder(line.Tag) && line.Tag is not ("kicker" or "headline")))];
        foreach (var (index, (tag, line)) in inFeed.Index())
        {
            // What may lack is there only if it stands before what must come next: the same name may be said further on.
            var sought = Exact(line);
            var next = MayLack.Contains(tag) && inFeed.Skip(index + 1).FirstOrDefault(other => !MayLack.Contains(other.Tag)).Text is { } required ? WordSequence.IndexOf(words, Exact(required), at) : -1;
            if (WordSequence.IndexOf(words, sought, at) is >= 0 and var found && (next < 0 || found < next))
            {
                at = found + sought.Length;
            }
            else if (!MayLack.Contains(tag))
            {
                return $"It does not say “{Short(line)}” where that was sealed.";
            }
        }

        return null;
    }

    private string? Around(FeedEntry entry, SealedRevision shown, SealedRevision newest, InterfaceLanguage language)
    {
        var book = StoryPhrases.Of(language.Book, words.Origin, shown.Name == newest.Name ? [shown] : [shown, newest]);
        book.AddWhole(Uri.UnescapeDataString(entry.Link[words.Origin.Length..].Split('#')[0].Split('/').Skip(3).FirstOrDefault() ?? string.Empty));
        using var page = new HtmlParser().ParseDocument($"<body>{entry.Html}</body>");
        if (shown.Lines.IsFirstVersion)
        {
            // Version 1 of the canonical text does not contain them.
            book.AddWhole(StoryAddress.RevisionOf(entry.Link[words.Origin.Length..]) is null ? "" : entry.Title).AddWhole(entry.Categories).AddWhole(page.QuerySelectorAll("img").Select(image => image.GetAttribute("alt"))).AddWhole(page.QuerySelectorAll("p > a, p > strong").Select(PageText.Of));
        }

        // The address at the foot of an item is that of its story as it stands, whatever the end that is made for reading.
        if (page.QuerySelector("small a[href]")?.GetAttribute("href") is { } link && StoryAddress.CodeOf(link.StartsWith(words.Origin, StringComparison.Ordinal) ? link[words.Origin.Length..] : string.Empty) == shown.Name.Code)
        {
            book.AddWhole(Uri.UnescapeDataString(link.Split('/')[^1]));
        }

        foreach (var image in page.QuerySelectorAll("img"))
        {
            image.SetAttribute("src", image.GetAttribute("src")?.Replace(words.Origin, string.Empty, StringComparison.Ordinal) ?? string.Empty);
        }

        return ((string[])[entry.Title, entry.Summary, .. entry.Authors, .. entry.Categories]).Select(book.FirstForeign).FirstOrDefault(foreign => foreign is not null) is { } found
            ? $"It says “{Short(found)}”, which neither the story nor the interface says."
            : new PageInterface(book, words.Origin, hash => shown.Lines.AllFiles.Contains(hash)).Problem(page.DocumentElement);
    }

    private static string Parse(string html)
    {
        using var page = new HtmlParser().ParseDocument($"<body>{html}</body>");
        return PageText.Of(page.Body!);
    }

    private static bool Says(string text, string sought) => sought.Length > 0 && Plain(text).Contains(Plain(sought), StringComparison.Ordinal);

    // With their punctuation, which may turn a sentence round.
    private static string[] Exact(string text) => [.. Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word != "|")];

    // No XML holds control characters.
    private static string Plain(string text) => CanonicalLine.Normalize(string.Concat(text.Where(character => character is '\t' or '\n' or '\r' || !char.IsControl(character))));

    private static string Short(string text) => text.Length <= 60 ? text : text[..59] + "…";
}
