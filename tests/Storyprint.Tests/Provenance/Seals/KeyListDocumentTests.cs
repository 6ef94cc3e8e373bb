using System.Text;
using Storyprint.Provenance.Names;
using Storyprint.Provenance.Seals;

namespace Storyprint.Tests.Provenance.Seals;

public sealed class KeyListDocumentTests
{
    private static readonly PublishedKey Active = new() { Role = KeyRole.Seal, Ordinal = 3, Key = TestKeys.Seal.Verifier, From = WorkedExample.PublishedAt };

    private static readonly string Good = Written(Active);

    [Theory]
    [InlineData(null, null, "active")]
    [InlineData(5, null, "retired")]
    [InlineData(5, 42L, "revoked")]
    [InlineData(null, 0L, "revoked")]
    public void Every_state_of_a_key_is_written_and_read_back(int? untilDays, long? revokedAt, string status)
    {
        var key = Active with { Until = untilDays is { } days ? Active.From.AddDays(days) : null, RevokedAtIndex = revokedAt };
        var json = Written(key);
        Assert.Contains($"\"status\": \"{status}\"", json, StringComparison.Ordinal);
        Assert.True(KeyListDocument.TryRead(Encoding.UTF8.GetBytes(json), out var list, out var reason), reason);
        Assert.Equal(key, Assert.Single(list.Keys));
    }

    [Fact]
    public void A_key_can_be_copied_out_of_it_as_it_stands()
    {
        Assert.Contains('+', Active.Key.ToString());
        Assert.Contains($"\"{Active.Key}\"", Good, StringComparison.Ordinal);
    }

    [Fact]
    public void Members_of_a_later_version_are_skipped() =>
        Assert.True(KeyListDocument.TryRead(Encoding.UTF8.GetBytes(Good.Replace("\"role\"", "\"later\": {\"a\": [1]}, \"role\"", StringComparison.Ordinal)), out _, out _));

    [Theory]
    [InlineData("\"active\"", "\"retired\"")]
    [InlineData("\"active\"", "\"Active\"")]
    [InlineData("\"active\"", "null")]
    [InlineData("\"seal\"", "\"log\"")]
    [InlineData("\"seal\"", "\"press\"")]
    [InlineData("\"ordinal\": 3", "\"ordinal\": -1")]
    [InlineData("\"ordinal\": 3", "\"ordinal\": 32")]
    [InlineData("\"ordinal\": 3", "\"ordinal\": \"3\"")]
    [InlineData("\"ordinal\": 3", "\"ordinal\": 3, \"ordinal\": 4")]
    [InlineData("\"until\": null", "\"until\": \"soon\"")]
    [InlineData("Z\"", "+00:00\"")]
    [InlineData("\"publisher\": \"news.example.org\"", "\"publisher\": \"other.example.org\"")]
    [InlineData("\"publisher\": \"news.example.org\"", "\"publisher\": \"خبر\"")]
    [InlineData("\"publisher\": \"news.example.org\"", "\"publisher\": null")]
    [InlineData("\"publisher\": \"news.example.org\"", "\"publisher\": \"\\ud800\"")]
    [InlineData("\"keys\": [", "\"keys\": [null, ")]
    [InlineData("\"keys\":", "\"other\":")]
    [InlineData("{", "[")]
    [InlineData("}", "} x")]
    public void A_list_with_a_flaw_is_refused_with_a_reason(string there, string here)
    {
        Assert.Contains(there, Good, StringComparison.Ordinal);
        var at = Good.IndexOf(there, StringComparison.Ordinal);
        Assert.False(KeyListDocument.TryRead(Encoding.UTF8.GetBytes(Good[..at] + here + Good[(at + there.Length)..]), out var list, out var reason));
        Assert.Null(list);
        Assert.NotEmpty(reason);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"publisher\": \"news.example.org\", \"keys\": null}")]
    public void What_is_no_list_is_refused(string json) => Assert.False(KeyListDocument.TryRead(Encoding.UTF8.GetBytes(json), out _, out _));

    [Fact]
    public void A_list_longer_than_any_is_refused_unread() =>
        Assert.StartsWith("A key list has at most", KeyListDocument.TryRead(new byte[KeyList.MaxLength + 1], out _, out var reason) ? "" : reason, StringComparison.Ordinal);

    private static string Written(PublishedKey key)
    {
        Assert.True(KeyList.TryCreate(WorkedExample.Publisher, [key], out var list, out var reason), reason);
        return Encoding.UTF8.GetString(KeyListDocument.Write(list));
    }
}
