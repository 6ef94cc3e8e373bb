using Storyprint.Provenance.Checkpoints;
using Storyprint.Provenance.Entries;
using Storyprint.Provenance.Merkle;
using Storyprint.Provenance.Notes;
using Storyprint.Provenance.Seals;
using Storyprint.Provenance.Served;
using Storyprint.Tests.Provenance;

namespace Storyprint.Tests.Verification;

/// <summary>One way a publication can be wrong, what must be found, and whether the outside log checker must object as well.</summary>
internal sealed record SiteDamage(string Name, string[] Expected, int ExitCode, bool IsInTheTree, Func<TestSite> Make)
{
    private static readonly SignerKey Other = TestKeys.Create("news.example.org/log", seed: "another");

    public static IReadOnlyList<SiteDamage> All { get; } =
    [
        Good("nothing", _ => { }),
        Good("nothing, and a page without a status of a story that stayed", site => site.Files[PublishedFiles.NewsPage("900000")] = TestSite.Page("900000.1", "1", null)),
        Built("an entry of an unknown kind", [], 0, site => site.AddRaw("storyprint/weather/v1\nrain\n"u8.ToArray())),

        Tree("an entry edited", "tile-differs", site => site.Flip("log/tile/entries/000", site.Files["log/tile/entries/000"].Length - 2), "root-differs", "stories-not-followed"),
        Tree("a bundle cut off", "bundle-damaged", site => site.Files["log/tile/entries/000"] = site.Files["log/tile/entries/000"][..^1], "stories-not-followed"),
        Tree("a bundle missing", "tile-missing", site => site.Files.Remove("log/tile/entries/000"), "stories-not-followed"),
        Tree("a tile of level 0 edited", "tile-differs", site => site.Flip("log/tile/0/000", 32)),
        Tree("a partial tile of level 0 edited", "tile-differs", site => site.Flip("log/tile/0/001.p/54", 0)),
        Tree("a tile of level 1 edited", "tile-differs", site => site.Flip("log/tile/1/000.p/1", 31)),
        Tree("a tile missing", "tile-missing", site => site.Files.Remove("log/tile/1/000.p/1")),
        Tree("the checkpoint's size edited", "checkpoint-not-trusted", site => site.Edit("log/checkpoint", text => text.Replace("\n310\n", "\n311\n", StringComparison.Ordinal)), "stories-not-followed"),
        Tree("the checkpoint missing", "checkpoint-missing", site => site.Files.Remove("log/checkpoint"), "stories-not-followed"),
        Tree("the checkpoint malformed", "checkpoint-unreadable", site => site.Edit("log/checkpoint", text => text[..^1]), "stories-not-followed"),
        Tree("the witness's line wrong", "checkpoint-not-trusted", site => site.Files["log/checkpoint"] = WithWrongWitness(site.Checkpoint()), "stories-not-followed"),
        Edited("the witness's line missing", ["witnesses-missing"], site => site.Files["log/checkpoint"] = SignedCheckpoint.Sign(site.Checkpoint().Body, TestKeys.Log).ToBytes()),
        Tree("a wrong root signed", "root-differs", site => site.Files["log/checkpoint"] = Resign(site, body => body with { Root = MerkleHashing.EmptyRoot }), "stories-not-followed"),
        Tree("signed by another key", "checkpoint-not-trusted", site => site.Files["log/checkpoint"] = SignedCheckpoint.Sign(site.Checkpoint().Body, Other).ToBytes(), "stories-not-followed"),

        Built("an entry malformed", ["entry-malformed"], 1, site => site.AddRaw("storyprint/revision/v1\nstory 1\n"u8.ToArray())),
        Built("an entry of another publisher", ["other-publisher"], 1, site => site.Release("18", RevisionKind.Publish, entry => entry with { Publisher = Storyprint.Provenance.Names.PublisherName.Parse("evil.example") })),
        Built("a revision number left out", ["story-broken", "text-differs"], 1, site => site.Release("18", RevisionKind.Publish).Release("18", RevisionKind.Update, Renumbered(3))),
        Built("a prev that leads elsewhere", ["story-broken"], 1, site => site.Release("1125540", RevisionKind.Update, entry => entry with { PreviousIndex = 3 })),
        Built("a time dated back", ["story-broken", "time-out-of-order"], 1, site => site.Release("1125540", RevisionKind.Update, entry => entry with { PublishedAt = TestSite.Start })),
        Built("a story of its own dated back", ["time-out-of-order"], 1, site => site.Release("18", RevisionKind.Publish, entry => entry with { PublishedAt = TestSite.Start })),
        Built("a story dated ahead of those that follow", ["time-out-of-order"], 1, site => site.Release("18", RevisionKind.Publish, entry => entry with { PublishedAt = TestSite.Start.AddYears(10) }).Release("26", RevisionKind.Publish)),
        Built("a release after a withdrawal", ["story-broken"], 1, site => site.Release("007", RevisionKind.Update).Release("007", RevisionKind.Withdrawal)),
        Built("a key that only the list has", ["keys-differ"], 1, site => site.Keys.Add(new PublishedKey { Role = Storyprint.Provenance.Names.KeyRole.Seal, Ordinal = 3, Key = TestKeys.Create("news.example.org/seal", seed: "slipped in").Verifier, From = TestSite.Start })),
        Built("a key that only the log has", ["keys-differ"], 1, site => site.AddKey(TestKeys.Create("news.example.org/seal", seed: "hidden").Verifier, isListed: false)),
        Built("a revocation that the list hides", ["keys-differ"], 1, site => site.AddKey(TestKeys.Seal.Verifier, KeyChange.Revoked, isListed: false)),
        Built("a seal key revoked, and the list says so", [], 0, site => site.AddKey(TestKeys.Seal.Verifier, KeyChange.Revoked)),
        Built("a seal key retired, and the list says so", [], 0, site => site.AddKey(TestKeys.Seal.Verifier, KeyChange.Until)),
        Built("the log's key revoked, and still signing", ["key-revoked"], 1, site => site.AddKey(TestKeys.Log.Verifier, KeyChange.Revoked)),
        Edited("the key list missing", ["keys-missing"], site => site.Files.Remove(PublishedFiles.Keys), exitCode: 2),
        Edited("the key list malformed", ["keys-unreadable"], site => site.Edit(PublishedFiles.Keys, text => text[..^9])),
        Edited("the policy malformed", ["policy-unreadable"], site => site.Edit(PublishedFiles.Policy, _ => "quorum 7\n")),

        Edited("a wrong text", ["text-differs"], site => site.Edit(PublishedFiles.Revision(Rev("1125540.2")), text => text.Replace("Story", "Stary", StringComparison.Ordinal))),
        Edited("a wrong salt", ["receipt-does-not-hold", "text-differs"], site => site.Edit(PublishedFiles.Revision(Rev("1125540.2")), text => text.Replace(TestSite.SaltOf(Rev("1125540.2")).ToString(), new string('0', 32), StringComparison.Ordinal))),
        Edited("another revision's text", ["receipt-does-not-hold", "revision-is-another"], site => site.Files[PublishedFiles.Revision(Rev("1125540.2"))] = site.Files[PublishedFiles.Revision(Rev("1125540.1"))]),
        Edited("a revision's file missing", ["revision-missing"], site => site.Files.Remove(PublishedFiles.Revision(Rev("900001.1")))),
        Edited("a revision's file malformed", ["revision-unreadable"], site => site.Edit(PublishedFiles.Revision(Rev("900001.1")), text => text[1..])),
        Edited("a revision's entry with other words", ["revision-is-another"], site => site.Edit(PublishedFiles.Revision(Rev("900001.1")), text => text.Replace("lang en", "lang fa", StringComparison.Ordinal))),
        Edited("a text erased without a withdrawal", ["erased-without-withdrawal"], site => site.Files[PublishedFiles.Revision(Rev("900001.1"))] = Erased(site, "900001.1")),
        Edited("a receipt missing", ["receipt-missing"], site => site.Files.Remove(PublishedFiles.Proof(Rev("900002.1")))),
        Edited("a receipt malformed", ["receipt-unreadable"], site => site.Edit(PublishedFiles.Proof(Rev("900002.1")), text => text[1..])),
        Edited("another revision's receipt", ["receipt-does-not-hold"], site => site.Files[PublishedFiles.Proof(Rev("900002.1"))] = site.Files[PublishedFiles.Proof(Rev("900003.1"))]),
        Edited("a receipt whose proof is edited", ["receipt-does-not-hold"], site => site.Edit(PublishedFiles.Proof(Rev("900002.1")), text => text.Replace("index 12\n", "index 12\n" + MerkleHashing.EmptyRoot + "\n", StringComparison.Ordinal))),

        Edited("a page that shows an older revision", ["page-shows-other"], site => site.Files[PublishedFiles.NewsPage("1125540")] = TestSite.Page("1125540.2", "2", "updated")),
        Edited("a page that shows a newer revision than the log has", ["page-shows-other"], site => site.Files[PublishedFiles.NewsPage("1125540")] = TestSite.Page("1125540.4", "4", "corrected")),
        Edited("a page that shows another story", ["page-shows-other"], site => site.Files[PublishedFiles.NewsPage("1125540")] = TestSite.Page("900000.3", "3", "corrected")),
        Edited("a page whose JSON-LD says another version", ["page-shows-other"], site => site.Files[PublishedFiles.NewsPage("1125540")] = TestSite.Page("1125540.3", "2", "corrected")),
        Edited("a page without the mark", ["page-unreadable"], site => site.Edit(PublishedFiles.NewsPage("1125540"), text => text.Replace("storyprint:revision", "other", StringComparison.Ordinal)), exitCode: 2),
        Edited("a page with two marks", ["page-unreadable"], site => site.Edit(PublishedFiles.NewsPage("1125540"), text => text.Replace("<title>", "<meta name=\"storyprint:revision\" content=\"1125540.2\"><title>", StringComparison.Ordinal)), exitCode: 2),
        Edited("a retraction that the page hides", ["status-differs"], site => site.Files[PublishedFiles.NewsPage("5724")] = TestSite.Page("5724.3", "3", "corrected")),
        Edited("a retraction of which the page says nothing", ["page-unreadable"], site => site.Files[PublishedFiles.NewsPage("5724")] = TestSite.Page("5724.3", "3", null), exitCode: 2),
        Edited("a correction that the page hides", ["status-differs"], site => site.Files[PublishedFiles.NewsPage("1125540")] = TestSite.Page("1125540.3", "3", "current")),
        Edited("a retraction that the page makes up", ["status-differs"], site => site.Files[PublishedFiles.NewsPage("900000")] = TestSite.Page("900000.1", "1", "retracted")),
        Edited("a page missing", ["page-missing"], site => site.Files.Remove(PublishedFiles.NewsPage("900000"))),
        Edited("a withdrawn story that is still shown", ["page-not-gone"], site => site.Gone.Remove(PublishedFiles.NewsPage("007"))),
    ];

