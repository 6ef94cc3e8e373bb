using Storyprint.Provenance.Notes;
using Storyprint.Storage.Log.Witnesses;

namespace Storyprint.Tests.Newsroom.Witnesses;

public sealed class WitnessStatementFileTests
{
    [Fact]
    public void The_words_of_witnesses_survive_half_lines_and_stay_small()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("storyprint-words-").FullName, "log.witnesses");
        var words = new WitnessStatementFile(path);
        var key = VerifierKey.Parse(WitnessKey());
        for (var size = 0; size < 700; size++)
        {
            words.Keep(new WitnessStatement.SawMore(key, size, DateTimeOffset.UnixEpoch));
        }

        Assert.InRange(new FileInfo(path).Length, 100, 34_000);
        File.AppendAllText(path, "17 saw-more 9999 - half");
        Assert.Equal(699, Assert.Single(new WitnessStatementFile(path).Read()).Size);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    private static string WitnessKey()
    {
        using var signer = SignerKey.FromSeed("witness.test/w", NoteAlgorithm.Cosignature, new byte[32]);
        return signer.Verifier.ToString();
    }
}
