using Storyprint.Provenance.Entries;
using Storyprint.Provenance.Served;
using Storyprint.Tests.Provenance;
using Storyprint.Verification;

namespace Storyprint.Tests.Verification;

/// <summary>What one check remembers, the next one holds the log against.</summary>
public sealed class MemoryBetweenChecksTests : IDisposable
{
    private readonly Checking checking = new();

    [Fact]
    public async Task A_log_that_grew_is_good()
    {
        Assert.Equal(0, (await checking.FolderAsync(TestSite.Usual())).ExitCode);
        var report = await checking.FolderAsync(TestSite.Prepared().Release("18", RevisionKind.Publish).Build());
        Assert.Equal((0, 310L), (report.ExitCode, report.Trust!.Known!.Size));
        Assert.Contains("310 entries", ReportText.Write(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rollback_is_found_every_time_and_comes_with_both_checkpoints()
    {
        await checking.FolderAsync(TestSite.Prepared().Release("18", RevisionKind.Publish).Build());
        for (var again = 0; again < 2; again++)
        {
            var report = await checking.FolderAsync(TestSite.Usual());
            Assert.Equal(["rolled-back"], Checking.Kinds(report));
            Assert.Equal(2, report.Findings.All.Single(finding => finding.Kind == FindingKinds.RolledBack).Evidence.Count);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_fork_with_the_true_key_is_found(bool isLonger)
    {
        await checking.FolderAsync(TestSite.Prepared().Release("18", RevisionKind.Publish).Build());
        var fork = TestSite.Prepared().Release("26", RevisionKind.Publish);
        var report = await checking.FolderAsync((isLonger ? fork.Release("34", RevisionKind.Publish) : fork).Build());
        Assert.Equal(["forked"], Checking.Kinds(report));
        Assert.Contains("| news.example.org/log", ReportText.Write(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receipt_from_another_history_shows_a_fork_without_any_memory()
    {
        var site = TestSite.Prepared().Release("18", RevisionKind.Publish).Release("26", RevisionKind.Publish).Build();
        var other = TestSite.Prepared().Release("18", RevisionKind.Publish).Release("34", RevisionKind.Publish).Build();
        var earlier = TestSite.Prepared().Release("18", RevisionKind.Publish).Build();
        var (first, second) = (PublishedFiles.Proof(Storyprint.Provenance.Names.RevisionName.Parse("900000.1")), PublishedFiles.Proof(Storyprint.Provenance.Names.RevisionName.Parse("900001.1")));
        site.Files[first] = earlier.Files[first];
        Assert.Empty(Checking.Kinds(await checking.FolderAsync(site)));
        site.Files[second] = other.Files[second];
        var report = await checking.FolderAsync(site);
        Assert.Equal(["forked"], Checking.Kinds(report));
        Assert.Equal(second, report.Findings.All.Single(finding => finding.Kind == FindingKinds.Forked).About);
    }

    [Fact]
    public async Task A_damaged_log_is_not_remembered()
    {
        var site = TestSite.Usual();
        site.Flip("log/tile/0/000", 1);
        await checking.FolderAsync(site);
        Assert.False(File.Exists(checking.StatePath));
    }

    [Fact]
    public async Task A_wrong_page_does_not_keep_the_log_from_being_remembered()
    {
        var site = TestSite.Usual();
        site.Files.Remove(PublishedFiles.NewsPage("900000"));
        await checking.FolderAsync(site);
        Assert.Equal(310, new StateFile(checking.StatePath).Read().Logs["news.example.org/log"].Size);
    }

    [Fact]
    public async Task A_key_that_the_log_announced_may_sign_next_and_another_may_not()
    {
        using var next = TestKeys.Create("news.example.org/log", seed: "next");
        using var stranger = TestKeys.Create("news.example.org/log", seed: "stranger");
        TestSite Announced() => TestSite.Prepared().AddKey(next.Verifier);
        Assert.Empty(Checking.Kinds(await checking.FolderAsync(Announced().Build())));

        var changed = await checking.FolderWithoutKeyAsync(Announced().AddKey(TestKeys.Log.Verifier, KeyChange.Until).Build(next));
        Assert.Empty(Checking.Kinds(changed));
        Assert.Equal(next.Verifier, changed.Trust!.Log);

        var taken = await checking.FolderWithoutKeyAsync(Announced().AddKey(TestKeys.Log.Verifier, KeyChange.Until).AddKey(stranger.Verifier).Build(stranger));
        Assert.Equal(["checkpoint-not-trusted", "key-changed", "stories-not-followed"], Checking.Kinds(taken));
    }

    [Fact]
    public async Task A_log_under_another_name_at_the_same_address_is_found()
    {
        await checking.FolderAsync(TestSite.Usual());
        var kept = new StateFile(checking.StatePath);
        var text = await File.ReadAllTextAsync(kept.Path, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(kept.Path, text.Replace("\"news.example.org/log\": {", "\"old.example.org/log\": {", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Assert.Equal(["other-log"], Checking.Kinds(await checking.FolderAsync(TestSite.Usual())));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("{\"logs\":{\"news.example.org/log\":{\"address\":\"a folder\",\"keys\":[],\"size\":1,\"root\":\"\",\"checkpoint\":\"nothing\",\"checkedAt\":\"2026-01-01T00:00:00Z\"}}}")]
    public async Task A_damaged_memory_is_said_and_left_as_it_is(string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(checking.StatePath)!);
        await File.WriteAllTextAsync(checking.StatePath, content, TestContext.Current.CancellationToken);
        var report = await checking.FolderAsync(TestSite.Usual());
        Assert.Equal((2, "state-unusable"), (report.ExitCode, Assert.Single(Checking.Kinds(report))));
        Assert.Equal(content, await File.ReadAllTextAsync(checking.StatePath, TestContext.Current.CancellationToken));
    }

    public void Dispose() => checking.Dispose();
}
