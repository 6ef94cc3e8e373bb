using System.Security.Cryptography;
using Storyprint.NewsroomPages.SignIn;
using Storyprint.Operations;
using Storyprint.People.Accounts;
using Storyprint.People.Desks;
using Storyprint.Storage.Drafts;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Imports;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Releases;
using Storyprint.Stories.Workflow;

namespace Storyprint.Bench;

/// <summary>Fills a newsroom beside its stories: drafts on four desks, a tenth of them with a comment, people, and pictures. What is there already is left.</summary>
internal static class NewsroomFill
{
    private const int Pictures = 10_000;

    private static readonly string[] Words = ["harbour", "gates", "bridge", "library", "rain", "ferry", "bell", "quay", "lamp", "market", "tram", "tide"];

    private static readonly string[] Desks = ["City", "Sea", "Culture", "Sport"];

    public static async Task RunAsync(string data, int drafts, int people)
    {
        var installation = Installation.Open(data).Installation ?? throw new InvalidOperationException($"There is no publication in {data}.");
        await installation.PrepareAsync();
        var (by, archive) = (ReleaseContext.FromMachineUser(ReleaseMeans.Import), new Archive(9));
        var stores = installation.Stores;
        if ((await stores.Drafts.LatestAsync(1)).Count == 0)
        {
            for (var from = 0; from < drafts; from += 1000)
            {
                List<PreparedStory> batch = [.. Enumerable.Range(from, Math.Min(1000, drafts - from)).Select(number => PreparedStory.Create(
                    archive.Story("en", number, 1, null) with { Source = $"draft:{number}", Status = StoryStatus.Draft, PublishedAt = null }))];
                await stores.Imports().SaveAsync(by, batch, installation.Publication.FirstStoryNumber, new ImportSession(new ImportRules { Note = null }));
            }
        }

        var desks = new DeskDirectory(installation.Database, TimeProvider.System);
        foreach (var desk in Desks)
        {
            await desks.SaveAsync(by, desk);
        }

        var slugs = (await desks.ListAsync()).Select(desk => desk.Slug).ToList();
        var at = 0;
        foreach (var draft in await stores.Drafts.LatestAsync(drafts))
        {
            await new StoryDesks(installation.Database, TimeProvider.System).HandOverAsync(by, draft.Code, slugs[at % slugs.Count]);
            if (at++ % 10 == 0)
            {
                await stores.DraftComments.AddAsync(draft.Code, new DraftComment { Id = Guid.CreateVersion7().ToString("n"), Author = "Maud", Text = "Is this the newest figure?" });
            }
        }

        var directory = new PersonDirectory(installation.Database, TimeProvider.System);
        foreach (var (name, role) in DemoPeople.All.Select(demo => (demo.UserName, demo.Role)).Concat(Enumerable.Range(0, people).Select(number => ($"person{number}", Role.Reporter))))
        {
            await directory.AddWithoutCredentialsAsync(new Person { UserName = name, DisplayName = name, Language = "en", Role = role, CreatedAt = DateTimeOffset.UtcNow });
        }

        await AddPicturesAsync(installation.Database);
        installation.Database.CloseIdle();
    }

    // What the library says of them, without their files: nobody looks at the pictures themselves here.
    private static async Task AddPicturesAsync(Database database)
    {
        await using var connection = await database.OpenAsync();
        await using var transaction = await database.BeginWriteAsync(connection, default);
        if (await connection.ScalarAsync<long>("SELECT COUNT(*) FROM library_picture", default) >= Pictures)
        {
            return;
        }

        var random = new Random(11);
        for (var number = 0; number < Pictures; number++)
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(BitConverter.GetBytes(number)));
            var words = string.Join(' ', Enumerable.Range(0, 30).Select(_ => Words[random.Next(Words.Length)]));
            await connection.ExecuteAsync(
                "INSERT INTO picture (hash, media_type, width, height, byte_size, added_at) VALUES (@hash, 'image/jpeg', 1600, 1067, 400000, @at) ON CONFLICT (hash) DO NOTHING", default, ("@hash", hash), ("@at", 1_700_000_000_000 + number));
            await connection.ExecuteAsync(
                """
                INSERT INTO library_picture (hash, title, caption, alt, credit, people, places, keywords, copyright, terms, taken, focus_x, focus_y, rights_end, rights_stop, words, look, is_described, changed_at)
                VALUES (@hash, @title, @words, @words, 'Maud Ferrier', '', '', '', '', '', '', 0.5, 0.5, @end, FALSE, @folded, @look, TRUE, 0) ON CONFLICT (hash) DO NOTHING
                """, default,
                ("@hash", hash), ("@title", $"Picture {number}"), ("@words", words), ("@folded", $" picture {number} {words} "), ("@end", number % 100 == 0 ? 1_700_000_000_000 : (long?)null), ("@look", random.NextInt64()));
        }

        await transaction.CommitAsync();
    }
}
