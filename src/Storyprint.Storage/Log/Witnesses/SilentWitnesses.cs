using System.Globalization;
using Storyprint.Provenance.Notes;

namespace Storyprint.Storage.Log.Witnesses;

/// <summary>
/// Which witnesses did not answer lately, in a small file beside their statements: whoever releases next does not wait for them once more. It only saves time, so
/// what cannot be read or written is left.
/// </summary>
public sealed class SilentWitnesses(string path)
{
    /// <summary>How long one that did not answer is not waited for.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    private const int MaxBytes = 1 << 14;
    private readonly LineFile file = new(path, MaxBytes);

    public bool IsSilent(VerifierKey witness, DateTimeOffset now) => Find(witness) is { } since && now >= since && now - since < Pause;

    /// <summary>Remembers whether it answered.</summary>
    public void Keep(VerifierKey witness, bool answered, DateTimeOffset now)
    {
        if (answered ? Find(witness) is null : IsSilent(witness, now))
        {
            return;
        }

        try
        {
            file.Append(() => string.Create(CultureInfo.InvariantCulture, $"{(answered ? 0 : now.ToUnixTimeSeconds())} {witness}"), () => [], isDurable: false);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Safe: it is waited for again.
        }
    }

    private DateTimeOffset? Find(VerifierKey witness)
    {
        try
        {
            var last = file.Read(MaxBytes)?.Lines.LastOrDefault(line => line.EndsWith($" {witness}", StringComparison.Ordinal));
            return last is not null && long.TryParse(last.Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at is > 0 and < 253_402_300_799
                ? DateTimeOffset.FromUnixTimeSeconds(at)
                : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
