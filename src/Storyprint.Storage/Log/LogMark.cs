using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Storyprint.Provenance.Merkle;

namespace Storyprint.Storage.Log;

/// <summary>The size and root of the log at the last acknowledged release.</summary>
public sealed record LogMark(long Size, Sha256Hash Root, DateTimeOffset At)
{
    /// <summary>The mark as a line, without line end: <c>SIZE ROOT SECONDS</c>.</summary>
    internal string Line => string.Create(CultureInfo.InvariantCulture, $"{Size} {Root} {At.ToUnixTimeSeconds()}");

    internal static bool TryParse(string line, [NotNullWhen(true)] out LogMark? mark)
    {
        mark = line.Split(' ') is [var size, var root, var at]
            && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var entries)
            && Sha256Hash.TryParseBase64(root, out var hash)
            && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? new LogMark(entries, hash, DateTimeOffset.FromUnixTimeSeconds(seconds))
            : null;
        return mark is not null;
    }
}
