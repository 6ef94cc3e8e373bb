using Storyprint.Checking;
using Storyprint.Provenance.Seals;
using Storyprint.Storage.Imports;
using Storyprint.Storage.Log;
using Storyprint.Storage.Matching;
using Storyprint.Storage.Releases;
using Storyprint.Storage.Search;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Storage.Releases;
using Storyprint.Tests.Text.Matching;
using Storyprint.Text.Matching;

namespace Storyprint.Tests.Checking;

public class CheckCopyTests
{
    public sealed class OnPostgres : CheckCopyTests, IOnPostgres;

    private const string First = "The ferry carries 120 people over the bay every hour of the day, and in summer of the night as well. Nobody has to buy a ticket before the boat has left the quay.";
    private const string Second = "The ferry carries 112 people over the bay every hour of the day, and in summer of the night as well. Nobody has to buy a ticket before the boat has left the quay.";
    private const string Library = "The library on the quay lends maps of every coast between the two capes. Whoever brings one back wet pays for the paper, and for the hour that it takes to dry it by the stove.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_revision_with_the_fewest_differences_is_found_and_of_several_the_newest()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var code = await RevisedAsync(desk);
        Assert.Equal((CopyVerdict.Identical, 2), await OneAsync(desk, First));
        Assert.Equal((CopyVerdict.Identical, 3), await OneAsync(desk, Second));
        Assert.Equal((CopyVerdict.SameWords, 3), await OneAsync(desk, Second.Replace(",", ",", StringComparison.Ordinal).Replace("112", "۱۱۲", StringComparison.Ordinal)));
        Assert.Equal((CopyVerdict.Excerpt, 3), await OneAsync(desk, "Nobody has to buy a ticket before the boat has left the quay."));
        Assert.Equal((CopyVerdict.Altered, 3), await OneAsync(desk, Second.Replace("Nobody has", "Everybody has", StringComparison.Ordinal)));
        var excerpt = await RunAsync(desk, "Nobody has to buy a ticket before the boat has left the quay.");
        Assert.Equal([2, 3], excerpt.Parts[0].Alike.Select(number => number.Value));
        Assert.Equal(code, excerpt.Parts[0].Revision.Code);
    }

    [Fact]
    public async Task Two_stories_glued_together_are_each_attributed_to_its_own()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await RevisedAsync(desk);
        var (library, code) = (Library.Replace("two capes", "three capes", StringComparison.Ordinal), await StoredAsync(desk, "library", Library));
        var answer = await RunAsync(desk, $"{Second}\n\nA few words of somebody who glued the two together one evening in the winter.\n\n{library}");
        Assert.Equal(CopyVerdict.Altered, answer.Verdict);
        Assert.Equal(2, answer.Parts.Count);
        Assert.Equal(code, answer.Parts.Single(part => part.Comparison.Alterations == 1).Revision.Code);
        Assert.Equal(("two", "three"), (Assert.Single(answer.Differences).Original, Assert.Single(answer.Differences).Copy));
        Assert.Single(answer.Stretches, stretch => stretch.Part is null);
        Assert.Equal(2, (await RunAsync(desk, $"{Second} {Library}")).Parts.Count);
    }

    [Fact]
    public async Task Copy_that_several_stories_share_is_shown_with_all_of_them()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var codes = new List<StoryCode>();
        foreach (var name in (string[])["one", "two", "three"])
        {
            codes.Add(await StoredAsync(desk, name, $"{Library} {new RandomTexts(name.Length).Of("en", 12)}"));
        }

        var part = Assert.Single((await RunAsync(desk, Library)).Parts);
        Assert.Equal(codes.ToHashSet(), part.Ties.Select(tie => tie.Code).Append(part.Revision.Code).ToHashSet());
    }

    [Theory]
    [InlineData("https://ledger.example/news/{0}/some-words")]
    [InlineData("HTTPS://LEDGER.EXAMPLE/{0}.1")]
    [InlineData("see ledger.example/s/{0}.1/ABCDEF for it")]
    [InlineData("{0}.1")]
    [InlineData("{0}")]
    public async Task What_names_a_story_leads_to_it(string text)
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var code = await desk.PublishedAsync();
        var answer = await RunAsync(desk, string.Format(System.Globalization.CultureInfo.InvariantCulture, text, code));
        Assert.Equal(code, Assert.Single(answer.Named).Code);
        Assert.Equal(CopyVerdict.TooShort, answer.Verdict);
    }

    [Fact]
    public async Task What_was_withdrawn_is_never_quoted()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var code = await RevisedAsync(desk);
        Assert.IsType<ReleaseOutcome.Done>(await desk.WithdrawAsync(code, 3));
        Assert.Equal(CopyVerdict.NotFound, (await RunAsync(desk, First)).Verdict);
        var named = await RunAsync(desk, $"{First} https://ledger.example/{code}");
        Assert.Equal(CopyVerdict.Withdrawn, named.Verdict);
        Assert.Empty(named.Parts);
        Assert.True(Assert.Single(named.Named).IsWithdrawn);
        Assert.DoesNotContain("bay", System.Text.Encoding.UTF8.GetString(CopyAnswerDocument.Of(named, TestPublication.Settings.PublicAddress).ToBytes()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Under_twelve_words_nobody_can_be_sure_but_where_they_stand_is_said()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var code = await RevisedAsync(desk);
        var answer = await RunAsync(desk, "“before the boat has left the quay”");
        Assert.Equal(CopyVerdict.TooShort, answer.Verdict);
        Assert.Equal(code, Assert.Single(answer.Mentions).Code);
        Assert.Empty((await RunAsync(desk, "after the boat had left")).Mentions);
        Assert.Equal(CopyVerdict.TooShort, (await RunAsync(desk, "…")).Verdict);
    }

    [Fact]
    public async Task A_text_of_somebody_else_is_not_ours_though_it_names_the_same_things()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await RevisedAsync(desk);
        var answer = await RunAsync(desk, "Every hour of the day a ferry leaves the bay. It takes 120 people, who buy their tickets before, and a boat that carries cars follows it in summer. The night has no ferry.");
        Assert.Equal(CopyVerdict.NotFound, answer.Verdict);
        Assert.Empty(answer.Parts);
    }

    [Fact]
    public async Task Tricks_with_letters_and_with_characters_that_nobody_sees_are_named()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await RevisedAsync(desk);
        var alike = await RunAsync(desk, Second.Replace("ticket", "tіcket", StringComparison.Ordinal));
        Assert.Equal(CopyDifferenceKind.LookAlike, Assert.Single(alike.Differences).Kind);
        var hidden = await RunAsync(desk, Second.Replace("112", "1\u202E1\u202C2", StringComparison.Ordinal).Replace("boat", "bo\u200Dat", StringComparison.Ordinal));
        Assert.Equal([("U+202E", true), ("U+202C", true), ("U+200D", false)], hidden.Hidden.Select(each => (each.CodePoint, each.IsDirection)));
        Assert.Equal((0, CopyVerdict.SameWords), (hidden.Alterations, hidden.Verdict));
    }

    [Theory]
    [InlineData("a \u202Eb 211", "a 112 b")]
    [InlineData("a \u202E21\u202C1", "a 121")]
    [InlineData("\u202Ecba\ndef", "abc\ndef")]
    [InlineData("\u202Eسلام ba\u202C", "سلام ab")]
    [InlineData("\u202Dمالس\u202C", "سلام")]
    public void ShownOrder_is_the_order_in_which_it_is_read(string stored, string read) => Assert.Equal(read, ShownOrder.Of(stored));

    [Fact]
    public async Task What_is_shown_in_another_order_than_it_is_stored_is_compared_as_it_is_shown()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await RevisedAsync(desk);
        var forged = await RunAsync(desk, Second.Replace("112", "\u202E112\u202C", StringComparison.Ordinal));
        Assert.Equal((CopyDifferenceKind.Number, "112", "211"), Assert.Single(forged.Differences) is var difference ? (difference.Kind, difference.Original, difference.Copy) : default);
        Assert.Equal(CopyVerdict.SameWords, (await RunAsync(desk, Second.Replace("112", "\u202E211\u202C", StringComparison.Ordinal))).Verdict);
    }

    [Fact]
    public async Task A_copy_without_its_last_stop_or_with_marks_around_it_is_not_mark_for_mark_the_text()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await RevisedAsync(desk);
        Assert.Equal((CopyVerdict.SameWords, 3), await OneAsync(desk, Second[..^1]));
        Assert.Equal((CopyVerdict.SameWords, 3), await OneAsync(desk, $"“{Second}”"));
        Assert.Equal((CopyVerdict.Altered, 3), await OneAsync(desk, Second[..^1] + "?"));
    }

    [Fact]
    public async Task A_text_under_another_headline_is_said_to_lack_ours()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await RevisedAsync(desk);
        var headline = (await RunAsync(desk, Second)).Parts[0].Revision.Content.Headline;
        Assert.Null(Assert.Single((await RunAsync(desk, Second)).Parts).Comparison.MissingHeadline);
        Assert.Null(Assert.Single((await RunAsync(desk, $"The Ledger\n{headline}\n{Second}")).Parts).Comparison.MissingHeadline);
        Assert.Equal(headline, Assert.Single((await RunAsync(desk, $"Twelve drowned while nobody looked\n{Second}")).Parts).Comparison.MissingHeadline);
    }

    [Fact]
    public async Task The_seal_in_a_copy_is_judged()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var code = await RevisedAsync(desk);
        var sealing = Assert.IsType<PublishedStory>(await desk.Stories.FindAsync(new RevisionId(code, new RevisionNumber(2)), Cancellation));
        Assert.True(Seal.TryRead(sealing.Seal, out var seal));
        var link = seal.ToString();
        Assert.Equal(SealReading.Holds, await SealAsync(desk, $"ledger.example/s/{code}.2/{link}"));
        Assert.Equal(SealReading.NotOurs, await SealAsync(desk, $"ledger.example/s/{code}.3/{link}"));
        Assert.Equal(SealReading.Unreadable, await SealAsync(desk, $"ledger.example/s/{code}.2/{link[..40]}"));
    }

    private static async Task<SealReading> SealAsync(ReleaseFixture desk, string text) => (await RunAsync(desk, text)).Named is [var named] ? named.Seal : SealReading.None;

    [Theory]
    [InlineData(65_536, true)]
    [InlineData(65_537, false)]
    public void CopyInput_takes_so_much_and_no_more(int length, bool isTaken) => Assert.Equal(isTaken, CopyInput.TryRead(new string('a', length), out _));

    private static async Task<StoryCode> RevisedAsync(ReleaseFixture desk)
    {
        var code = await desk.PublishedAsync();
        Assert.IsType<ReleaseOutcome.Done>(await desk.UpdateAsync(code, 1, First));
        Assert.IsType<ReleaseOutcome.Done>(await desk.CorrectAsync(code, 2, Second));
        return code;
    }

    private static async Task<StoryCode> StoredAsync(ReleaseFixture desk, string source, string text) => (await new ImportStore(desk.Database, desk.Log, desk.Clock)
        .SaveAsync(TestActor.Importer, [TestPublication.Story(source, $"Headline of {source}", text, desk.Clock.GetUtcNow())], 1, Cancellation))[0].Code;

    private static async Task<(CopyVerdict Verdict, int Revision)> OneAsync(ReleaseFixture desk, string text) =>
        await RunAsync(desk, text) is { Parts: [var part] } answer ? (answer.Verdict, part.Revision.Number.Value) : (CopyVerdict.NotFound, 0);

    private static Task<CopyAnswer> RunAsync(ReleaseFixture desk, string text)
    {
        Assert.True(CopyInput.TryRead(text, out var input));
        return new CheckCopy(new FingerprintIndex(desk.Database), new StoryStore(desk.Database), new SearchIndex(desk.Database), new KeyStore(desk.Database, TestPublicationLog.Publisher)).RunAsync(input, TestPublication.Settings, cancellation: Cancellation);
    }
}
