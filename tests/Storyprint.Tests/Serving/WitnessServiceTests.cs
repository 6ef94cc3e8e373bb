using System.Text.Json;
using Microsoft.Extensions.Logging;
using Storyprint.Newsroom.Witnesses;
using Storyprint.Operations;
using Storyprint.Provenance.Witnesses;
using Storyprint.Serving;
using Storyprint.Storage.Log.Witnesses;
using Storyprint.Stories.Editions;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Newsroom.Witnesses;
using Storyprint.Tests.Storage.Releases;

namespace Storyprint.Tests.Serving;

public class WitnessServiceTests
{
    public sealed class OnPostgres : WitnessServiceTests, IOnPostgres;

    private static readonly WitnessIntervals Quick = new(TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(100));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_served_site_brings_each_release_to_the_witnesses_whoever_made_it()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await using var witness = await TestWitness.StartAsync();
        var settings = TestPublication.Settings with { Witnesses = [witness.Setting], WitnessQuorum = 1, Database = desk.Engine.Setting ?? "" };
        await File.WriteAllTextAsync(Installation.SettingsPath(desk.Folder), JsonSerializer.Serialize(settings, PublicationJson.Default.Publication), Cancellation);
        var (installation, problem) = Installation.Open(desk.Folder);
        Assert.True(installation is not null, problem);
        await using var app = WebHost.Create(installation, "127.0.0.1", 0, Quick);
        await app.StartAsync(Cancellation);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        Assert.True(TrustPolicy.TryParse(await client.GetByteArrayAsync(".well-known/storyprint/policy", Cancellation), out var policy, out var reason), reason);
        foreach (var headline in (string[])["First", "Second", "Third"])
        {
            await desk.PublishedAsync(headline);
            await Polling.UntilAsync(async () => policy.Judge((await desk.Served.CheckpointAsync(Cancellation))!) is PolicyVerdict.Satisfied);
        }
    }

    [Fact]
    public async Task What_goes_wrong_is_said_once_and_so_is_that_it_is_well_again()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await using var witness = await TestWitness.StartAsync();
        witness.Answer = (context, _) => TestWitness.SayAsync(context, 503, "");
        var list = WitnessList.From(TestPublication.Settings with { Witnesses = [witness.Setting] });
        using var client = new WitnessClient();
        var heard = new Heard();
        using var worker = new WitnessService(
            () => new RequestCosignatures(list, desk.Served, desk.Log.Mark.WitnessStatements, client, TimeProvider.System), desk.Served, Quick, TimeProvider.System, heard);
        await worker.StartAsync(Cancellation);
        await Polling.UntilAsync(() => witness.Asked > 4);
        Assert.Contains("503", Assert.Single(heard.Lines), StringComparison.Ordinal);
        witness.Answer = null;
        await Polling.UntilAsync(() => heard.Lines.Count == 2);
        await worker.StopAsync(Cancellation);
        Assert.Contains("again", heard.Lines[1], StringComparison.Ordinal);
    }

    private sealed class Heard : ILogger<WitnessService>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (Lines)
            {
                Lines.Add(formatter(state, exception));
            }
        }
    }
}
