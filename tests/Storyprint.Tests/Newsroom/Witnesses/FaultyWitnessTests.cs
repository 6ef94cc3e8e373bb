using Microsoft.AspNetCore.Http;
using Storyprint.Provenance.Checkpoints;
using Storyprint.Storage.Releases;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Storage.Releases;

namespace Storyprint.Tests.Newsroom.Witnesses;

public class FaultyWitnessTests
{
    public sealed class OnPostgres : FaultyWitnessTests, IOnPostgres;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

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
}
