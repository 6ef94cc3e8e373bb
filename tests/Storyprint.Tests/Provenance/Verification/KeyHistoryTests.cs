using Storyprint.Provenance.Entries;
using Storyprint.Provenance.Names;
using Storyprint.Provenance.Notes;
using Storyprint.Provenance.Seals;
using Storyprint.Provenance.Verification;

namespace Storyprint.Tests.Provenance.Verification;

public sealed class KeyHistoryTests
{
    private static readonly DateTimeOffset From = WorkedExample.PublishedAt;

    private static readonly PublishedKey Seal = new() { Role = KeyRole.Seal, Ordinal = 0, Key = TestKeys.Seal.Verifier, From = From };

    [Theory]
    [InlineData("from", null, null)]
    [InlineData("from until", 1, null)]
    [InlineData("from revoked", null, 1L)]
    [InlineData("from until revoked", 1, 2L)]
    public void A_list_that_says_what_the_log_says_is_good(string log, int? untilDays, long? revokedAt) => Assert.Empty(Compare(log, untilDays, revokedAt));

    [Theory]
    [InlineData("", null, null, "no entry of the log says since when")]
    [InlineData("from until", null, null, "has no end")]
    [InlineData("from", 1, null, "ended at")]
    [InlineData("from revoked", null, null, "was never revoked, the log that it was revoked by entry 1")]
    [InlineData("from", null, 7L, "was revoked by entry 7, the log that it was never revoked")]
    [InlineData("from revoked", null, 0L, "was revoked by entry 0, the log that it was revoked by entry 1")]
    public void A_list_that_says_something_else_is_found(string log, int? untilDays, long? revokedAt, string sentence) =>
        Assert.Contains(sentence, Assert.Single(Compare(log, untilDays, revokedAt)).Sentence, StringComparison.Ordinal);

    [Fact]
    public void A_key_that_only_the_log_knows_is_found()
    {
        var history = Of(TestKeys.Log.Verifier, KeyRole.Log, "from");
        var finding = Assert.Single(history.Compare(List([])));
        Assert.Equal(new KeyFinding(TestKeys.Log.Verifier, "The log speaks of this key, and the key list does not."), finding);
    }

    [Theory]
    [InlineData("from", true)]
    [InlineData("from until", true)]
    [InlineData("from revoked", false)]
    [InlineData("until", false)]
    public void A_log_key_that_was_announced_and_not_revoked_may_be_trusted_next(string log, bool isTrusted) =>
        Assert.Equal(isTrusted, Of(TestKeys.Log.Verifier, KeyRole.Log, log).LogKeys.Contains(TestKeys.Log.Verifier));

    [Fact]
    public void A_seal_key_is_no_log_key() => Assert.Empty(Of(TestKeys.Seal.Verifier, KeyRole.Seal, "from").LogKeys);

    [Theory]
    [InlineData("from revoked", 1L)]
    [InlineData("from", null)]
    [InlineData("revoked revoked", 0L)]
    public void The_first_revocation_of_a_key_counts(string log, long? index) =>
        Assert.Equal(index, Of(TestKeys.Seal.Verifier, KeyRole.Seal, log).RevokedAt(TestKeys.Seal.Verifier));

    [Fact]
    public void Keys_that_change_without_end_are_counted_and_not_kept()
    {
        var history = Of(TestKeys.Seal.Verifier, KeyRole.Seal, string.Join(' ', Enumerable.Repeat("from", KeyHistory.MaxEntries + 1)));
        Assert.Equal(KeyHistory.MaxEntries + 1, history.Count);
        Assert.Contains("only the first 4096 were compared", Assert.Single(history.Compare(List([Seal]))).Sentence, StringComparison.Ordinal);
    }

    private static IReadOnlyList<KeyFinding> Compare(string log, int? untilDays, long? revokedAt) => Of(TestKeys.Seal.Verifier, KeyRole.Seal, log)
        .Compare(List([Seal with { Until = untilDays is { } days ? From.AddDays(days) : null, RevokedAtIndex = revokedAt }]));

    private static KeyHistory Of(VerifierKey key, KeyRole role, string changes)
    {
        var history = new KeyHistory();
        foreach (var (change, index) in changes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((change, index) => (change, index)))
        {
            Assert.True(KeyChange.TryParseWord(change, out var parsed));
            history.Take(index, new KeyEntry { Publisher = WorkedExample.Publisher, Role = role, Key = key, Change = parsed, At = parsed == KeyChange.Until ? From.AddDays(1) : From });
        }

        return history;
    }

    private static KeyList List(PublishedKey[] keys) => KeyList.TryCreate(WorkedExample.Publisher, keys, out var list, out var reason) ? list : throw new InvalidOperationException(reason);
}
