using System.Security.Cryptography;
using System.Text;
using Storyprint.Print.Marks;
using Storyprint.Provenance.Checkpoints;
using Storyprint.Provenance.Commitments;
using Storyprint.Provenance.Entries;
using Storyprint.Provenance.Merkle;
using Storyprint.Provenance.Names;
using Storyprint.Provenance.Notes;
using Storyprint.Provenance.Receipts;
using Storyprint.Provenance.Seals;
using Storyprint.Provenance.Served;
using Storyprint.Provenance.Tiles;
using Storyprint.Tests.Provenance;

namespace Storyprint.Tests.Verification;

/// <summary>A made-up publication as addresses and what stands there. Damage it, then write it to a folder or serve it.</summary>
internal sealed class TestSite
{
    public static readonly PublisherName Publisher = PublisherName.Parse("news.example.org");
    public static readonly DateTimeOffset Start = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

    private readonly List<byte[]> entries = [];
    private readonly List<(long Index, RevisionEntry Entry, string Text)> revisions = [];
    private readonly Dictionary<string, int> newest = [];

    /// <summary>By address, without a leading slash.</summary>
    public Dictionary<string, byte[]> Files { get; } = [];

    /// <summary>Addresses that are answered with 410.</summary>
    public HashSet<string> Gone { get; } = [];

    public List<PublishedKey> Keys { get; } = [];

    public int Size => entries.Count;

    /// <summary>Two keys, a story of each fate, plain ones, and entries of no known kind: more than one full tile.</summary>
    public static TestSite Usual(int plain = 6) => Prepared(plain).Build();

    public static TestSite Prepared(int plain = 6)
    {
        var site = new TestSite().AddKey(TestKeys.Log.Verifier).AddKey(TestKeys.Seal.Verifier);
        site.Release("1125540", RevisionKind.Publish).Release("1125540", RevisionKind.Update).Release("1125540", RevisionKind.Correction);
        site.Release("5724", RevisionKind.Publish).Release("5724", RevisionKind.Retraction).Release("5724", RevisionKind.Correction);
        site.Release("007", RevisionKind.Publish).Release("007", RevisionKind.Withdrawal);
        for (var i = 0; i < plain; i++)
        {
            site.Release($"{900000 + i}", RevisionKind.Publish);
        }

        while (site.Size < 310)
        {
            site.AddRaw(Encoding.ASCII.GetBytes($"storyprint/filler/v1\n{site.Size}\n"));
        }

        return site;
    }

    public TestSite AddKey(VerifierKey key, KeyChange change = KeyChange.From, bool isListed = true)
    {
        var role = key.Name.EndsWith("/log", StringComparison.Ordinal) ? KeyRole.Log : KeyRole.Seal;
        var at = At(entries.Count);
        if (isListed && change == KeyChange.From)
        {
            Keys.Add(new PublishedKey { Role = role, Ordinal = Keys.Count, Key = key, From = at });
        }
        else if (isListed)
        {
            var place = Keys.FindIndex(listed => listed.Key.Equals(key));
            Keys[place] = change == KeyChange.Until ? Keys[place] with { Until = at } : Keys[place] with { RevokedAtIndex = entries.Count };
        }

        return AddRaw(new KeyEntry { Publisher = Publisher, Role = role, Key = key, Change = change, At = at }.ToBytes());
    }

    public TestSite AddRaw(byte[] entry)
    {
        entries.Add(entry);
        return this;
    }

    public TestSite Release(string code, RevisionKind kind, Func<RevisionEntry, RevisionEntry>? change = null)
    {
        var before = newest.TryGetValue(code, out var at) ? revisions[at] : default;
        Assert.True(RevisionName.TryCreate(code, (before.Entry?.Revision.Number ?? 0) + 1, out var name));
        var text = $"storyprint/text/v1\nlang: en\nheadline: Story {name} «سلام»\n";
        var entry = new RevisionEntry
        {
            Publisher = Publisher,
            Revision = name,
            Language = "en",
            Release = kind,
            PublishedAt = At(entries.Count),
            Text = Commitment.To(TextDigest.Compute(Encoding.UTF8.GetBytes(text)), SaltOf(name)),
            PreviousIndex = before.Entry is null ? null : before.Index,
        };
        entry = change?.Invoke(entry) ?? entry;
        newest[code] = revisions.Count;
        revisions.Add((entries.Count, entry, text));
        return AddRaw(entry.ToBytes());
    }

    /// <summary>Makes every file anew, with a cosigned checkpoint.</summary>
    public TestSite Build(SignerKey? signer = null, bool withContents = true)
    {
        Files.Clear();
        Gone.Clear();
        ReadOnlyMemory<byte>[] all = [.. entries.Select(entry => (ReadOnlyMemory<byte>)entry)];
        var store = TestTree.Store(MerkleHashing.Leaves(all));
        foreach (var tile in TileSet.Entries(Size))
        {
            Files[PublishedFiles.Tile(tile)] = EntryBundle.ToBytes(all.AsSpan((int)tile.Index * TilePath.FullWidth, tile.Width).ToArray());
        }

        foreach (var tile in TileSet.Hashes(Size))
        {
            Files[PublishedFiles.Tile(tile)] = HashTile.CreateAsync(store, tile, default).AsTask().Result;
        }

        var log = signer ?? TestKeys.Log;
        var checkpoint = SignedCheckpoint.Sign(new Checkpoint { Origin = "news.example.org/log", Size = Size, Root = MerkleTree.RootAsync(store, Size, default).AsTask().Result }, log);
        checkpoint = checkpoint.With(Cosignature.Create(TestKeys.Witness, checkpoint, Start.ToUnixTimeSeconds()));
        Files[PublishedFiles.Checkpoint] = checkpoint.ToBytes();
        Assert.True(KeyList.TryCreate(Publisher, Keys, out var list, out var reason), reason);
        Files[PublishedFiles.Keys] = list.ToBytes();
        Files[PublishedFiles.Interface] = Interface.ToBytes();
        Files[PublishedFiles.Policy] = Encoding.UTF8.GetBytes($"log {log.Verifier}\nwitness w1 {TestKeys.Witness.Verifier}\nquorum w1\n");
        if (withContents)
        {
            AddContents(store, checkpoint);
        }

        return this;
    }

