using CsCheck;
using Storyprint.Provenance.Commitments;
using Storyprint.Provenance.Names;
using Storyprint.Provenance.Seals;

namespace Storyprint.Tests.Provenance.Seals;

public sealed class SealTests
{
    private static string Payload => WorkedExample.Link[^Seal.TextLength..];

    [Theory]
    [InlineData("HTTPS://NEWS.EXAMPLE.ORG/S/1125540.3/PAYLOAD")]
    [InlineData("https://news.example.org/s/1125540.3/payload")]
    [InlineData("http://News.Example.Org/s/1125540.3/PAYLOAD/")]
    [InlineData("https://news.example.org/s/1125540.3/PAYLOAD?utm_source=x#top")]
    public void A_link_is_read_in_any_case(string shape)
    {
        var payload = shape.Contains("payload", StringComparison.Ordinal) ? Payload.ToLowerInvariant() : Payload;
        Assert.True(SealLink.TryParse(shape.Replace("payload", payload, StringComparison.OrdinalIgnoreCase), out var link));
        Assert.Equal(WorkedExample.Link, link.ToString());
    }

    [Theory]
    [InlineData("ftp://news.example.org/s/1125540.3/PAYLOAD")]
    [InlineData("https://news.example.org/t/1125540.3/PAYLOAD")]
    [InlineData("https://news.example.org/s/1125540/PAYLOAD")]
    [InlineData("https://news.example.org/s/1125540.03/PAYLOAD")]
    [InlineData("https://news.example.org/s/1125540.3.1/PAYLOAD")]
    [InlineData("https://news.example.org/s/%31125540.3/PAYLOAD")]
    [InlineData("https://news.example.org\u212a/s/1125540.3/PAYLOAD")]
    [InlineData("https://news.example.org/\u017f/1125540.3/PAYLOAD")]
    [InlineData("https://me@news.example.org/s/1125540.3/PAYLOAD")]
    [InlineData("https://news.example.org/s/1125540.3/PAYLOADA")]
    [InlineData("https://news.example.org/s/1125540.3/PAYLOAD\n")]
    [InlineData("https://news.example.org/s/١.3/PAYLOAD")]
    public void Another_shape_of_link_is_refused(string shape) =>
        Assert.False(SealLink.TryParse(shape.Replace("PAYLOAD", Payload, StringComparison.Ordinal), out _));

    [Fact]
    public void A_link_to_another_host_is_read_but_said_to_lead_elsewhere()
    {
        Assert.True(SealLink.TryParse(WorkedExample.Link.Replace("news.", "fake.", StringComparison.Ordinal), out var link));
        Assert.False(link.LeadsTo(WorkedExample.Publisher));
        Assert.True(link.Seal.IsSignedBy(TestKeys.Seal.Verifier, link.Revision));
    }

    [Fact]
    public void Only_the_canonical_spelling_of_a_payload_is_read()
    {
        // 136 characters carry 680 bits, exactly 85 bytes: every spelling is canonical, and only length and alphabet can be wrong.
        Assert.True(Seal.TryParse(Payload, out _));
        foreach (var bad in (string?[])[null, "", Payload[1..], Payload + "A", Payload[..^1] + "=", Payload[..^1] + "1", Payload[..^1] + "ı", Payload[..^1] + " "])
        {
            Assert.False(Seal.TryParse(bad, out _), bad);
        }
    }

    [Fact]
    public void Another_version_is_refused() => Assert.False(Seal.TryParse("E" + Payload[1..], out _));

    [Fact]
    public void Any_seal_is_read_as_it_was_written() =>
        Gen.Select(Gen.Int[0, 31], Gen.UInt, Gen.Byte.Array[16]).Sample((ordinal, time, digest) =>
        {
            var issuedAt = DateTimeOffset.FromUnixTimeSeconds(time);
            var seal = Seal.Sign(TestKeys.Seal, ordinal, WorkedExample.Revision, issuedAt, new DigestPrefix(digest));
            Assert.True(Seal.TryParse(seal.ToString(), out var read));
            Assert.Equal((ordinal, issuedAt, new DigestPrefix(digest)), (read.KeyOrdinal, read.IssuedAt, read.Digest));
            Assert.True(read.IsSignedBy(TestKeys.Seal.Verifier, WorkedExample.Revision));
            Assert.False(read.IsSignedBy(TestKeys.Seal.Verifier, RevisionName.Parse("1125540.4")));
        }, iter: 50);

    [Fact]
    public void A_seal_with_any_signed_bit_changed_is_not_signed() =>
        Gen.Int[8, (Seal.Length * 8) - 1].Sample(bit =>
        {
            var bytes = WorkedExample.Seal.ToBytes();
            bytes[bit / 8] ^= (byte)(0x80 >> (bit % 8));
            Assert.True(Seal.TryParse(ToBase32(bytes), out var changed));
            Assert.False(changed.IsSignedBy(TestKeys.Seal.Verifier, WorkedExample.Revision));
        }, iter: 200);

    [Fact]
    public void A_log_key_cannot_seal() =>
        Assert.Throws<ArgumentException>(() => Seal.Sign(TestKeys.Log, 0, WorkedExample.Revision, WorkedExample.PublishedAt, default));

    private static string ToBase32(byte[] bytes)
    {
        var bits = string.Concat(bytes.Select(value => value.ToString("b8", System.Globalization.CultureInfo.InvariantCulture)));
        return string.Concat(bits.Chunk(5).Select(five => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[Convert.ToInt32(new string(five), 2)]));
    }
}
