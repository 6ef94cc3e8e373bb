using System.Text.Json;
using Storyprint.Operations;
using Storyprint.Serving;
using Storyprint.Stories.Editions;
using Storyprint.Tests.Engines;
using Storyprint.Verification;

namespace Storyprint.Tests.Storage.Released;

/// <summary>What a released version published, in whichever version of canonical text, is shown as it was sealed.</summary>
public sealed class ReleasedVerifiedTests
{
    public static TheoryData<string> Released() => [.. ReleasedVersions.All()];

    [Theory]
    [MemberData(nameof(Released))]
    public async Task A_publication_of_a_released_version_is_served_and_verified_in_full(string version)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("storyprint-released-").FullName;
        await using var engine = await TestEngine.CreateAsync(folder);
        await ReleasedVersions.LoadAsync(version, engine, cancellation);
        await File.WriteAllTextAsync(Installation.SettingsPath(folder), JsonSerializer.Serialize(TestPublication.Settings, PublicationJson.Default.Publication), cancellation);
        var installation = Installation.Open(folder).Installation!;
        await installation.Database.MigrateAsync(cancellation);
        await using (var app = WebHost.Create(installation, "127.0.0.1", 0))
        {
            await app.StartAsync(cancellation);
            using var site = new SiteOverHttp(new Uri(app.Urls.First()));
            var report = await SiteCheck.RunAsync(new SiteCheckRequest { Site = site, State = new StateFile(Path.Combine(folder, "state.json")), IsFull = true }, cancellation);
            Assert.True(report.ExitCode == 0, string.Join('\n', report.Findings.All.Select(finding => $"{finding.Kind.Word} {finding.About}: {finding.Sentence}")));
            Assert.True(report.Readers!.Counts is { Histories: 2, Comparisons: 1, Scans: > 2 }, $"{report.Readers.Counts}");
        }

        installation.Database.CloseIdle();
        Directory.Delete(folder, recursive: true);
    }
}
