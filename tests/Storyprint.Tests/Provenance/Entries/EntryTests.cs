using System.Text;
using Storyprint.Provenance.Entries;
using Storyprint.Provenance.Names;

namespace Storyprint.Tests.Provenance.Entries;

public sealed class EntryTests
{
    private static readonly KeyEntry Revocation = new()
    {
        Publisher = WorkedExample.Publisher,
        Role = KeyRole.Seal,
        Key = TestKeys.Seal.Verifier,
        Change = KeyChange.Revoked,
        At = WorkedExample.PublishedAt,
    };

    [Theory]
    [InlineData("prev 1041\n", "prev 1041")]
    [InlineData("\n", "\r\n")]
    [InlineData("prev 1041\n", "prev 1041\n\n")]
    [InlineData("prev 1041\n", "prev 1041\nnote hidden\n")]
    [InlineData("prev 1041\n", "")]
    [InlineData("prev 1041", "prev 01041")]
    [InlineData("prev 1041", "prev -1")]
    [InlineData("prev 1041", "prev ")]
    [InlineData("prev 1041", "prev")]
    [InlineData("story 1125540", "story 112554x")]
    [InlineData("story 1125540", "story 123456789012345678901234567890123")]
    [InlineData("revision 3", "revision 0")]
    [InlineData("revision 3", "revision 03")]
    [InlineData("revision 3", "revision 2147483648")]
    [InlineData("revision 3", "revision  3")]
    [InlineData("revision 3\nlang en", "lang en\nrevision 3")]
    [InlineData("publisher news", "publisher News")]
    [InlineData("publisher news.example.org", "publisher news..org")]
    [InlineData("lang en", "lang e n")]
    [InlineData("lang en", "lang فا")]
    [InlineData("kind correction", "kind Correction")]
    [InlineData("kind correction", "kind 2")]
    [InlineData("19:40:00Z", "19:40:00+00:00")]
    [InlineData("19:40:00Z", "19:40:00.0Z")]
    [InlineData("19:40:00Z", "24:00:00Z")]
    [InlineData("2026-11-22T", "2026-11-22t")]
    [InlineData("2026-11-22T", "2026-02-30T")]
    [InlineData("text f01955", "text F01955")]
    [InlineData("text f01955", "text f0195")]
    public void A_revision_entry_with_a_flaw_is_refused(string good, string bad)
    {
        var flawed = WorkedExample.Entry.Replace(good, bad, StringComparison.Ordinal);
        Assert.NotEqual(WorkedExample.Entry, flawed);
        Assert.False(LogEntry.TryParse(Encoding.UTF8.GetBytes(flawed), out _, out var reason));
        Assert.NotEmpty(reason);
    }

    [Theory]
    [InlineData("kind correction", "kind withdrawal")]
    [InlineData("prev 1041", "prev -")]
    [InlineData("prev 1041", "prev 0")]
    [InlineData("lang en", "lang zh-Hant-TW")]
    [InlineData("story 1125540", "story 0001")]
    [InlineData("publisher news.example.org", "publisher localhost:5000")]
    public void A_good_entry_is_read_and_written_the_same(string there, string here)
    {
        var text = WorkedExample.Entry.Replace(there, here, StringComparison.Ordinal);
        Assert.True(LogEntry.TryParse(Encoding.ASCII.GetBytes(text), out var entry, out var reason), reason);
        Assert.Equal(text, Encoding.ASCII.GetString(entry.ToBytes()));
    }

    [Fact]
    public void A_key_entry_is_five_lines_and_is_read_back()
    {
        var bytes = Revocation.ToBytes();
        Assert.Equal(
            $"storyprint/key/v1\npublisher news.example.org\nrole seal\nvkey {WorkedExample.SealKey}\nrevoked 2026-11-22T19:40:00Z\n",
            Encoding.ASCII.GetString(bytes));
        Assert.True(LogEntry.TryParse(bytes, out var entry, out var reason), reason);
        Assert.Equal(Revocation, entry);
    }

    [Theory]
    [InlineData("role seal", "role log")]
    [InlineData("role seal", "role press")]
    [InlineData("publisher news.example.org", "publisher other.example.org")]
    [InlineData("revoked ", "gone ")]
    [InlineData("00Z\n", "00Z\nuntil 2026-11-22T19:40:00Z\n")]
    [InlineData("36ba534d", "36ba534e")]
    public void A_key_entry_with_a_flaw_is_refused(string good, string bad)
    {
        var flawed = Encoding.ASCII.GetString(Revocation.ToBytes()).Replace(good, bad, StringComparison.Ordinal);
        Assert.False(LogEntry.TryParse(Encoding.ASCII.GetBytes(flawed), out _, out var reason));
        Assert.NotEmpty(reason);
    }

    [Fact]
    public void Another_publishers_key_cannot_be_logged() =>
        Assert.Throws<InvalidOperationException>(() => (Revocation with { Publisher = PublisherName.Parse("other.example.org") }).ToBytes());

    [Theory]
    [InlineData("storyprint/revision/v2\nanything at all\n", "storyprint/revision/v2")]
    [InlineData("storyprint/revision/v10\n", "storyprint/revision/v10")]
    [InlineData("no newline", null)]
    [InlineData("ünicode\n", null)]
    [InlineData("", null)]
    public void An_unknown_kind_is_kept_as_it_is(string text, string? kind)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Assert.True(LogEntry.TryParse(bytes, out var entry, out _));
        Assert.Equal(kind, Assert.IsType<UnknownEntry>(entry).Kind);
        Assert.Equal(bytes, entry.ToBytes());
    }

    [Fact]
    public void An_entry_that_no_bundle_could_hold_is_refused() => Assert.False(LogEntry.TryParse(new byte[65536], out _, out _));
}
