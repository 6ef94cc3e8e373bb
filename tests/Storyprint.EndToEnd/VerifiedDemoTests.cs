using Storyprint.EndToEnd.Demo;
using Storyprint.EndToEnd.Machine;

namespace Storyprint.EndToEnd;

/// <summary>The demonstration, checked from outside by the program's own command.</summary>
public sealed class VerifiedDemoTests(DemoSite site)
{
    [Fact]
    public async Task The_demonstration_verifies_and_the_next_check_remembers_it()
    {
        var state = Path.Combine(Path.GetTempPath(), $"storyprint-state-{Guid.NewGuid():n}");
        try
        {
            for (var check = 0; check < 2; check++)
            {
                var (exitCode, said) = await StoryprintProcess.RunAsync("verify", site.Address.ToString(), "--state", state);
                Assert.True(exitCode == 0, said);
            }
        }
        finally
        {
            File.Delete(state);
        }
    }
}
