using Storyprint.Stories.Archives;

namespace Storyprint.Formats.Imports;

/// <summary>Where the files of a folder stand, as identities without an own one.</summary>
/// <param name="root">The folder that is imported.</param>
/// <param name="archive">The name that was given to it, or null.</param>
internal sealed class ArchivePlace(string root, string? archive)
{
    private readonly string full = Path.GetFullPath(root).Replace('\\', '/').TrimEnd('/');

    /// <param name="relative">The path of the file below the folder, with slashes.</param>
    public ArchiveIdentity Of(string format, string relative)
    {
        var name = archive ?? full[(full.LastIndexOf('/') + 1)..];
        var place = name.Length > 0 ? $"{name}/{relative}" : relative;

        // Versions without names stored the path alone; whoever gives the folder's own name means what was imported under it.
        IReadOnlyList<string> others = archive is null ? ArchiveIdentity.PlacesOf($"{full}/{relative}", place)
            : full.EndsWith("/" + archive, StringComparison.Ordinal) ? [relative]
            : [];
        return new ArchiveIdentity { Format = format, Archive = archive, Place = place, OtherPlaces = others };
    }
}
