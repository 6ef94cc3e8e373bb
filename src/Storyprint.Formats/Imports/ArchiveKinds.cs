using Storyprint.Formats.Wxr;

namespace Storyprint.Formats.Imports;

public static class ArchiveKinds
{
    public static IArchiveReader? Open(string path, ArchiveOptions options) => new WxrArchive(path, options);
}
