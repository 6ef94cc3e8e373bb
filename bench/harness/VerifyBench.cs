using System.Diagnostics;
using System.Security.Cryptography;
using Storyprint.Provenance.Checkpoints;
using Storyprint.Provenance.Commitments;
using Storyprint.Provenance.Entries;
using Storyprint.Provenance.Merkle;
using Storyprint.Provenance.Names;
using Storyprint.Provenance.Notes;
using Storyprint.Provenance.Seals;
using Storyprint.Provenance.Served;
using Storyprint.Provenance.Tiles;

namespace Storyprint.Bench;

/// <summary>Entries a second of <c>storyprint verify --log-only</c> on a folder, against reading the same entries from the same files and hashing their bytes once.</summary>
internal static class VerifyBench
{
    private static readonly PublisherName Publisher = PublisherName.Parse("bench.example");
    private static readonly DateTimeOffset Start = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task RunAsync(string program, int entries, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("storyprint-bench-").FullName;
        try
        {
            var bytes = await WriteAsync(folder, entries);
            Console.WriteLine($"verify: a log of {entries:N0} entries, {bytes / 1e6:0} MB of bundles, {rounds} rounds in turns");
            var results = new List<(double Ours, double Bare)>();
            double memory = 0;
            for (var round = 1; round <= rounds; round++)
            {
                var bare = Bare(folder, entries);
                var (ours, megabytes) = await VerifyAsync(program, folder);
                results.Add((ours, bare));
                memory = Math.Max(memory, megabytes);
                Console.WriteLine($"  round {round}: verify {ours,6:0.0} s, {entries / ours,9:N0} entries/s   reading and SHA-256 {bare,6:0.00} s, {entries / bare,9:N0} entries/s   ratio {ours / bare:0.0}");
            }

            new Figure { Bench = "verify", What = $"`verify --log-only` of {entries:N0} entries in a folder, start included", Rounds = [.. results.Select(result => result.Ours)], Unit = "s", AtMost = 60 }.Report();
            new Figure
            {
                Bench = "verify",
                What = "the same",
                Rounds = [.. results.Select(result => result.Ours / result.Bare)],
                Unit = "times",
                Beside = "reading the same files and one SHA-256 of each entry, on one core, in turns",
            }.Report();
            new Figure { Bench = "verify", What = "resident memory at the most", Rounds = [memory], Unit = "MB" }.Report();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // As an archive writes it: a third of the stories has a second revision.
    private static async Task<long> WriteAsync(string folder, int entries)
    {
        using var key = SignerKey.FromSeed("bench.example/log", NoteAlgorithm.Ed25519, SHA256.HashData("bench log"u8));
        var store = new StoredHashes();
        var tree = new TreeBuilder();
        var bundle = new List<ReadOnlyMemory<byte>>();
        long bytes = 0;
        for (var index = 0; index < entries; index++)
        {
            var entry = Entry(index, key.Verifier).ToBytes();
            bytes += entry.Length;
            tree.Append(MerkleHashing.Leaf(entry), store.Add);
            bundle.Add(entry);
            if (bundle.Count == TilePath.FullWidth || index == entries - 1)
            {
                Write(folder, PublishedFiles.Tile(TilePath.Entries(index / TilePath.FullWidth, bundle.Count)), EntryBundle.ToBytes(bundle));
                bundle.Clear();
            }
        }

        foreach (var tile in TileSet.Hashes(entries))
        {
            Write(folder, PublishedFiles.Tile(tile), await HashTile.CreateAsync(store, tile, default));
        }

        Write(folder, PublishedFiles.Checkpoint, SignedCheckpoint.Sign(new Checkpoint { Origin = "bench.example/log", Size = entries, Root = tree.Root() }, key).ToBytes());
        var listed = new PublishedKey { Role = KeyRole.Log, Ordinal = 0, Key = key.Verifier, From = Start };
        _ = KeyList.TryCreate(Publisher, [listed], out var list, out _);
        Write(folder, PublishedFiles.Keys, list!.ToBytes());
        return bytes;
    }

    private static LogEntry Entry(int index, VerifierKey key)
    {
        if (index == 0)
        {
            return new KeyEntry { Publisher = Publisher, Role = KeyRole.Log, Key = key, Change = KeyChange.From, At = Start };
        }

        var isSecond = index % 4 == 0;
        return new RevisionEntry
        {
            Publisher = Publisher,
            Revision = RevisionName.Parse($"{1_000_000 + (isSecond ? index - 1 : index)}.{(isSecond ? 2 : 1)}"),
            Language = "en",
            Release = isSecond ? RevisionKind.Correction : RevisionKind.Publish,
            PublishedAt = Start.AddSeconds(100L * index),
            Text = new Commitment(Sha256Hash.HashData(BitConverter.GetBytes(index))),
            PreviousIndex = isSecond ? index - 1 : null,
        };
    }

    private static void Write(string folder, string address, byte[] bytes)
    {
        var path = Path.Combine(folder, PublishedFiles.FileFor(address));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }

    private static double Bare(string folder, int entries)
    {
        var watch = Stopwatch.StartNew();
        Span<byte> hash = stackalloc byte[32];
        foreach (var tile in TileSet.Entries(entries))
        {
            if (!EntryBundle.TryParse(File.ReadAllBytes(Path.Combine(folder, PublishedFiles.FileFor(PublishedFiles.Tile(tile)))), tile.Width, out var bundle, out var reason))
            {
                throw new InvalidDataException(reason);
            }

            foreach (var entry in bundle)
            {
                SHA256.HashData(entry.Span, hash);
            }
        }

        return watch.Elapsed.TotalSeconds;
    }

    private static async Task<(double Seconds, double Megabytes)> VerifyAsync(string program, string folder)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(program, ["verify", folder, "--log-only", "--state", Path.Combine(folder, "state.json")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var memory = 0L;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        while (!process.HasExited)
        {
            process.Refresh();
            memory = Math.Max(memory, process.HasExited ? 0 : process.PeakWorkingSet64);
            await Task.Delay(50);
        }

        var seconds = watch.Elapsed.TotalSeconds;
        return process.ExitCode == 0 ? (seconds, memory / 1e6) : throw new InvalidDataException($"The good log was not called good: {await output}{await errors}");
    }
}
