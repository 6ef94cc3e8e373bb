using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Storyprint.Operations;
using Storyprint.Storage.Stories;
using Storyprint.Verification.Commands;

namespace Storyprint.Commands;

/// <summary><c>storyprint comments</c>: writes out the comments that came with stories from earlier systems.</summary>
internal static class CommentsCommand
{
    public static Command Create()
    {
        var data = SharedOptions.Data();
        var to = new Option<string?>("--to") { Description = "The file to write; the terminal where nothing is said." };
        var command = new Command("comments", "Write out archived comments of readers, one JSON object a line: code, headline, author, writtenAt, text, and the comment of its story that it answers (from 0).") { data, to };
        command.SetAction((parsed, cancellation) => OpenPublication.ForReadingAsync(parsed.GetValue(data)!, installation => RunAsync(installation, parsed.GetValue(to), cancellation), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Installation installation, string? to, CancellationToken cancellation)
    {
        await ExportRecord.WriteAsync(installation, "comments", to is null ? "terminal" : Path.GetFullPath(to));
        try
        {
            await using var file = to is null ? null : new StreamWriter(to);
            var output = file ?? Console.Out;
            await foreach (var (code, headline, comment) in installation.Stores.ArchivedComments.AllAsync(cancellation))
            {
                await output.WriteLineAsync(CommentLine.Of(code.Digits, headline, comment));
            }

            return 0;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return await CommandError.WriteAsync($"{to} cannot be written: {fault.Message}");
        }
    }
}

/// <summary>A comment as a line of JSON.</summary>
internal sealed record CommentLine(string Code, string Headline, string Author, DateTimeOffset? WrittenAt, string Text, int? Answers)
{
    private static readonly CommentLineJson Context = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    });

    public static string Of(string code, string headline, ArchivedComment comment) =>
        JsonSerializer.Serialize(new CommentLine(code, headline, comment.Author, comment.WrittenAt, comment.Text, comment.Parent), Context.CommentLine);
}

[JsonSerializable(typeof(CommentLine))]
internal sealed partial class CommentLineJson : JsonSerializerContext;
