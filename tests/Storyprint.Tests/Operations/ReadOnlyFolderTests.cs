using Storyprint.Operations;
using Storyprint.Operations.Sites;
using Storyprint.Serving;
using Storyprint.Storage.Engine;

namespace Storyprint.Tests.Operations;

/// <summary>Readers are served from a folder that nobody may write to.</summary>
public sealed class ReadOnlyFolderTests : IAsyncLifetime
{
    private readonly TestPublication publication = new();

    public ValueTask InitializeAsync() => publication.InitializeAsync();

    public ValueTask DisposeAsync() => publication.DisposeAsync();

    [Fact]
    public async Task Readers_are_served()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("storyprint-readonly-").FullName;
        try
        {
            File.Copy(Path.Combine(publication.Installation.Folder, "publication.json"), Path.Combine(folder, "publication.json"));
            Assert.Null(await publication.Installation.Database.CopyToAsync(Path.Combine(folder, "storyprint.db"), null, cancellation));
            var copy = new SqliteDatabase(Path.Combine(folder, "storyprint.db"));
            await copy.ActivateAsync(cancellation);
            copy.CloseIdle();

            // Rights alone would not stop the user that tests often run as: what the engine would put beside the file cannot be put there.
            Directory.CreateDirectory(Path.Combine(folder, "storyprint.db-shm"));
            Directory.CreateDirectory(Path.Combine(folder, "storyprint.db-wal"));
            var (opened, problem) = Installation.Open(folder);
            Assert.True(opened is not null, problem);
            await using (var site = await InProcessSite.StartAsync(opened, opened.Publication, isCopy: false, cancellation))
            {
                foreach (var address in (string[])["/", $"/news/{publication.Library}/library-opens-its-doors", "/log/checkpoint", "/en/corrections"])
                {
                    Assert.Equal((address, 200), (address, (await site.AskAsync(address, cancellation)).Status));
                }
            }

            // A link for the first administrator cannot be kept, and the server goes on.
            using var console = new StringWriter();
            await FirstAdministratorLink.TellAsync(opened, 8080, console, cancellation);
            Assert.Contains("no link for its first administrator could be made: The database", console.ToString(), StringComparison.Ordinal);

            await using var connection = await opened.Database.OpenAsync(cancellation);
            var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => connection.ExecuteAsync("DELETE FROM story_note", cancellation));
            Assert.Contains("read-only", opened.Database.Problem(refused), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
