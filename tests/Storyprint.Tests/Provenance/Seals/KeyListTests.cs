using System.Text;
using Storyprint.Provenance.Names;
using Storyprint.Provenance.Seals;

namespace Storyprint.Tests.Provenance.Seals;

public sealed class KeyListTests
{
    private static readonly PublishedKey SealKey = new()
    {
        Role = KeyRole.Seal,
        Ordinal = 0,
        Key = TestKeys.Seal.Verifier,
        From = WorkedExample.PublishedAt.AddDays(-1),
    };

    private static readonly PublishedKey LogKey = new()
    {
        Role = KeyRole.Log,
        Ordinal = 0,
        Key = TestKeys.Log.Verifier,
        From = WorkedExample.PublishedAt.AddDays(-1),
    };

    private static readonly SealLink Link = SealLink.Create(WorkedExample.Publisher, WorkedExample.Revision, WorkedExample.Seal);

    [Fact]
    public void A_seal_in_the_log_counts() =>
        Assert.Equal(new SealVerdict.Counts(SealKey, LeadsToPublisher: true), List(LogKey, SealKey).Judge(Link, 1042));

    [Fact]
    public void A_seal_on_a_link_elsewhere_counts_and_says_so() =>
        Assert.Equal(new SealVerdict.Counts(SealKey, LeadsToPublisher: false), List(SealKey).Judge(Link with { Host = "fake.example.org" }, 1042));

    [Fact]
    public void A_seal_that_is_not_in_the_log_is_an_alarm() => Assert.IsType<SealVerdict.NotInLog>(List(SealKey).Judge(Link, null));

    [Fact]
    public void A_person_can_copy_a_key_out_of_the_list()
    {
        var json = Encoding.UTF8.GetString(List(LogKey, SealKey).ToBytes());
        Assert.Contains($"\"{SealKey.Key}\"", json, StringComparison.Ordinal);
        Assert.Contains('+', SealKey.Key.ToString());
    }

    [Fact]
    public void The_ordinal_is_only_a_hint() =>
        Assert.IsType<SealVerdict.Counts>(List(SealKey with { Ordinal = 7 }).Judge(Link, 1042));

    [Fact]
    public void A_seal_for_another_revision_is_not_signed() =>
        Assert.IsType<SealVerdict.NotSigned>(List(SealKey).Judge(Link with { Revision = RevisionName.Parse("1125540.4") }, 1042));

    [Theory]
    [InlineData(1041L, true)]
    [InlineData(1042L, true)]
    [InlineData(1043L, false)]
    public void After_a_revocation_only_what_stands_below_it_counts(long revokedAt, bool isRevoked)
    {
        var verdict = List(SealKey with { RevokedAtIndex = revokedAt }).Judge(Link, 1042);
        Assert.Equal(isRevoked, verdict is SealVerdict.KeyRevoked);
        Assert.Equal(!isRevoked, verdict is SealVerdict.Counts);
    }

    [Theory]
    [InlineData(-1, 0, true)]
    [InlineData(0, null, true)]
    [InlineData(1, null, false)]
    [InlineData(-2, -1, false)]
    public void A_seal_dated_outside_its_keys_time_does_not_count(int from, int? until, bool counts)
    {
        var key = SealKey with
        {
            From = WorkedExample.PublishedAt.AddSeconds(from),
            Until = until is { } seconds ? WorkedExample.PublishedAt.AddSeconds(seconds) : null,
        };
        Assert.Equal(counts, List(key).Judge(Link, 1042) is SealVerdict.Counts);
        Assert.Equal(!counts, List(key).Judge(Link, 1042) is SealVerdict.OutsideKeyTime);
    }

    [Fact]
    public void The_document_is_read_as_it_was_written()
    {
        var retired = SealKey with { Until = WorkedExample.PublishedAt, RevokedAtIndex = 9 };
        var json = List(LogKey, retired).ToBytes();
        Assert.True(KeyList.TryParse(json, out var read, out var reason), reason);
        Assert.Equal([LogKey, retired], read.Keys);
        Assert.Contains("\"status\": \"revoked\"", Encoding.UTF8.GetString(json), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"active\"", "\"revoked\"")]
    [InlineData("\"active\"", "\"ACTIVE\"")]
    [InlineData("\"ordinal\": 0", "\"ordinal\": 32")]
    [InlineData("\"ordinal\": 0,", "")]
    [InlineData("\"ordinal\": 0,", "\"ordinal\": 0, \"ordinal\": 0,")]
    [InlineData("\"role\": \"seal\"", "\"role\": \"log\"")]
    [InlineData("\"publisher\": \"news.example.org\"", "\"publisher\": \"other.example.org\"")]
    [InlineData("\"publisher\": \"news.example.org\"", "\"publisher\": null")]
    [InlineData("36ba534d", "36ba534e")]
    [InlineData("19:40:00Z", "19:40:00")]
    [InlineData("{", "[")]
    public void A_flawed_document_is_refused(string good, string bad)
    {
        var json = Encoding.UTF8.GetString(List(SealKey).ToBytes());
        Assert.Contains(good, json, StringComparison.Ordinal);
        Assert.False(KeyList.TryParse(Encoding.UTF8.GetBytes(json.Replace(good, bad, StringComparison.Ordinal)), out _, out var reason));
        Assert.NotEmpty(reason);
    }

    [Fact]
    public void A_key_is_listed_once()
    {
        Assert.False(KeyList.TryCreate(WorkedExample.Publisher, [SealKey, SealKey], out _, out var reason));
        Assert.NotEmpty(reason);
    }

    private static KeyList List(params PublishedKey[] keys)
    {
        Assert.True(KeyList.TryCreate(WorkedExample.Publisher, keys, out var list, out var reason), reason);
        return list;
    }
}
