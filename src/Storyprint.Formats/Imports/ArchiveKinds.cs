using Storyprint.Formats.Wxr;

namespace Storyprint.Formats.Imports;

public static class ArchiveKinds
{
    public static IArchiveReader? Open(string path, ArchiveOptions options) => Directory.Exists(path) ? new MarkdownFolders.MarkdownArchive(path, options) : new WxrArchive(path, options);
}
