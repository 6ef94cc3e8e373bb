using System.Text;
using Storyprint.Provenance.Checkpoints;
using Storyprint.Provenance.Verification;

namespace Storyprint.Tests.Provenance.Verification;

/// <summary>One way a log can be wrong, and the finding that must come of it. The table is also played to the checker in Go.</summary>
/// <param name="Name">The row's name.</param>
/// <param name="Expected">The finding that names the damage, or null where the log is good.</param>
/// <param name="Served">What the auditor meets.</param>
/// <param name="Known">The checkpoint that the auditor kept, or null.</param>
internal sealed record LogDamage(string Name, Type? Expected, TestLog Served, byte[]? Known = null)
{
    // Three levels of tiles, the last of each partial.
    public const int Size = 66_000;
    private const int Before = 65_800;
    private const int Edited = 65_700;

    private static readonly TestLog Good = TestLog.Of(Size);
    private static readonly TestLog Rewritten = TestLog.Of(Size, Edited);

    public static IReadOnlyList<LogDamage> All { get; } =
    [
        new("nothing", null, Good),
        new("nothing, and it grew", null, Good, TestLog.Of(Before).Files["checkpoint"]),
        new("nothing, and it grew from a whole tile", null, Good, TestLog.Of(65_536).Files["checkpoint"]),
        new("nothing, and it grew from one entry", null, Good, TestLog.Of(1).Files["checkpoint"]),
        new("nothing, and it grew from nothing", null, Good, TestLog.Of(0).Files["checkpoint"]),
        new("nothing, and it stayed", null, Good, Good.Files["checkpoint"]),
        new("nothing, and it is empty", null, TestLog.Of(0)),
        new("nothing, and it has one entry", null, TestLog.Of(1)),
        new("an entry edited", typeof(AuditFinding.TileDiffers), With("tile/entries/256", bytes => bytes[9] ^= 1)),
        new("an entry and its tile edited", typeof(AuditFinding.TileDiffers), From(Rewritten, "tile/entries/256", "tile/0/256")),
        new("an entry and all tiles edited", typeof(AuditFinding.RootDiffers), From(Good, Rewritten, "checkpoint")),
        new("a bundle cut off", typeof(AuditFinding.BundleDamaged), Replaced("tile/entries/000", bytes => bytes[..^1])),
        new("a bundle with a byte too many", typeof(AuditFinding.BundleDamaged), Replaced("tile/entries/000", bytes => [.. bytes, 0])),
        new("a bundle missing", typeof(AuditFinding.TileMissing), Without("tile/entries/100")),
        new("the last bundle missing", typeof(AuditFinding.TileMissing), Without("tile/entries/257.p/208")),
        new("a tile edited", typeof(AuditFinding.TileDiffers), With("tile/0/003", bytes => bytes[77] ^= 0x80)),
        new("a partial tile edited", typeof(AuditFinding.TileDiffers), With("tile/0/257.p/208", bytes => bytes[^1] ^= 1)),
        new("a tile of level 1 edited", typeof(AuditFinding.TileDiffers), With("tile/1/000", bytes => bytes[0] ^= 1)),
        new("a tile of level 2 edited", typeof(AuditFinding.TileDiffers), With("tile/2/000.p/1", bytes => bytes[0] ^= 1)),
        new("a tile cut off", typeof(AuditFinding.TileDiffers), Replaced("tile/0/003", bytes => bytes[..^32])),
        new("a tile missing", typeof(AuditFinding.TileMissing), Without("tile/1/001.p/1")),
        new("the checkpoint edited", typeof(AuditFinding.CheckpointNotTrusted), ReplacedText("66000", "66001")),
        new("the checkpoint malformed", typeof(AuditFinding.CheckpointUnreadable), Replaced("checkpoint", bytes => bytes[..^1])),
        new("the checkpoint missing", typeof(AuditFinding.CheckpointMissing), Without("checkpoint")),
        new("the checkpoint signed by another key", typeof(AuditFinding.CheckpointNotTrusted), Signed(size: Size, key: "another")),
        new("the checkpoint of another log", typeof(AuditFinding.CheckpointNotTrusted), Signed(size: Size, origin: "other.example.org/log")),
        new("a larger size signed than there is", typeof(AuditFinding.TileMissing), Signed(size: Size + 1)),
        new("a wrong root signed", typeof(AuditFinding.RootDiffers), Signed(size: Size, root: TestLog.Of(1))),
        new("a wrong root signed of an empty log", typeof(AuditFinding.RootDiffers), Signed(size: 0, root: TestLog.Of(1))),
        new("rolled back", typeof(AuditFinding.RolledBack), TestLog.Of(Before), Good.Files["checkpoint"]),
        new("rolled back to nothing", typeof(AuditFinding.RolledBack), TestLog.Of(0), Good.Files["checkpoint"]),
        new("forked with the true key", typeof(AuditFinding.Forked), Rewritten, TestLog.Of(Before).Files["checkpoint"]),
        new("forked with the true key at the same size", typeof(AuditFinding.Forked), Rewritten, Good.Files["checkpoint"]),
        new("a kept checkpoint by another key", typeof(AuditFinding.KnownStateUnusable), Good, Signed(size: Size, key: "another").Files["checkpoint"]),
    ];

    public static LogDamage Named(string name) => All.Single(damage => damage.Name == name);

    public override string ToString() => Name;

    private static TestLog With(string path, Action<byte[]> edit)
    {
        var log = Good.Copy();
        edit(log.Files[path]);
        return log;
    }

    private static TestLog Replaced(string path, Func<byte[], byte[]> edit)
    {
        var log = Good.Copy();
        log.Files[path] = edit(log.Files[path]);
        return log;
    }

    private static TestLog ReplacedText(string there, string here) =>
        Replaced("checkpoint", bytes => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).Replace(there, here, StringComparison.Ordinal)));

    private static TestLog Without(string path)
    {
        var log = Good.Copy();
        log.Files.Remove(path);
        return log;
    }

    private static TestLog From(TestLog other, params string[] paths) => From(other, Good, paths);

    private static TestLog From(TestLog some, TestLog rest, params string[] paths)
    {
        var log = rest.Copy();
        foreach (var path in paths)
        {
            log.Files[path] = some.Files[path];
        }

        return log;
    }

    private static TestLog Signed(int size, string key = "news.example.org/log", string origin = "news.example.org/log", TestLog? root = null)
    {
        Assert.True(SignedCheckpoint.TryParse((root ?? Good).Files["checkpoint"], out var known, out _));
        using var signer = TestKeys.Create("news.example.org/log", seed: key);
        return Replaced("checkpoint", _ => SignedCheckpoint.Sign(known.Body with { Size = size, Origin = origin }, signer).ToBytes());
    }
}
