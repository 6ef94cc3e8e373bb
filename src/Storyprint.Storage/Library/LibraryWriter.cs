using System.Data.Common;
using Storyprint.Storage.Engine;
using Storyprint.Stories;

namespace Storyprint.Storage.Library;

/// <summary>Writes what the library says of a picture.</summary>
internal static class LibraryWriter
{
    private const string Values = "title = @title, caption = @caption, alt = @alt, credit = @credit, people = @people, places = @places, keywords = @keywords, copyright = @copyright, terms = @terms, "
        + "taken = @taken, made = @made, focus_x = @focus_x, focus_y = @focus_y, rights_end = @rights_end, rights_stop = @rights_stop, words = @words, changed_at = @changed_at";

    private const string Insert =
        """
        INSERT INTO library_picture (hash, title, caption, alt, credit, people, places, keywords, copyright, terms, taken, made, focus_x, focus_y, rights_end, rights_stop, words, changed_at,
                                     look, from_story, is_described, added_by)
        VALUES (@hash, @title, @caption, @alt, @credit, @people, @places, @keywords, @copyright, @terms, @taken, @made, @focus_x, @focus_y, @rights_end, @rights_stop, @words, @changed_at,
                @look, NULL, @is_described, @added_by)
        """;

    /// <summary>Keeps what a person wrote.</summary>
    public static async Task WriteAsync(DbTransaction transaction, string hash, PictureWords words, DateTimeOffset now, CancellationToken cancellation)
    {
        var connection = transaction.Connection!;
        await connection.ExecuteAsync(
            $"{Insert} ON CONFLICT (hash) DO UPDATE SET {Values}, is_described = TRUE", cancellation,
            [.. ParametersOf(hash, words, now), ("@look", null), ("@is_described", true), ("@added_by", null)]);
    }

    /// <summary>Keeps what the file says. What is known already stays.</summary>
    /// <param name="addedBy">The person who brought it; null where nobody knows.</param>
    public static Task AddAsync(DbConnection connection, string hash, PictureWords words, long? look, string? addedBy, DateTimeOffset now, CancellationToken cancellation) => connection.ExecuteAsync(
        $"{Insert} ON CONFLICT (hash) DO UPDATE SET look = COALESCE(library_picture.look, @look), added_by = COALESCE(library_picture.added_by, @added_by)", cancellation,
        [.. ParametersOf(hash, words, now), ("@look", look), ("@is_described", false), ("@added_by", addedBy)]);

    /// <summary>Keeps what a published story says of a picture that nobody described.</summary>
    public static Task DescribeAsync(DbConnection connection, string hash, PictureWords words, long story, DateTimeOffset now, CancellationToken cancellation) => connection.ExecuteAsync(
        $"UPDATE library_picture SET {Values}, is_described = TRUE, from_story = @story WHERE hash = @hash AND NOT is_described", cancellation, [.. ParametersOf(hash, words, now), ("@story", story)]);

    private static (string, object?)[] ParametersOf(string hash, PictureWords words, DateTimeOffset now) =>
    [
        ("@hash", hash), ("@title", words.Title), ("@caption", words.Caption), ("@alt", words.Alt), ("@credit", words.Credit), ("@people", Lines(words.People)), ("@places", Lines(words.Places)),
        ("@keywords", Lines(words.Keywords)), ("@copyright", words.Copyright), ("@terms", words.Terms), ("@taken", words.Taken), ("@made", words.Made is { } made ? CodeNames.Of(made) : null),
        ("@focus_x", words.Focus.X), ("@focus_y", words.Focus.Y), ("@rights_end", words.RightsEnd?.ToUnixTimeMilliseconds()), ("@rights_stop", words.RightsStop), ("@words", words.Folded),
        ("@changed_at", now.ToUnixTimeMilliseconds()),
    ];

    private static string Lines(IReadOnlyList<string> items) => string.Join('\n', items);
}
