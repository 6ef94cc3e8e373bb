using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Storyprint.Provenance.Merkle;
using Storyprint.Provenance.Notes;

namespace Storyprint.Storage.Log.Witnesses;

/// <summary>The last statement of a witness about the log.</summary>
/// <param name="Size">The size it is about.</param>
public abstract record WitnessStatement(VerifierKey Witness, long Size, DateTimeOffset At)
{
    /// <summary>It cosigned this tree, which cannot be undone.</summary>
    public sealed record Cosigned(VerifierKey Witness, long Size, Sha256Hash Root, DateTimeOffset At) : WitnessStatement(Witness, Size, At);

    /// <summary>It had seen more entries than the log has.</summary>
    public sealed record SawMore(VerifierKey Witness, long Size, DateTimeOffset At) : WitnessStatement(Witness, Size, At);

    /// <summary>It said that the log of this size contradicts what it had seen.</summary>
    public sealed record Contradicted(VerifierKey Witness, long Size, DateTimeOffset At) : WitnessStatement(Witness, Size, At);

    /// <summary>The statement as a line of the file, without line end.</summary>
    internal string Line => this switch
    {
        Cosigned cosigned => Text("cosigned", cosigned.Root.ToString()),
        SawMore => Text("saw-more", "-"),
        _ => Text("contradicted", "-"),
    };

    internal static bool TryParse(string line, [NotNullWhen(true)] out WitnessStatement? word)
    {
        word = null;
        if (line.Split(' ') is not [var at, var kind, var size, var root, var vkey]
            || !long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            || !long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var entries)
            || !VerifierKey.TryParse(vkey, out var witness, out _))
        {
            return false;
        }

        var when = DateTimeOffset.FromUnixTimeSeconds(seconds);
        word = kind switch
        {
            "cosigned" when Sha256Hash.TryParseBase64(root, out var hash) => new Cosigned(witness, entries, hash, when),
            "saw-more" => new SawMore(witness, entries, when),
            "contradicted" => new Contradicted(witness, entries, when),
            _ => null,
        };
        return word is not null;
    }

    private string Text(string kind, string root) => string.Create(CultureInfo.InvariantCulture, $"{At.ToUnixTimeSeconds()} {kind} {Size} {root} {Witness}");
}
