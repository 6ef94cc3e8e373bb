using Storyprint.Provenance.Names;
using Storyprint.Storage.Log;
using Storyprint.Storage.Matching;
using Storyprint.Storage.Search;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions;
using Storyprint.Text.Matching;

namespace Storyprint.Checking;

/// <summary>
/// Finds the stories that a copy is from. What it names settles the story; otherwise its fingerprints do. Then each part is attributed to the revision that it
/// follows most closely. Nothing of the copy is kept.
/// </summary>
public sealed class CheckCopy(FingerprintIndex fingerprints, StoryStore stories, SearchIndex search, KeyStore keys, IShownPages? pages = null)
{
    // Revisions of each story that are looked at first, and of the story that it is.
    private const int FirstRevisions = 8;
    private const int AllRevisions = 200;

    private const int MaxParts = 5;
    private const int MaxMentions = 5;

    /// <param name="expected">The story that the copy is said to be of; null where nothing is said.</param>
    public async Task<CopyAnswer> RunAsync(CopyInput input, Publication publication, StoryCode? expected = null, CancellationToken cancellation = default)
    {
        var copy = new CopyText(input.Text) { IsRecognised = input.Read?.IsRecognised == true };
        var named = await NamedAsync(input.Naming, publication, expected, cancellation);
        var examination = new Examination([.. named.Where(each => each.Story is not null)]);
        await ExamineAsync(copy, examination, cancellation);
        var answer = new CopyAnswer { Verdict = CopyVerdict.NotFound, Named = named, Hidden = input.Hidden, Read = input.Read, Parts = examination.Parts, Stretches = examination.Stretches };
        return examination.Parts.Count > 0 ? answer with { Verdict = NearestRevision.VerdictOf(examination.Parts, input) }
            : named.Any(each => each.IsWithdrawn) ? answer with { Verdict = CopyVerdict.Withdrawn }
            : NearestRevision.IsTooShort(copy) ? answer with { Verdict = CopyVerdict.TooShort, Mentions = await MentionsAsync(input.Text, publication, cancellation) }
            : answer;
    }

    // What is not of the story found is examined by itself: it may be of another.
    private async Task ExamineAsync(CopyText copy, Examination examination, CancellationToken cancellation)
    {
        if (NearestRevision.IsTooShort(copy) || examination.Parts.Count >= MaxParts || await NearestAsync(copy, examination.Named, cancellation) is not { } part)
        {
            examination.Stretches.Add(new CopyStretch(new CopySection.Foreign(0, copy.Words.Count, copy.Text.Trim()), null));
            return;
        }

        examination.Parts.Add(part);
        foreach (var section in part.Comparison.Sections)
        {
            if (section is CopySection.Foreign foreign)
            {
                await ExamineAsync(new CopyText(foreign.Text) { IsRecognised = copy.IsRecognised }, examination, cancellation);
            }
            else
            {
                examination.Stretches.Add(new CopyStretch(section, part));
            }
        }
    }

    private async Task<CopyPart?> NearestAsync(CopyText copy, IReadOnlyList<NamedStory> named, CancellationToken cancellation)
    {
        var found = await fingerprints.FindAsync([.. Fingerprints.Selected(Shingle.Of(copy.Words)).Select(shingle => shingle.Hash)], cancellation);
        var candidates = new List<Candidate>();
        foreach (var code in named.Select(each => each.Code).Concat(found).Distinct())
        {
            candidates.AddRange((await stories.RevisionsAsync(code, FirstRevisions, cancellation)).Select(story => Candidate.Of(story, named)));
        }

        var ranked = NearestRevision.Ranked(copy, candidates);
        if (ranked.Count > 0 && candidates.Count(candidate => candidate.Story.Code == ranked[0].Candidate.Story.Code) == FirstRevisions)
        {
            var code = ranked[0].Candidate.Story.Code;
            var all = (await stories.RevisionsAsync(code, AllRevisions, cancellation)).Select(story => Candidate.Of(story, named));
            ranked = NearestRevision.Ranked(copy, [.. candidates.Where(candidate => candidate.Story.Code != code), .. all]);
        }

        var nearest = NearestRevision.Of(copy, ranked);
        if (nearest is null || pages is null)
        {
            return nearest;
        }

        // Where a page names the revision that it shows, that one is tried too.
        var part = await AsShownAsync(copy, nearest, pages, cancellation);
        var exact = ranked.Where(each => each.Candidate.IsExact && each.Candidate.Story.Code == part.Revision.Code && each.Candidate.Story.Number != part.Revision.Number).Take(1).ToList();
        var revised = NearestRevision.Of(copy, exact) is { } other ? await AsShownAsync(copy, other, pages, cancellation) : part;
        return Weight(revised.Comparison).CompareTo(Weight(part.Comparison)) < 0 ? revised : part;
    }