    public static SiteDamage Named(string name) => All.Single(damage => damage.Name == name);

    private static Storyprint.Provenance.Names.RevisionName Rev(string text) => Storyprint.Provenance.Names.RevisionName.Parse(text);

    private static SiteDamage Good(string name, Action<TestSite> change) => Edited(name, [], change, exitCode: 0);

    private static SiteDamage Edited(string name, string[] expected, Action<TestSite> change, int exitCode = 1) => new(name, expected, exitCode, false, () =>
    {
        var site = TestSite.Usual();
        change(site);
        return site;
    });

    private static SiteDamage Tree(string name, string expected, Action<TestSite> change, params string[] also) =>
        Edited(name, [.. also.Append(expected).Order(StringComparer.Ordinal)], change) with { IsInTheTree = true };

    // Logged so, and signed: the tree is good, what it says is not.
    private static SiteDamage Built(string name, string[] expected, int exitCode, Action<TestSite> add) => new(name, expected, exitCode, false, () =>
    {
        var site = TestSite.Prepared();
        add(site);
        return site.Build();
    });

    private static Func<RevisionEntry, RevisionEntry> Renumbered(int number) => entry => entry with { Revision = Rev($"{entry.Revision.Code}.{number}") };

    private static byte[] Resign(TestSite site, Func<Checkpoint, Checkpoint> change)
    {
        var signed = SignedCheckpoint.Sign(change(site.Checkpoint().Body), TestKeys.Log);
        return signed.With(Cosignature.Create(TestKeys.Witness, signed, 1)).ToBytes();
    }

    private static byte[] WithWrongWitness(SignedCheckpoint checkpoint)
    {
        var line = checkpoint.Note.Signatures.Single(signature => signature.ClaimsToBeBy(TestKeys.Witness.Verifier));
        var wrong = line.Signature.ToArray();
        wrong[^1] ^= 1;
        return checkpoint.With(new NoteSignature(line.Name, line.KeyId, wrong)).ToBytes();
    }

    private static byte[] Erased(TestSite site, string name)
    {
        Assert.True(RevisionDocument.TryParse(site.Files[PublishedFiles.Revision(Rev(name))], out var document, out _));
        site.Edit(PublishedFiles.Proof(Rev(name)), text => string.Join('\n', text.Split('\n').Where(line => !line.StartsWith("extra ", StringComparison.Ordinal))));
        return (document with { Text = null, Salt = null, Erased = true }).ToBytes();
    }

    public override string ToString() => Name;
}
