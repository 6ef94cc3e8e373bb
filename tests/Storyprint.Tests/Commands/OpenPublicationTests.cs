using Storyprint.Commands;
using Storyprint.Operations;
using Storyprint.Verification.Commands;

namespace Storyprint.Tests.Commands;

public sealed class OpenPublicationTests
{
    [Fact]
    public async Task A_database_that_cannot_be_reached_is_told_in_words_and_never_as_a_fault_of_the_program()
    {
        var folder = Directory.CreateTempSubdirectory("storyprint-open-");
        try
        {
            await File.WriteAllTextAsync(
                Installation.SettingsPath(folder.FullName),
                """{ "address": "https://news.example.org", "database": "Host=127.0.0.1;Port=1;Username=nobody;Database=none", "editions": [ { "language": "en", "name": "E" } ] }""",
                TestContext.Current.CancellationToken);
            var code = await OpenPublication.RunAsync(folder.FullName, async installation =>
            {
                await using var connection = await installation.Database.OpenAsync(TestContext.Current.CancellationToken);
                return 0;
            });
            Assert.Equal(CommandError.ExitCode, code);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
