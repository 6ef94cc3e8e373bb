using Storyprint.Provenance.Names;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Log;
using Storyprint.Storage.Log.Witnesses;

namespace Storyprint.Tests;

/// <summary>The log of a test's own publication: its keys and its mark stand in a folder beside the database.</summary>
internal static class TestPublicationLog
{
    public static PublisherName Publisher { get; } = PublisherName.Parse("ledger.example");

    public static PublicationLog Of(Database database, string folder, TimeProvider? clock = null, WitnessList? witnesses = null) => new(
        database, Publisher, new KeyFolder(Path.Combine(folder, "keys")), new HighWaterMark(Path.Combine(folder, "keys", "log.mark"), witnesses is null ? null : () => witnesses), clock ?? TimeProvider.System);
}
