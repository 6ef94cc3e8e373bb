using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using Storyprint.Stories.Drafts.Changes;

namespace Storyprint.Stories.Drafts.Wire;

/// <summary>
/// Drafts and changes of drafts as JSON, the format between browser and server (docs/drafts.md). A draft is its outermost block; a change is
/// <c>{"blocks": […], "removed": ["id"], "placed": [{"id", "parent", "after"}]}</c>. A block is
/// <code>
/// {"id": "k3x9", "kind": "paragraph", "origin": "p7",
///  "texts": {"text": [{"text": "It opens in "}, {"text": "May", "emphasis": ["strong"], "link": "/news/1125546"},
///                     {"choice": [{"text": [{"text": "June"}], "who": "Ines", "at": "2026-11-22T09:00:00.0000000+00:00"}, …]}]},
///  "values": {"level": "2"}, "removal": {"who", "at"}, "choices": [{"name": "level", "options": [{"value", "who", "at"}]}], "blocks": […]}
/// </code>
/// What is empty is left out. Reading refuses the whole with the first problem and its place; nothing is mended or passed over.
/// </summary>
public static class DraftJson
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 40, AllowDuplicateProperties = false };

    /// <summary>The draft in UTF-8.</summary>
    public static byte[] Write(StoryDraft draft) => Write(writer => DraftJsonWriter.Write(writer, draft.Root));

    /// <summary>The change in UTF-8.</summary>
    public static byte[] Write(DraftChange change) => Write(writer => DraftJsonWriter.Write(writer, change));

    public static bool TryRead(ReadOnlyMemory<byte> json, [NotNullWhen(true)] out StoryDraft? draft, [NotNullWhen(false)] out DraftProblem? problem)
    {
        var reader = new DraftJsonReader();
        draft = Read(json, reader, out problem, root => reader.Block(root, string.Empty, 0)) is { } block ? new StoryDraft(block) : null;
        problem ??= DraftRules.Problem(draft!);
        draft = problem is null ? draft : null;
        return draft is not null;
    }

    /// <summary>Reads a change. Whether it fits to a draft shows when it is applied.</summary>
    public static bool TryRead(ReadOnlyMemory<byte> json, [NotNullWhen(true)] out DraftChange? change, [NotNullWhen(false)] out DraftProblem? problem)
    {
        var reader = new DraftJsonReader();
        change = Read(json, reader, out problem, reader.Change);
        change = problem is null ? change : null;
        return change is not null;
    }

    private static T? Read<T>(ReadOnlyMemory<byte> json, DraftJsonReader reader, out DraftProblem? problem, Func<JsonElement, T?> read)
        where T : class
    {
        if (json.Length > DraftLimits.Bytes)
        {
            problem = new DraftProblem("", $"It is larger than {DraftLimits.Bytes / 1024 / 1024} megabytes.");
            return null;
        }

        var hasParsed = false;
        try
        {
            using var document = JsonDocument.Parse(json, Reading);
            hasParsed = true;
            var found = read(document.RootElement);
            problem = reader.Problem;
            return found;
        }
        catch (JsonException wrong)
        {
            problem = new DraftProblem("", $"It is not JSON: {wrong.Message}");
            return null;
        }
        catch (InvalidOperationException) when (reader.Problem is null && !hasParsed)
        {
            // The parser looks for names that stand twice, and meets half a character.
            problem = new DraftProblem("", "It is not JSON: the name of a property is half a character.");
            return null;
        }
    }

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        using (var writer = new Utf8JsonWriter(buffer, Writing))
        {
            write(writer);
        }

        return buffer.WrittenSpan.ToArray();
    }
}
