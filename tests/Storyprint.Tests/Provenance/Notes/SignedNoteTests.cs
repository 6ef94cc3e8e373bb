using System.Text;
using Storyprint.Provenance.Notes;

namespace Storyprint.Tests.Provenance.Notes;

public sealed class SignedNoteTests
{
    private const string ExampleKey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    private const string Example = "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

    [Fact]
    public void The_example_of_the_specification_verifies_and_is_written_the_same()
    {
        var note = Parse(Example);
        Assert.IsType<NoteVerdict.Verified>(note.Verify(VerifierKey.Parse(ExampleKey)));
        Assert.Equal(Example, Encoding.UTF8.GetString(note.ToBytes()));
        Assert.Equal(ExampleKey, VerifierKey.Parse(ExampleKey).ToString());
    }

    [Fact]
    public void A_changed_text_has_a_wrong_signature() =>
        Assert.IsType<NoteVerdict.WrongSignature>(Parse(Example.Replace("This", "That", StringComparison.Ordinal)).Verify(VerifierKey.Parse(ExampleKey)));

    [Fact]
    public void Lines_by_unknown_keys_are_ignored_even_under_a_known_name()
    {
        using var impostor = TestKeys.Create("news.example.org/log", seed: "another");
        var note = SignedNote.Sign("text\n"u8, impostor, TestKeys.Log);
        var verified = Assert.IsType<NoteVerdict.Verified>(note.Verify(TestKeys.Log.Verifier));
        Assert.Equal(TestKeys.Log.Verifier, Assert.Single(verified.Signatures).Key);
        Assert.IsType<NoteVerdict.NoKnownSignature>(note.Verify(TestKeys.Seal.Verifier));
    }

    [Fact]
    public void One_wrong_line_of_a_known_key_spoils_the_note()
    {
        var good = SignedNote.Sign("text\n"u8, TestKeys.Log, TestKeys.Seal);
        var spoiled = good.With(new NoteSignature(TestKeys.Seal.Verifier.Name, TestKeys.Seal.Verifier.Id, new byte[64]));
        Assert.Equal(2, spoiled.Signatures.Count);
        Assert.IsType<NoteVerdict.Verified>(spoiled.Verify(TestKeys.Log.Verifier));
        Assert.IsType<NoteVerdict.WrongSignature>(spoiled.Verify(TestKeys.Log.Verifier, TestKeys.Seal.Verifier));
    }

    [Fact]
    public void The_last_empty_line_parts_text_and_signatures()
    {
        var note = SignedNote.Sign("first\n\n— not a signature\n\nlast\n"u8, TestKeys.Log);
        Assert.Equal(note.Text.ToArray(), Parse(Encoding.UTF8.GetString(note.ToBytes())).Text.ToArray());
    }

    [Theory]
    [InlineData("text\n")]
    [InlineData("text\n\n")]
    [InlineData("text\n— a SIG\n")]
    [InlineData("text\n\n— a SIG")]
    [InlineData("text\n\n- a SIG\n")]
    [InlineData("text\n\n—  a SIG\n")]
    [InlineData("text\n\n— a  SIG\n")]
    [InlineData("text\n\n— a b SIG\n")]
    [InlineData("text\n\n— a+b SIG\n")]
    [InlineData("text\n\n— a\u00a0b SIG\n")]
    [InlineData("text\n\n— a SIG \n")]
    [InlineData("text\n\n— a AAAA\n")]
    [InlineData("text\n\n— a AAAAAAAAAAB=\n")]
    [InlineData("text\n\n— a AAAAAAAAAAA\n")]
    [InlineData("text\r\n\r\n— a SIG\r\n")]
    [InlineData("te\txt\n\n— a SIG\n")]
    [InlineData("te\0xt\n\n— a SIG\n")]
    public void A_malformed_note_is_refused(string text)
    {
        Assert.True(SignedNote.TryParse("text\n\n— a AAAAAAA=\n"u8, out _, out _));
        Assert.False(SignedNote.TryParse(Encoding.UTF8.GetBytes(text.Replace("SIG", "AAAAAAA=", StringComparison.Ordinal)), out _, out var reason));
        Assert.NotEmpty(reason);
    }

    [Fact]
    public void Damaged_utf8_is_refused() => Assert.False(SignedNote.TryParse([0xff, .. "text\n\n— a AAAAAAA=\n"u8], out _, out _));

    [Fact]
    public void A_hundred_signatures_are_read_and_not_one_more()
    {
        static byte[] With(int count) => Encoding.UTF8.GetBytes("text\n\n" + string.Concat(Enumerable.Repeat("— a AAAAAAA=\n", count)));
        Assert.True(SignedNote.TryParse(With(100), out _, out _));
        Assert.False(SignedNote.TryParse(With(101), out _, out _));
    }

    private static SignedNote Parse(string text)
    {
        Assert.True(SignedNote.TryParse(Encoding.UTF8.GetBytes(text), out var note, out var reason), reason);
        return note;
    }
}
