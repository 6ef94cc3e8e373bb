using Storyprint.Provenance.Checkpoints;
using Storyprint.Provenance.Verification;
using Storyprint.Provenance.Witnesses;

namespace Storyprint.Tests.Provenance.Verification;

public sealed class LogAuditTests
{
    public static TheoryData<string> Damages => [.. LogDamage.All.Select(damage => damage.Name)];

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task Damage_is_found_and_named(string name)
    {
        var damage = LogDamage.Named(name);
        var report = await AuditAsync(damage.Served, damage.Known);
        if (damage.Expected is null)
        {
            Assert.Empty(report.Findings);
        }
        else
        {
            Assert.Contains(report.Findings, finding => finding.GetType() == damage.Expected);
            Assert.All(report.Findings, finding => Assert.NotEmpty(finding.Sentence));
        }
    }

    [Fact]
    public async Task An_edited_entry_is_traced_to_its_bundle_and_makes_no_accusation_of_a_fork()
    {
        var report = await AuditAsync(LogDamage.Named("an entry edited").Served, TestLog.Of(65_800).Files["checkpoint"]);
        Assert.Contains(report.Findings, finding => finding is AuditFinding.TileDiffers { Path: { Level: 0, Index: 256 } });
        Assert.DoesNotContain(report.Findings, finding => finding is AuditFinding.Forked);
    }

    [Fact]
    public async Task A_good_log_is_read_and_compared_whole()
    {
        var report = await AuditAsync(TestLog.Of(70_000));
        Assert.Equal((70_000, 277, true, false), (report.Entries, report.Tiles, report.IsGood, report.StoppedEarly));
    }

    [Fact]
    public async Task A_fork_comes_with_both_checkpoints_as_evidence()
    {
        var damage = LogDamage.Named("forked with the true key");
        var fork = Assert.IsType<AuditFinding.Forked>(Assert.Single((await AuditAsync(damage.Served, damage.Known)).Findings));
        Assert.Equal(damage.Known, fork.Known.ToBytes());
        Assert.Equal(damage.Served.Files["checkpoint"], fork.Current.ToBytes());
    }

    [Fact]
    public async Task Every_known_size_is_recognised_as_the_beginning_and_every_rewritten_one_is_not()
    {
        var log = TestLog.Of(600);
        for (var size = 1; size <= 600; size += 7)
        {
            Assert.True((await AuditAsync(log, TestLog.Of(size).Files["checkpoint"])).IsGood, $"{size}");
            Assert.False((await AuditAsync(log, TestLog.Of(size, edited: size - 1).Files["checkpoint"])).IsGood && size > 1, $"{size}");
        }
    }

    [Fact]
    public async Task A_full_tile_stands_in_for_a_partial_one_while_the_log_grows()
    {
        var (older, newer) = (TestLog.Of(600), TestLog.Of(1000));
        newer.Files["checkpoint"] = older.Files["checkpoint"];
        foreach (var partial in newer.Files.Keys.Where(path => path.Contains(".p/", StringComparison.Ordinal) && path.StartsWith("tile/0", StringComparison.Ordinal)).ToList())
        {
            newer.Files.Remove(partial);
        }

        newer.Files["tile/1/000.p/2"] = older.Files["tile/1/000.p/2"];
        Assert.Empty((await AuditAsync(newer)).Findings);
    }

    [Fact]
    public async Task Entries_are_handed_on_in_order_and_progress_reaches_the_end()
    {
        var seen = new List<byte[]>();
        var furthest = 0L;
        var request = new AuditRequest
        {
            Log = TestKeys.Log.Verifier,
            EntriesRead = (first, entries) =>
            {
                Assert.Equal(seen.Count, first);
                seen.AddRange(entries.Select(entry => entry.ToArray()));
            },
        };
        var progress = new Reporter(step => InterlockedMax(ref furthest, step.Entries));
        var report = await LogAudit.RunAsync(TestLog.Of(1000), request, progress, TestContext.Current.CancellationToken);
        Assert.Equal((1000, 1000), (report.Entries, furthest));
        Assert.Equal(Enumerable.Range(0, 1000).Select(index => TestTree.Entry(index)), seen);
    }

    [Fact]
    public async Task A_log_that_claims_to_be_immense_is_given_up_early()
    {
        var log = TestLog.Of(1);
        Assert.True(SignedCheckpoint.TryParse(log.Files["checkpoint"], out var signed, out _));
        log.Files["checkpoint"] = SignedCheckpoint.Sign(signed.Body with { Size = long.MaxValue }, TestKeys.Log).ToBytes();
        var report = await AuditAsync(log);
        Assert.True(report.StoppedEarly);
        Assert.False(report.IsGood);
    }

    [Fact]
    public async Task A_missing_witness_is_a_finding()
    {
        Assert.True(TrustPolicy.TryParse(
            System.Text.Encoding.UTF8.GetBytes($"log {TestKeys.Log.Verifier}\nwitness w {TestKeys.Witness.Verifier}\nquorum w\n"), out var policy, out _));
        var log = TestLog.Of(3);
        var request = new AuditRequest { Log = TestKeys.Log.Verifier, Policy = policy };
        var alone = await LogAudit.RunAsync(log, request, cancellation: TestContext.Current.CancellationToken);
        Assert.IsType<AuditFinding.PolicyNotMet>(Assert.Single(alone.Findings));

        Assert.True(SignedCheckpoint.TryParse(log.Files["checkpoint"], out var signed, out _));
        log.Files["checkpoint"] = signed.With(Cosignature.Create(TestKeys.Witness, signed, 1679315147)).ToBytes();
        Assert.True((await LogAudit.RunAsync(log, request, cancellation: TestContext.Current.CancellationToken)).IsGood);
    }

    private static Task<AuditReport> AuditAsync(TestLog log, byte[]? known = null) =>
        LogAudit.RunAsync(log, new AuditRequest { Log = TestKeys.Log.Verifier, Known = known }, cancellation: TestContext.Current.CancellationToken);

    private static void InterlockedMax(ref long target, long value)
    {
        for (var seen = Interlocked.Read(ref target); value > seen; seen = Interlocked.Read(ref target))
        {
            Interlocked.CompareExchange(ref target, value, seen);
        }
    }

    private sealed class Reporter(Action<AuditProgress> report) : IProgress<AuditProgress>
    {
        public void Report(AuditProgress value) => report(value);
    }
}
