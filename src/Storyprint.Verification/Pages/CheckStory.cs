using Storyprint.Provenance.Names;
using Storyprint.Provenance.Served;
using Storyprint.Verification.Feeds;
using Storyprint.Verification.Marks;

namespace Storyprint.Verification.Pages;

/// <summary>All that readers meet of one story: its pages on the web and on paper, its mark, its pictures, its feeds.</summary>
internal sealed class CheckStory(SiteCheckRequest request, SealedStories stories, InterfaceWords? words, ShownStory pages, PrintedMarks marks, FoundOnPages found, ReaderFindings readers, Findings findings)
{
    /// <param name="page">The news page, which was found to show the newest revision.</param>
    /// <returns>Whether all is as it was sealed.</returns>
    public async Task<bool> RunAsync(string code, string address, byte[] page, CancellationToken cancellation)
    {
        // A text that does not agree with the log was reported already.
        if (await stories.NewestAsync(code, cancellation) is not { } newest)
        {
            await NoteLaterVersionAsync(code, address, cancellation);
            return true;
        }

        var all = await stories.UpToAsync(newest, cancellation);
        var isGood = await HoldsAsync(address, page, newest, all, isPrint: false, cancellation);
        if (words is not null)
        {
            found.Corrections?.Expect(code, newest.Entry.Language, NewsPage.Read(page).IsListed ? newest.Notes : 0);
            found.Lists.Take(words.For(newest.Entry.Language), newest);
        }

        if (request.IsFull || IsInSample(code))
        {
            isGood &= await PrintAsync(code, newest, all, cancellation);
            isGood &= await MarkAsync(newest, cancellation);
            await found.Pictures.CheckAsync(newest, cancellation);
            isGood &= found.Record is not { } record || await record.RunAsync(all, cancellation);
        }

        if (request.IsFull)
        {
            foreach (var older in all.SkipLast(1))
            {
                isGood &= await OlderAsync(older, all, cancellation);
            }

            if (words is not null && found.Feeds is { } feeds)
            {
                await feeds.RunAsync(words.For(newest.Entry.Language), address, cancellation);
            }
        }

        return isGood;
    }

    // One in ten, and the same ones in every check.
    private static bool IsInSample(string code) => code.Sum(digit => digit) % 10 == 0;

    private async Task<bool> PrintAsync(string id, SealedRevision shown, IReadOnlyList<SealedRevision> all, CancellationToken cancellation)
    {
        var address = PublishedFiles.PrintPage(id);
        if (await request.Site.ReadAsync(address, NewsPage.MaxLength, cancellation) is not { IsGone: false, IsTooLong: false } answer)
        {
            await readers.AddAsync(ReaderFindingKinds.PrintPageMissing, address, "There is no page that can be read.", shown.Name.Code, cancellation);
            return false;
        }

        found.CountPrint();
        return await HoldsAsync(address, answer.Bytes, shown, all, isPrint: true, cancellation) && await SealPageAsync(answer.Bytes, shown, all, cancellation);
    }

    // Archives have no pages of seals: there are as many as seals.
    private async Task<bool> SealPageAsync(byte[] print, SealedRevision shown, IReadOnlyList<SealedRevision> all, CancellationToken cancellation) =>
        !request.Site.CanSayGone || found.Record is not { } record || marks.SealOn(print) is not { } seal || await record.RunAsync(seal, shown, all, cancellation);

    private async Task<bool> OlderAsync(SealedRevision older, IReadOnlyList<SealedRevision> all, CancellationToken cancellation)
    {
        var address = PublishedFiles.NewsPage(older.Name.ToString());
        if (await request.Site.ReadAsync(address, NewsPage.MaxLength, cancellation) is not { IsGone: false, IsTooLong: false } answer)
        {
            findings.Add(FindingKinds.PageMissing, address, "There is no page of this revision.");
            return false;
        }

        await found.Pictures.CheckAsync(older, cancellation);
        return await HoldsAsync(address, answer.Bytes, older, all, isPrint: false, cancellation)
            & await PrintAsync(older.Name.ToString(), older, all, cancellation);
    }

    private async Task<bool> HoldsAsync(string address, byte[] page, SealedRevision shown, IReadOnlyList<SealedRevision> all, bool isPrint, CancellationToken cancellation)
    {
        var problems = await pages.ProblemsAsync(page, shown, all, isPrint, cancellation);
        foreach (var problem in problems)
        {
            await readers.AddAsync(problem.Kind, address, problem.Sentence, problem.Code, cancellation);
        }

        return problems.Count == 0;
    }

    // The mark that the news page shows is a file of its own.
    private async Task<bool> MarkAsync(SealedRevision newest, CancellationToken cancellation)
    {
        var address = $"{PublishedFiles.NewsPage(newest.Name.ToString())}/qr.svg";
        if (await request.Site.ReadAsync(address, NewsPage.MaxLength, cancellation) is not { IsGone: false, IsTooLong: false } answer
            || marks.LinkProblem(DrawnMark.ReadSvg(System.Text.Encoding.UTF8.GetString(answer.Bytes)), newest) is not { } problem)
        {
            return true;
        }

        findings.Add(ReaderFindingKinds.SealWrong, address, problem);
        return false;
    }

    private async Task NoteLaterVersionAsync(string code, string address, CancellationToken cancellation)
    {
        if (stories.NumberOf(code) is { } number && RevisionName.TryCreate(code, number, out var name)
            && await request.Site.ReadAsync(PublishedFiles.Revision(name), RevisionDocument.MaxLength, cancellation) is { IsTooLong: false } answer
            && RevisionDocument.TryParse(answer.Bytes, out var document, out _) && document.Text is { } text && SealedLines.Read(text) is null)
        {
            findings.Add(FindingKinds.PageWordsNotCompared, address, "Its text is of a later version.");
        }
    }
}

/// <summary>What the pages of stories lead to, and what is counted on the way.</summary>
internal sealed class FoundOnPages(CheckPictures pictures, CheckCorrections? corrections, CheckFeeds? feeds, CheckStoryRecord? record)
{
    private long prints;

    public CheckPictures Pictures => pictures;

    /// <summary>Null, as feeds and record, where the publication names no words of its interface.</summary>
    public CheckCorrections? Corrections => corrections;

    public CheckFeeds? Feeds => feeds;

    public CheckStoryRecord? Record => record;

    public ListAddresses Lists { get; } = new();

    /// <summary>Print pages that were read.</summary>
    public long Prints => prints;

    public void CountPrint() => Interlocked.Increment(ref prints);
}