    /// <summary>The folder form.</summary>
    public void WriteTo(string folder)
    {
        foreach (var (address, bytes) in Files.Where(file => !(Gone.Contains(file.Key) && file.Key.StartsWith("news/", StringComparison.Ordinal))))
        {
            var path = Path.Combine(folder, PublishedFiles.FileFor(address));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, bytes);
        }
    }

    public void Edit(string address, Func<string, string> change) => Files[address] = Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(Files[address])));

    public void Flip(string address, int at) => Files[address][at] ^= 1;

    public SignedCheckpoint Checkpoint()
    {
        Assert.True(SignedCheckpoint.TryParse(Files[PublishedFiles.Checkpoint], out var signed, out _));
        return signed;
    }

    public static Salt SaltOf(RevisionName revision) => new(SHA256.HashData(Encoding.ASCII.GetBytes($"salt {revision}")).AsSpan(0, Salt.Length));

    public static byte[] Page(string revision, string version, string? status, string? headline = null) => Encoding.UTF8.GetBytes($$"""
        <!doctype html><html lang="en"><head><title>{{headline ?? $"Story {revision} «سلام»"}} – Test</title><link rel="canonical" href="https://news.example.org/news/{{revision.Split('.')[0]}}"><meta name="storyprint:revision" content="{{revision}}">
        {{(status is null ? "" : $"<meta name=\"storyprint:status\" content=\"{status}\">")}}
        <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","version":"{{version}}"}</script>
        </head><body><!-- <meta name="storyprint:revision" content="1.1"> --><article><h1>{{headline ?? $"Story {revision} «سلام»"}}</h1></article></body></html>
        """);

    private static InterfaceDocument Interface { get; } = new()
    {
        Address = "https://news.example.org",
        Editions =
        [
            new InterfaceEdition
            {
                Language = "en",
                Name = "Test",
                Months = [.. Enumerable.Range(1, 12).Select(month => $"month {month}")],
                Sections = new Dictionary<string, string>(),
                Texts = new Dictionary<string, string> { ["print.seal.alt"] = "Seal of this page" },
                Words = [],
            },
        ],
    };

    // As on paper, the seal is read from its modules.
    private static byte[] PrintPage(byte[] page, RevisionEntry entry, string text)
    {
        var seal = Seal.Sign(TestKeys.Seal, 1, entry.Revision, entry.PublishedAt, TextDigest.Compute(Encoding.UTF8.GetBytes(text)).Prefix);
        var mark = SealMark.Create(SealLink.Create(Publisher, entry.Revision, seal).ToString());
        var drawn = $"<svg class=\"seal\" viewBox=\"0 0 {mark.Size} {mark.Size}\" role=\"img\" aria-label=\"Seal of this page\" shape-rendering=\"crispEdges\"><path d=\"{mark.Path()}\"/></svg>";
        return Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(page).Replace("</article>", drawn + "</article>", StringComparison.Ordinal));
    }

    private static DateTimeOffset At(int index) => Start.AddMinutes(index);

    private void AddContents(StoredHashes store, SignedCheckpoint checkpoint)
    {
        foreach (var (index, entry, text) in revisions)
        {
            var isErased = revisions[newest[entry.Revision.Code]].Entry.Release == RevisionKind.Withdrawal;
            var document = isErased ? RevisionDocument.Erase(index, entry) : RevisionDocument.Create(index, entry, SaltOf(entry.Revision), text);
            Files[PublishedFiles.Revision(entry.Revision)] = document.ToBytes();
            Files[PublishedFiles.Proof(entry.Revision)] = new Receipt
            {
                Index = index,
                Proof = InclusionProof.CreateAsync(store, index, Size, default).AsTask().Result,
                Checkpoint = checkpoint,
                Extra = isErased ? null : SaltOf(entry.Revision).ToArray(),
            }.ToBytes();
            if (isErased)
            {
                Gone.Add(PublishedFiles.Revision(entry.Revision));
            }
        }

        foreach (var (code, at) in newest)
        {
            var kinds = revisions.Where(each => each.Entry.Revision.Code == code).Select(each => each.Entry.Release).ToList();
            var status = kinds.Contains(RevisionKind.Retraction) ? "retracted" : kinds.Contains(RevisionKind.Correction) ? "corrected" : kinds.Count > 1 ? "updated" : "current";
            var number = revisions[at].Entry.Revision.Number;
            Files[PublishedFiles.NewsPage(code)] = Page($"{code}.{number}", $"{number}", status, revisions[at].Text.Split("headline: ")[1].TrimEnd());
            if (kinds[^1] == RevisionKind.Withdrawal)
            {
                Gone.Add(PublishedFiles.NewsPage(code));
            }
            else
            {
                Files[PublishedFiles.PrintPage(code)] = PrintPage(Files[PublishedFiles.NewsPage(code)], revisions[at].Entry, revisions[at].Text);
            }
        }
    }
}
