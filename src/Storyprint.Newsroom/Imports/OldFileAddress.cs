using Storyprint.Storage.Stories;

namespace Storyprint.Newsroom.Imports;

/// <summary>The addresses that a file had on the old site.</summary>
internal static class OldFileAddress
{
    /// <summary>Those of the given addresses that can be kept; files of folders never had one.</summary>
    /// <param name="target">The path at which the file is now.</param>
    public static IReadOnlyList<LegacyTarget> Of(string target, string hash, params IReadOnlyList<string> addresses) =>
    [
        .. addresses.Where(address => !address.StartsWith("file:", StringComparison.Ordinal)).Select(LegacyUrl.Normalize).OfType<string>().Where(path => path.Contains('/', StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)
            .Select(path => new LegacyTarget(path, target, hash)),
    ];
}
