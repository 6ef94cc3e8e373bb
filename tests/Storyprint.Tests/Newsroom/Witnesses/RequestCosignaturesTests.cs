using Microsoft.AspNetCore.Http;
using Storyprint.Newsroom.Releases;
using Storyprint.Newsroom.Witnesses;
using Storyprint.Provenance.Checkpoints;
using Storyprint.Provenance.Names;
using Storyprint.Provenance.Notes;
using Storyprint.Provenance.Seals;
using Storyprint.Provenance.Witnesses;
using Storyprint.Storage.Log;
using Storyprint.Storage.Log.Witnesses;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Links;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Provenance.Verification;
using Storyprint.Tests.Storage.Releases;
using Storyprint.Web.Log;

namespace Storyprint.Tests.Newsroom.Witnesses;

public class RequestCosignaturesTests(GoTools go) : IClassFixture<GoTools>
{
    public sealed class OnPostgres(GoTools go) : RequestCosignaturesTests(go), IOnPostgres;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_cosignature_is_kept_and_served_under_the_checkpoint()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await using var witness = await TestWitness.StartAsync();
        var asking = new Asking(desk, witness);
        Assert.True((await asking.RunAsync()).IsReached);
        await desk.PublishedAsync();
        Assert.Equal(1, (await asking.RunAsync()).SeenBy);
        var served = (await desk.Served.CheckpointAsync(Cancellation))!;
        Assert.Equal(witness.Key.Verifier, Assert.Single(Assert.IsType<CheckpointVerdict.Trusted>(served.Verify(await LogKeyAsync(desk), witness.Key.Verifier)).Cosignatures).Witness);
        Assert.Equal(2, witness.Asked);
        await asking.RunAsync();
        Assert.Equal(2, witness.Asked);
        await asking.RunAsync(again: true);
        Assert.Equal(3, witness.Asked);
    }

    [Fact]
    public async Task The_outside_witness_cosigns_every_release()
    {
        Assert.SkipWhen(go.Missing is not null, go.Missing ?? "");
        using var desk = await ReleaseFixture.OpenAsync();
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var address = listener.LocalEndpoint.ToString()!;
        listener.Stop();
        using var process = go.Start("miniwitness", "-addr", address, "-state", Directory.CreateDirectory(go.NewFile()).FullName, (await LogKeyAsync(desk)).ToString());
        try
        {
            var vkey = (await process.StandardOutput.ReadLineAsync(Cancellation))!;
            var asking = new Asking(desk, 1, [new PublicationWitness { Name = "go", Vkey = vkey, Url = $"http://{address}" }]);
            for (var release = 0; release < 5; release++)
            {
                await desk.PublishedAsync($"Story {release}");
                var report = await asking.AfterReleaseAsync(waits: true, seconds: 20);
                Assert.True(report.IsReached, report.Results[0].Sentence);
            }

            Assert.Equal(7, Assert.IsType<WitnessStatement.Cosigned>(Assert.Single(asking.Words.Read())).Size);
        }
        finally
        {
            process.Kill();
        }
    }

    [Fact]
    public async Task A_witness_that_lags_names_its_size_and_gets_the_proof_from_there()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await using var witness = await TestWitness.StartAsync();
        var asking = new Asking(desk, witness);
        await asking.RunAsync();
        var first = witness.Last;
        await desk.PublishedAsync("First");
        await asking.RunAsync();
        await desk.PublishedAsync("Second");
        witness.Last = first;
        Assert.True((await asking.RunAsync()).IsReached);
        Assert.Equal(4, witness.Last!.Value.Size);
    }

    [Fact]
    public async Task A_witness_that_has_seen_more_stops_releases_until_it_cosigns_again()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await using var witness = await TestWitness.StartAsync();
        witness.Last = (1000, default);
        var asking = new Asking(desk, witness);
        Assert.True((await asking.RunAsync()).IsAlarm);
        using var stopped = desk.Again(asking.List);
        Assert.Equal((1000, 2), Assert.IsType<LogProblem.WitnessAhead>(await stopped.Log.PrepareAsync(Cancellation)) is var ahead ? (ahead.Seen, ahead.Size) : default);
        Assert.IsType<LogProblem.WitnessAhead>(Assert.IsType<ReleaseOutcome.LogRefuses>(await stopped.PublishAsync()).Problem);

        // A witness that the settings no longer name does not count.
        using (var without = desk.Again())
        {
            Assert.Null(await without.Log.PrepareAsync(Cancellation));
        }

        witness.Last = null;
        Assert.True((await asking.RunAsync()).IsReached);
        Assert.Null(await stopped.Log.PrepareAsync(Cancellation));
        Assert.IsType<ReleaseOutcome.Done>(await stopped.PublishAsync());
    }

    [Fact]
    public async Task A_database_and_a_mark_that_were_set_back_together_are_betrayed_by_the_witness()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await using var witness = await TestWitness.StartAsync();
        await desk.BackUpAsync();
        await desk.PublishedAsync();
        await new Asking(desk, witness).RunAsync();
        await desk.RestoreAsync();
        File.Delete(desk.Log.Mark.Path);

        // First with the word that was kept, then, when that is gone as well, by asking.
        using var next = desk.Again(new Asking(desk, witness).List);
        Assert.IsType<LogProblem.WitnessAhead>(await next.Log.PrepareAsync(Cancellation));
        File.Delete(desk.Log.Mark.Words.Path);
        Assert.Null(await next.Log.PrepareAsync(Cancellation));
        Assert.True((await new Asking(desk, witness).RunAsync(again: true)).IsAlarm);
        Assert.IsType<LogProblem.WitnessAhead>(await next.Log.PrepareAsync(Cancellation));
    }

    [Fact]
    public async Task A_witness_that_says_the_log_contradicts_itself_stops_releases()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await using var witness = await TestWitness.StartAsync();
        witness.Answer = (context, _) => TestWitness.SayAsync(context, 422, "No.\n");
        var asking = new Asking(desk, witness);
        Assert.True((await asking.RunAsync()).IsAlarm);
        using var stopped = desk.Again(asking.List);
        Assert.Equal(2, Assert.IsType<LogProblem.WitnessContradicts>(await stopped.Log.PrepareAsync(Cancellation)).SeenSize);
    }

    [Fact]
    public async Task A_cosigned_root_that_the_database_does_not_have_stops_releases()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await using var witness = await TestWitness.StartAsync();
        await desk.BackUpAsync();
        await desk.PublishedAsync("One history");
        var asking = new Asking(desk, witness);
        await asking.RunAsync();
        await desk.RestoreAsync();
        File.Delete(desk.Log.Mark.Path);
        using var next = desk.Again();
        await next.PublishedAsync("Another history");
        using var stopped = desk.Again(asking.List);
        Assert.IsType<LogProblem.WitnessContradicts>(await stopped.Log.PrepareAsync(Cancellation));
        Assert.True((await new Asking(next, witness).RunAsync()).IsAlarm);
    }

    public static TheoryData<string> Faults => ["slow", "drips", "endless", "garbage", "stranger", "other size", "other size in words", "redirect", "unknown log", "other key", "broken", "empty"];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_witness_that_is_no_use_stops_nothing(string fault)
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await using var witness = await TestWitness.StartAsync();
        await using var stranger = await TestWitness.StartAsync("stranger");
        witness.Answer = async (context, request) =>
        {
            switch (fault)
            {
                case "slow":
                    await Task.Delay(Timeout.Infinite, context.RequestAborted);
                    break;
                case "drips" or "endless":
                    await context.Response.StartAsync(context.RequestAborted);
                    while (!context.RequestAborted.IsCancellationRequested)
                    {
                        await context.Response.WriteAsync(new string('a', fault == "drips" ? 1 : 50_000), context.RequestAborted);
                        await context.Response.Body.FlushAsync(context.RequestAborted);
                        await Task.Delay(fault == "drips" ? 50 : 1, context.RequestAborted);
                    }

                    break;
                case "stranger":
                    await TestWitness.SayAsync(context, 200, $"{Cosignature.Create(stranger.Key, request.Checkpoint, 1)}\n");
                    break;
                case "redirect":
                    context.Response.Headers.Location = $"{stranger.Url}/add-checkpoint";
                    await TestWitness.SayAsync(context, 307, "");
                    break;
                default:
                    var (status, text) = fault switch
                    {
                        "garbage" => (200, "\0\u0001garbage"),
                        "other size" => (409, "1\n"),
                        "other size in words" => (409, "one\n"),
                        "unknown log" => (404, ""),
                        "other key" => (403, ""),
                        "broken" => (500, "<html>"),
                        _ => (200, ""),
                    };
                    await TestWitness.SayAsync(context, status, text);
                    break;
            }
        };
        var asking = new Asking(desk, witness);
        var report = await asking.RunAsync();
        Assert.Equal((0, false), (report.SeenBy, report.IsAlarm));
        Assert.NotEmpty(Assert.Single(report.Results).Sentence);
        Assert.Equal(0, stranger.Asked);
        Assert.InRange(witness.Asked, 1, 2);
        using var next = desk.Again(asking.List);
        Assert.Null(await next.Log.PrepareAsync(Cancellation));
        Assert.IsType<ReleaseOutcome.Done>(await next.PublishAsync());
    }

    [Fact]
    public async Task A_witness_that_cannot_be_reached_stops_nothing()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var witness = await TestWitness.StartAsync();
        var asking = new Asking(desk, witness);
        await witness.DisposeAsync();
        Assert.Contains("cannot be reached", Assert.Single((await asking.RunAsync()).Results).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_waits_for_the_quorum_and_stands_without_it()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await using var first = await TestWitness.StartAsync();
        await using var second = await TestWitness.StartAsync("w2");
        var asking = new Asking(desk, 2, [first.Setting, second.Setting]);
        var failures = 2;
        second.Answer = (context, request) =>
        {
            second.Answer = --failures == 0 ? null : second.Answer;
            return TestWitness.SayAsync(context, 503, "");
        };
        var store = new ReleaseStore(desk.Database, desk.Log, desk.Clock, async _ => await asking.AfterReleaseAsync(waits: true, seconds: 20));
        var outcome = await new PublishStory(store, TestPublication.Settings).RunAsync(TestActor.Editor, ReleaseFixture.Text("The ferry sails"), Slug.From("ferry"), null, null, Cancellation);
        Assert.True(Assert.IsType<ReleaseOutcome.Done>(outcome).Witnesses!.IsReached);

        second.Answer = (context, _) => TestWitness.SayAsync(context, 503, "");
        var impatient = new ReleaseStore(desk.Database, desk.Log, desk.Clock, async _ => await asking.AfterReleaseAsync(waits: true, seconds: 1));
        outcome = await new PublishStory(impatient, TestPublication.Settings).RunAsync(TestActor.Editor, ReleaseFixture.Text("The ferry returns"), Slug.From("ferry"), null, null, Cancellation);
        Assert.Equal((1, false), Assert.IsType<ReleaseOutcome.Done>(outcome).Witnesses is { } report ? (report.SeenBy, report.IsReached) : default);
        Assert.Equal(2, await desk.VerifyAsync());
    }

    [Fact]
    public async Task The_policy_names_the_witnesses_and_the_quorum()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await using var first = await TestWitness.StartAsync();
        await using var second = await TestWitness.StartAsync("w2");
        var settings = TestPublication.Settings with { Witnesses = [first.Setting, second.Setting], WitnessQuorum = 2 };
        var policy = (await new LogPolicy(new KeyStore(desk.Database, TestPublicationLog.Publisher), settings).ReadAsync(Cancellation))!;
        Assert.Equal(["w1", "w2"], policy.Witnesses.Select(witness => witness.Name));
        var asking = new Asking(desk, 2, settings.Witnesses);
        second.Answer = (context, _) => TestWitness.SayAsync(context, 503, "");
        await asking.RunAsync();
        Assert.IsType<PolicyVerdict.QuorumMissing>(policy.Judge((await desk.Served.CheckpointAsync(Cancellation))!));
        second.Answer = null;
        await asking.RunAsync();
        Assert.IsType<PolicyVerdict.Satisfied>(policy.Judge((await desk.Served.CheckpointAsync(Cancellation))!));
    }

    [Fact]
    public async Task Settings_that_would_weaken_the_quorum_are_refused()
    {
        await using var witness = await TestWitness.StartAsync();
        var good = witness.Setting;
        foreach (var (bad, quorum) in ((IReadOnlyList<PublicationWitness>, int)[])
        [
            ([good, good], 1), ([good], 2), ([good], -1), ([good with { Name = "none" }], 1), ([good with { Name = "two words" }], 1), ([good with { Vkey = "nonsense" }], 1),
            ([good with { Vkey = TestKeys("ledger.example/log") }], 1), ([good with { Url = "http://witness.example" }], 1), ([good with { Url = "https://witness.example/?a" }], 1),
            ([good, good with { Name = "again" }], 2),
        ])
        {
            Assert.Throws<InvalidOperationException>(() => WitnessList.From(TestPublication.Settings with { Witnesses = bad, WitnessQuorum = quorum }));
        }
    }

    [Fact]
    public void The_words_of_witnesses_survive_half_lines_and_stay_small()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("storyprint-words-").FullName, "log.witnesses");
        var words = new WitnessStatementFile(path);
        var key = VerifierKey.Parse(WitnessKey());
        for (var size = 0; size < 700; size++)
        {
            words.Keep(new WitnessStatement.SawMore(key, size, DateTimeOffset.UnixEpoch));
        }

        Assert.InRange(new FileInfo(path).Length, 100, 34_000);
        File.AppendAllText(path, "17 saw-more 9999 - half");
        Assert.Equal(699, Assert.Single(new WitnessStatementFile(path).Read()).Size);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    private static string WitnessKey()
    {
        using var signer = SignerKey.FromSeed("witness.test/w", NoteAlgorithm.Cosignature, new byte[32]);
        return signer.Verifier.ToString();
    }

    private static string TestKeys(string name)
    {
        using var signer = SignerKey.FromSeed(name, NoteAlgorithm.Ed25519, new byte[32]);
        return signer.Verifier.ToString();
    }

    private static async Task<VerifierKey> LogKeyAsync(ReleaseFixture desk) => (await new KeyStore(desk.Database, TestPublicationLog.Publisher).ListAsync(Cancellation))
        .Keys.Single(key => key is { Role: KeyRole.Log, Status: KeyStatus.Active }).Key;

    /// <summary>A desk's witnesses, asked with little patience.</summary>
    private sealed class Asking
    {
        private readonly RequestCosignatures ask;

        public Asking(ReleaseFixture desk, TestWitness witness)
            : this(desk, 1, [witness.Setting])
        {
        }

        public Asking(ReleaseFixture desk, int quorum, IReadOnlyList<PublicationWitness> witnesses)
        {
            List = WitnessList.From(TestPublication.Settings with { Witnesses = witnesses, WitnessQuorum = quorum });
            Words = desk.Log.Mark.Words;
            ask = new RequestCosignatures(List, desk.Served, Words, new WitnessClient(TimeSpan.FromSeconds(1)), TimeProvider.System);
        }

        public WitnessList List { get; }

        public WitnessStatementFile Words { get; }

        public async Task<WitnessReport> RunAsync(bool again = false) => (await ask.RunAsync(again, Cancellation))!;

        public async Task<WitnessReport> AfterReleaseAsync(bool waits, int seconds) => (await ask.AfterReleaseAsync(waits, TimeSpan.FromSeconds(seconds), Cancellation))!;
    }
}
