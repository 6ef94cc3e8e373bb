using System.Globalization;
using System.Text.Json;
using Storyprint.Stories.Body;
using Storyprint.Stories.Drafts.Changes;

namespace Storyprint.Stories.Drafts.Wire;

/// <summary>Writes blocks and changes as JSON.</summary>
internal static class DraftJsonWriter
{
    /// <summary>The names of emphasis, in their order.</summary>
    public static readonly IReadOnlyList<(Emphasis Emphasis, string Name)> Emphases =
    [
        (Emphasis.Italic, "italic"), (Emphasis.Strong, "strong"), (Emphasis.Code, "code"), (Emphasis.Superscript, "superscript"), (Emphasis.Subscript, "subscript"),
    ];

    public static void Write(Utf8JsonWriter writer, DraftBlock block)
    {
        writer.WriteStartObject();
        writer.WriteString("id", block.Id.Value);
        writer.WriteString("kind", BlockShape.Of(block.Kind).Name);
        if (block.Origin is { } origin)
        {
            writer.WriteString("origin", origin.Value);
        }

        if (block.Texts.Count > 0)
        {
            writer.WriteStartObject("texts");
            foreach (var (name, text) in block.Texts.Pairs)
            {
                Write(writer, name, text.Runs, Write);
            }

            writer.WriteEndObject();
        }

        if (block.Values.Count > 0)
        {
            writer.WriteStartObject("values");
            foreach (var (name, value) in block.Values.Pairs)
            {
                writer.WriteString(name, value);
            }

            writer.WriteEndObject();
        }

        if (block.Removal is { } removal)
        {
            writer.WriteStartObject("removal");
            Write(writer, removal);
            writer.WriteEndObject();
        }

        Write(writer, "choices", block.Choices, Write, leaveOutEmpty: true);
        Write(writer, "blocks", block.Blocks, Write, leaveOutEmpty: true);
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, DraftChange change)
    {
        writer.WriteStartObject();
        Write(writer, "blocks", change.Blocks, Write, leaveOutEmpty: true);
        Write(writer, "removed", change.Removed, (_, id) => writer.WriteStringValue(id.Value), leaveOutEmpty: true);
        Write(writer, "placed", change.Placed, Write, leaveOutEmpty: true);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, BlockPlace place)
    {
        writer.WriteStartObject();
        writer.WriteString("id", place.Id.Value);
        writer.WriteString("parent", place.Parent.Value);
        if (place.After is { } after)
        {
            writer.WriteString("after", after.Value);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, DraftRun run)
    {
        if (run is WordsRun words)
        {
            Write(writer, words.Words);
            return;
        }

        writer.WriteStartObject();
        Write(writer, "choice", ((ChoiceRun)run).Options, (_, option) =>
        {
            writer.WriteStartObject();
            Write(writer, "text", option.Runs, Write);
            Write(writer, option.By);
            writer.WriteEndObject();
        });
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, TextRun run)
    {
        writer.WriteStartObject();
        writer.WriteString("text", run.Text);
        Write(writer, "emphasis", [.. Emphases.Where(emphasis => run.Emphasis.HasFlag(emphasis.Emphasis))], (_, emphasis) => writer.WriteStringValue(emphasis.Name), leaveOutEmpty: true);
        if (run.Link is { } link)
        {
            writer.WriteString("link", link.Address);
        }

        if (run.Was is { } was)
        {
            writer.WriteString("was", was);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ValueChoice choice)
    {
        writer.WriteStartObject();
        writer.WriteString("name", choice.Name);
        Write(writer, "options", choice.Options, (_, option) =>
        {
            writer.WriteStartObject();
            if (option.Value is { } value)
            {
                writer.WriteString("value", value);
            }

            Write(writer, option.By);
            writer.WriteEndObject();
        });
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, EditStamp by)
    {
        writer.WriteString("who", by.Who);
        writer.WriteString("at", by.At.ToString("O", CultureInfo.InvariantCulture));
    }

    private static void Write<T>(Utf8JsonWriter writer, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write, bool leaveOutEmpty = false)
    {
        if (items.Count == 0 && leaveOutEmpty)
        {
            return;
        }

        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            write(writer, item);
        }

        writer.WriteEndArray();
    }
}
