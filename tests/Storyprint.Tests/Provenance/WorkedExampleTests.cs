using System.Text;
using Storyprint.Provenance.Commitments;
using Storyprint.Provenance.Entries;
using Storyprint.Provenance.Seals;

namespace Storyprint.Tests.Provenance;

public sealed class WorkedExampleTests
{
    [Fact]
    public void The_text_has_818_bytes_and_the_digest() =>
        Assert.Equal((818, "812162e2840c56244b2862cda94e38f526e5fcf6b347879fd15a0a8c36e03216"), (WorkedExample.CanonicalText.Length, TextDigest.Compute(WorkedExample.CanonicalText).ToString()));

    [Fact]
    public void The_commitment_comes_from_salt_and_digest()
    {
        Assert.Equal("e0fcab987236cb02bba4919f9ea8280d", WorkedExample.Salt.ToString());
        Assert.Equal("f01955f9e4c0540689876426c3d1b1a84831567da2cca65edbacdeedf719b84b", WorkedExample.RevisionEntry.Text.ToString());
        Assert.True(WorkedExample.RevisionEntry.CommitsTo(WorkedExample.CanonicalText, WorkedExample.Salt));
        Assert.False(WorkedExample.RevisionEntry.CommitsTo("another text\n"u8, WorkedExample.Salt));
        Assert.False(WorkedExample.RevisionEntry.CommitsTo(WorkedExample.CanonicalText, new Salt(new byte[16])));
    }

    [Fact]
    public void The_entry_has_205_bytes_and_the_leaf_hash()
    {
        var bytes = WorkedExample.RevisionEntry.ToBytes();
        Assert.Equal(WorkedExample.Entry, Encoding.ASCII.GetString(bytes));
        Assert.Equal(205, bytes.Length);
        Assert.Equal("7d321c9affb21cc837fb75196e928ca2c9cd70fe2c8edda1d199b5ffde590623", WorkedExample.RevisionEntry.LeafHash().ToHex());
        Assert.True(LogEntry.TryParse(bytes, out var read, out var reason), reason);
        Assert.Equal(WorkedExample.RevisionEntry, read);
    }

    [Fact]
    public void The_seal_key_comes_from_its_seed() => Assert.Equal(WorkedExample.SealKey, TestKeys.Seal.Verifier.ToString());

    [Fact]
    public void The_link_is_the_published_one() =>
        Assert.Equal(WorkedExample.Link, SealLink.Create(WorkedExample.Publisher, WorkedExample.Revision, WorkedExample.Seal).ToString());

    [Fact]
    public void The_published_link_is_read_and_signed_by_the_key()
    {
        Assert.True(SealLink.TryParse(WorkedExample.Link, out var link));
        Assert.True(link.Seal.IsSignedBy(TestKeys.Seal.Verifier, link.Revision));
        Assert.True(link.LeadsTo(WorkedExample.Publisher));
        Assert.Equal((0, WorkedExample.PublishedAt, "812162e2840c56244b2862cda94e38f5"), (link.Seal.KeyOrdinal, link.Seal.IssuedAt, link.Seal.Digest.ToString()));
    }

    [Fact]
    public void The_same_story_in_version_2_has_its_own_digest_commitment_entry_and_seal()
    {
        Assert.Equal(
            (1112, "752aa1b781372736560e32fedaa5f211a94dc12fbc393d5229575230e6492469"),
            (WorkedExample.CanonicalTextV2.Length, TextDigest.Compute(WorkedExample.CanonicalTextV2).ToString()));
        Assert.Equal("dd30a3640c14962afe2956204fc4928c88f25d7221191da23474655f104f0168", WorkedExample.RevisionEntryV2.Text.ToString());
        Assert.Equal(
            (205, "4c9776238918e1d244941f0f77065da48901bd9dc6273bbee9d4b031c6bbd688"),
            (WorkedExample.RevisionEntryV2.ToBytes().Length, WorkedExample.RevisionEntryV2.LeafHash().ToHex()));
        Assert.Equal(WorkedExample.LinkV2, SealLink.Create(WorkedExample.Publisher, WorkedExample.Revision, WorkedExample.SealV2).ToString());
    }

    [Fact]
    public void The_description_holds_both_examples()
    {
        var description = File.ReadAllText(Repository.Path("docs/log-and-seal.md"));
        string[] held =
        [
            Encoding.UTF8.GetString(WorkedExample.CanonicalText), Encoding.UTF8.GetString(WorkedExample.CanonicalTextV2), WorkedExample.Link, WorkedExample.LinkV2,
            Encoding.ASCII.GetString(WorkedExample.RevisionEntryV2.ToBytes()), TextDigest.Compute(WorkedExample.CanonicalTextV2).ToString(), WorkedExample.RevisionEntryV2.LeafHash().ToHex(),
        ];
        Assert.All(held, part => Assert.Contains(part, description, StringComparison.Ordinal));
    }
}
