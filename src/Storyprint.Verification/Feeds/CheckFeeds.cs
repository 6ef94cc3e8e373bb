using Storyprint.Provenance.Verification;
using Storyprint.Verification.Pages;

namespace Storyprint.Verification.Feeds;

/// <summary>Feeds in each of their forms: every item must be of a story or revision in the log and say what was sealed.</summary>
internal sealed class CheckFeeds(SiteCheckRequest request, SealedStories stories, FeedWords items, InterfaceWords words, ReaderFindings readers)
{
    private static readonly string[] Forms = ["rss", "atom", "json"];

    private long good;

    /// <summary>Items that say what they must.</summary>
    public long Good => good;

    /// <summary>The three forms of the feed of a list or story; those that are not there are passed over.</summary>
    public async Task RunAsync(InterfaceLanguage language, string list, CancellationToken cancellation)
    {
        foreach (var form in Forms)
        {
            await CheckAsync(language, $"{list}/feed.{form}", cancellation);
        }
    }

    public async Task CheckAsync(InterfaceLanguage language, string address, CancellationToken cancellation)
    {
        try
        {
            if (await request.Site.ReadAsync(address, FeedReader.MaxLength, cancellation) is not { IsGone: false, IsTooLong: false } answer)
            {
                return;
            }

            if (FeedReader.Read(answer.Bytes) is not { } feed)
            {
                await readers.AddAsync(ReaderFindingKinds.FeedSaysOther, address, "It cannot be read as a feed.", null, cancellation);
                return;
            }

            await CheckAsync(language, address, feed, cancellation);
        }
        catch (SourceUnreachableException unreachable)
        {
            readers.AddUnread(address, unreachable);
        }
    }

    private async Task CheckAsync(InterfaceLanguage language, string address, ReadFeed feed, CancellationToken cancellation)
    {
        var book = new PhraseBook(language.Book);
        foreach (var entry in feed.Entries)
        {
            // The news sitemap is of all editions.
            var own = feed.Words.Count == 0 ? LanguageOf(entry, language) : language;
            var code = entry.Link.Length > words.Origin.Length ? StoryAddress.CodeOf(entry.Link[words.Origin.Length..]) : null;
            if (await items.ProblemAsync(entry, own, cancellation) is { } problem)
            {
                await readers.AddAsync(ReaderFindingKinds.FeedSaysOther, address, problem, code, cancellation);
            }
            else
            {
                Interlocked.Increment(ref good);
            }

            if (code is not null && await stories.NewestAsync(code, cancellation) is { } revision)
            {
                book.AddWhole(((string[])["topic", "byline", "headline", "standfirst"]).SelectMany(revision.Lines.Of)).AddWhole(revision.Lines.IsFirstVersion ? entry.Categories : []);
            }
        }

        if (feed.Words.Select(book.FirstForeign).FirstOrDefault(foreign => foreign is not null) is { } found)
        {
            await readers.AddAsync(ReaderFindingKinds.FeedSaysOther, address, $"It says “{found}” of itself, which neither its stories nor the interface say.", null, cancellation);
        }
    }

    private InterfaceLanguage LanguageOf(FeedEntry entry, InterfaceLanguage otherwise) =>
        words.Editions.FirstOrDefault(edition => entry.Categories.Contains(edition.Name)) ?? otherwise;
}
