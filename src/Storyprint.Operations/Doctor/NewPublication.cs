using Storyprint.Provenance.Names;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Log;

namespace Storyprint.Operations.Doctor;

/// <summary>Whether a publication was never started: then nothing is missing, the first start makes it.</summary>
internal static class NewPublication
{
    /// <summary>There are no keys, no mark and no database file. Of a server only its tables tell: <see cref="DatabaseCheck"/> looks at them.</summary>
    public static bool Is(Installation installation) =>
        !File.Exists(installation.Keys.PathOf(KeyRole.Log)) && !File.Exists(installation.Keys.PathOf(KeyRole.Seal)) && installation.Log.Mark.Read() is MarkReading.None
        && (installation.Database is not SqliteDatabase file || !File.Exists(file.FilePath));
}
