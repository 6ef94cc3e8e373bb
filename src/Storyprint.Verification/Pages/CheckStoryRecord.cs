using Storyprint.Provenance.Seals;
using Storyprint.Provenance.Served;

namespace Storyprint.Verification.Pages;

/// <summary>What readers can look up about a story: its history, comparisons of its revisions, and what the marks on its prints lead to. What a copy has not is not counted.</summary>
internal sealed class CheckStoryRecord(SiteCheckRequest request, InterfaceWords words, ReaderFindings readers)
{
    private long histories;
    private long comparisons;
    private long scans;

    /// <summary>Histories that were read.</summary>
    public long Histories => histories;

    /// <summary>Comparisons that were read.</summary>
    public long Comparisons => comparisons;

    /// <summary>Pages of marks that were read.</summary>
    public long Scans => scans;

    /// <param name="all">Every revision, the oldest first.</param>
    /// <returns>Whether all of them say what was sealed.</returns>
    public async Task<bool> RunAsync(IReadOnlyList<SealedRevision> all, CancellationToken cancellation)
    {
        var (newest, code) = (all[^1], all[^1].Name.Code);

        // A missing or damaged text was reported already; pages cannot be compared with it.
        if (all.Count != newest.Name.Number)
        {
            return true;
        }

        var language = words.For(newest.Entry.Language);
        var scan = new ShownScan(language, words.Origin, all);
        var comparison = new ShownComparison(language, words.Origin, all);
        var isGood = await HoldsAsync(PublishedFiles.History(code), code, () => Interlocked.Increment(ref histories), new ShownHistory(language, words.Origin, all).Problem, cancellation);
        foreach (var (before, after) in Pairs(all))
        {
            isGood &= await HoldsAsync(
                PublishedFiles.Comparison(code, before.Name.Number, after.Name.Number), code, () => Interlocked.Increment(ref comparisons), html => comparison.Problem(html, before, after), cancellation);
        }

        foreach (var shown in request.IsFull ? all : [newest])
        {
            isGood &= await HoldsAsync(PublishedFiles.Scan(shown.Name), code, () => Interlocked.Increment(ref scans), html => scan.Problem(html, shown, isSealed: false), cancellation);
        }

        return isGood;
    }

    /// <summary>The page that a seal leads to, which was found to count.</summary>
    public async Task<bool> RunAsync(SealLink seal, SealedRevision shown, IReadOnlyList<SealedRevision> all, CancellationToken cancellation) =>
        all.Count != all[^1].Name.Number || await HoldsAsync(
            new Uri(seal.ToString()).AbsolutePath.TrimStart('/'), shown.Name.Code, () => Interlocked.Increment(ref scans),
            html => new ShownScan(words.For(all[^1].Entry.Language), words.Origin, all).Problem(html, shown, isSealed: true), cancellation);

    // Those that an archive has: each with the one before, and older ones with the newest, where marks on paper lead.
    private IEnumerable<(SealedRevision Before, SealedRevision After)> Pairs(IReadOnlyList<SealedRevision> all)
    {
        var adjacent = all.Zip(all.Skip(1));
        return request.IsFull ? adjacent.Concat(all.SkipLast(2).Select(older => (older, all[^1]))) : adjacent.TakeLast(1);
    }

    private async Task<bool> HoldsAsync(string address, string code, Action count, Func<byte[], (FindingKind Kind, string Sentence)?> problemOf, CancellationToken cancellation)
    {
        if (await request.Site.ReadAsync(address, NewsPage.MaxLength, cancellation) is not { IsGone: false, IsTooLong: false } answer)
        {
            return true;
        }

        count();
        if (problemOf(answer.Bytes) is not var (kind, sentence))
        {
            return true;
        }

        await readers.AddAsync(kind, address, sentence, code, cancellation);
        return false;
    }
}
