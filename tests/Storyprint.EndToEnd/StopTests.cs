using System.Net;
using Storyprint.EndToEnd.Machine;

namespace Storyprint.EndToEnd;

public sealed class StopTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Told_to_stop_the_program_says_that_it_is_not_ready_and_then_ends_well()
    {
        var folder = Directory.CreateTempSubdirectory("storyprint-stop-").FullName;
        try
        {
            await using var program = StoryprintProcess.Start(
                new Dictionary<string, string> { ["STORYPRINT_DRAIN"] = "3", ["STORYPRINT_DATA"] = folder, ["STORYPRINT_PORT"] = "0" }, "demo");
            using var client = new HttpClient { BaseAddress = await program.AddressAsync() };
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready", Cancellation)).StatusCode);
            await program.TerminateAsync();
            while ((await client.GetAsync("/health/ready", Cancellation)).StatusCode == HttpStatusCode.OK)
            {
                await Task.Delay(20, Cancellation);
            }

            // Readers are still served.
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/", Cancellation)).StatusCode);
            Assert.Equal(0, await program.ExitCodeAsync().WaitAsync(TimeSpan.FromSeconds(30), Cancellation));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