    // The copy may be of a page: what it follows with the fewest alterations and the fewest words of others is what it is of.
    private static async Task<CopyPart> AsShownAsync(CopyText copy, CopyPart part, IShownPages pages, CancellationToken cancellation)
    {
        var (best, original, language) = (part.Comparison, RevisionLines.Of(part.Revision.Content), part.Revision.Content.Language);
        foreach (var page in best is { Alterations: 0, ForeignWords: 0 } ? [] : await pages.OfAsync(part.Revision, cancellation))
        {
            if (ShownText.Of(new CopyText(VisibleText.Of(page)), original) is { } shown)
            {
                var compared = CopyComparison.Of(copy, shown, language, RunChain.Of(new SharedRuns(copy.Words).With(shown.Words)));
                best = Weight(compared).CompareTo(Weight(best)) < 0 ? compared : best;
            }
        }

        return part with { Comparison = best };
    }

    private static (int Alterations, int ForeignWords) Weight(CopyComparison comparison) => (comparison.Alterations, comparison.ForeignWords);

    private async Task<IReadOnlyList<NamedStory>> NamedAsync(string text, Publication publication, StoryCode? expected, CancellationToken cancellation)
    {
        var named = new List<NamedStory>();
        var ids = NamedRevisions.In(text, publication.PublicAddress);
        foreach (var (code, number, payload) in expected is { } said && ids.All(id => id.Code != said) ? [new NamedRevision(said), .. ids] : ids)
        {
            var story = number is { } revision ? await stories.FindAsync(new RevisionId(code, revision), cancellation) : await stories.FindAsync(code, cancellation);
            var isWithdrawn = story is null && await stories.FindWithdrawnAsync(code, cancellation) is not null;
            var seal = payload is null || isWithdrawn ? SealReading.None : await SealAsync(new RevisionId(code, number!.Value), payload, story, cancellation);
            if (story is not null || isWithdrawn || seal == SealReading.NotInLog)
            {
                named.Add(new NamedStory(code, number, story, isWithdrawn, seal));
            }
        }

        return named;
    }

    // A revision whose text was lost in a recovery is still in the log: its seal is no forgery, and nothing more can be said of it.
    private async Task<SealReading> SealAsync(RevisionId revision, string payload, PublishedStory? story, CancellationToken cancellation) =>
        !RevisionName.TryCreate(revision.Code.Digits, revision.Number.Value, out var name) || (story is null && await stories.IsLoggedAsync(revision, cancellation))
            ? SealReading.None
            : ScannedSeal.Read(name, payload, story, await keys.ListAsync(cancellation));

    private async Task<IReadOnlyList<StorySummary>> MentionsAsync(string text, Publication publication, CancellationToken cancellation)
    {
        var phrases = SearchQuery.ParsePhrases($"\"{string.Concat(text.Select(character => Quotes.Contains(character, StringComparison.Ordinal) ? ' ' : character))}\"");
        if (phrases.Count == 0)
        {
            return [];
        }

        var found = new List<StorySummary>();
        foreach (var edition in publication.Editions)
        {
            found.AddRange((await search.FindAsync(new SearchQuery { Edition = edition.Language, Phrases = phrases }, 0, MaxMentions, cancellation)).Stories);
        }

        return [.. found.OrderByDescending(story => story.PublishedAt).Take(MaxMentions)];
    }

    private const string Quotes = "\"“”„«»‹›「」『』";

    private sealed record Examination(IReadOnlyList<NamedStory> Named)
    {
        public List<CopyPart> Parts { get; } = [];

        public List<CopyStretch> Stretches { get; } = [];
    }
}
