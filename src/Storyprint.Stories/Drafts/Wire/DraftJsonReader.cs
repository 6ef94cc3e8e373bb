using System.Globalization;
using System.Text.Json;
using Storyprint.Stories.Body;
using Storyprint.Stories.Drafts.Changes;
using Storyprint.Stories.Links;

namespace Storyprint.Stories.Drafts.Wire;

/// <summary>Reads blocks and changes from JSON that a browser, or anybody, sent.</summary>
internal sealed class DraftJsonReader : JsonParts
{
    private int blocks;

    public DraftChange Change(JsonElement element)
    {
        var properties = Properties(element, string.Empty, "blocks", "removed", "placed");
        return new DraftChange
        {
            Blocks = Items(properties, "blocks", string.Empty, DraftLimits.Blocks, Changed),
            Removed = Items(properties, "removed", string.Empty, DraftLimits.Blocks, (id, where) => Id(Text(id, where, BlockId.MaxLength), where)),
            Placed = Items(properties, "placed", string.Empty, DraftLimits.Blocks, Place),
        };
    }

    public DraftBlock? Block(JsonElement element, string where, int depth)
    {
        if (depth > DraftLimits.Depth || ++blocks > DraftLimits.Blocks)
        {
            return Fail<DraftBlock>(where, depth > DraftLimits.Depth ? $"Blocks stand more than {DraftLimits.Depth} deep in each other." : $"There are more than {DraftLimits.Blocks} blocks.");
        }

        var properties = Properties(element, where, "id", "kind", "origin", "texts", "values", "removal", "choices", "blocks");
        var name = Required(properties, "kind", where, DraftLimits.NameLength);
        if (Problem is not null || BlockShape.KindNamed(name) is not { } kind)
        {
            return Fail<DraftBlock>($"{where}/kind", $"There is no kind of block '{name}'.");
        }

        var shape = BlockShape.Of(kind);
        return new DraftBlock
        {
            Id = Id(Required(properties, "id", where, BlockId.MaxLength), $"{where}/id"),
            Kind = kind,
            Origin = Text(properties, "origin", where, BlockId.MaxLength) is { } origin ? Id(origin, $"{where}/origin") : null,
            Texts = NamedValues.From(Named(properties, "texts", where, (_, text, place) => text.ValueKind == JsonValueKind.Array ? Draft(text, place) : Fail<DraftText>(place, "There must be an array."))),
            Values = NamedValues.From(Named(properties, "values", where, (key, value, place) => Value(shape, key, value, place))),
            Removal = properties.TryGetValue("removal", out var removal) ? Stamp(Properties(removal, $"{where}/removal", "who", "at"), $"{where}/removal") : null,
            Choices = Items(properties, "choices", where, DraftLimits.Options, (choice, place) => Choice(shape, choice, place)),
            Blocks = Items(properties, "blocks", where, DraftLimits.Blocks, (block, place) => Block(block, place, depth + 1)),
        };
    }

    private DraftBlock? Changed(JsonElement element, string where)
    {
        var block = Block(element, where, 0);
        return Problem is null && DraftRules.Own(block!, where) is { } wrong ? Fail<DraftBlock>(wrong.Where, wrong.Sentence) : block;
    }

    private BlockPlace Place(JsonElement element, string where)
    {
        var properties = Properties(element, where, "id", "parent", "after");
        BlockId One(string name) => Id(Required(properties, name, where, BlockId.MaxLength), $"{where}/{name}");
        return new BlockPlace(One("id"), One("parent"), properties.ContainsKey("after") ? One("after") : null);
    }

    private string? Value(BlockShape shape, string name, JsonElement element, string where)
    {
        var text = Text(element, where, DraftLimits.ValueLength);
        return text is null || shape.ValueOf(name)?.IsValid(text) == true ? text
            : Fail<string>(where, shape.ValueOf(name) is null ? $"A block of kind '{shape.Name}' has no value '{name}'." : $"The value '{name}' cannot be '{(text.Length > 40 ? text[..40] + "…" : text)}'.");
    }

    // Written as the runs are: joined where marks are the same, so that what is read back is what was written.
    private DraftText Draft(JsonElement element, string where)
    {
        if (element.GetArrayLength() > DraftLimits.Runs)
        {
            Fail<object>(where, $"There are more than {DraftLimits.Runs} runs.");
            return DraftText.Empty;
        }

        var (runs, length, index) = (new List<DraftRun>(), 0, 0);
        foreach (var item in element.EnumerateArray())
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{where}/{index++}");
            if (Has(item, "choice"))
            {
                runs.Add(Choice(item, place));
            }
            else if (Run(item, place) is { } run)
            {
                runs.Add(new WordsRun(run));
                length += run.Text.Length;
            }

            if (length > DraftLimits.TextLength)
            {
                Fail<object>(where, $"The text is longer than {DraftLimits.TextLength} characters.");
            }

            if (Problem is not null)
            {
                return DraftText.Empty;
            }
        }

        var text = DraftText.From(runs);
        return DraftTextRules.Problem(text.Plain.Replace(DraftText.ChoiceSign, ' ')) is { } problem ? Fail<DraftText>(where, problem) ?? DraftText.Empty : text;
    }

    private TextRun? Run(JsonElement element, string where)
    {
        var properties = Properties(element, where, "text", "emphasis", "link", "was");
        var words = Required(properties, "text", where, DraftLimits.TextLength);
        var emphasis = Items(properties, "emphasis", where, DraftJsonWriter.Emphases.Count, (name, place) => Emphasised(name, place)).Aggregate(Emphasis.None, (all, one) => all | one);
        LinkTarget? link = null;
        if (Text(properties, "link", where, DraftLimits.ValueLength) is { } address)
        {
            link = LinkTarget.TryParse(address, out var target) ? target : Fail<LinkTarget?>($"{where}/link", "A link leads to http, https, mailto, tel or a path of this site.");
        }

        var was = Text(properties, "was", where, 64);
        return was is null || was.All(char.IsAsciiHexDigitLower) ? new TextRun(words, emphasis, link, was) : Fail<TextRun>($"{where}/was", "There must be a hash in lower-case hex.");
    }

    private Emphasis Emphasised(JsonElement element, string where)
    {
        var name = Text(element, where, DraftLimits.NameLength);
        return DraftJsonWriter.Emphases.FirstOrDefault(known => known.Name == name) is { Name: not null } found ? found.Emphasis : Fail<Emphasis>(where, $"There is no emphasis '{name}'.");
    }

    private ChoiceRun Choice(JsonElement element, string where)
    {
        var options = Items(Properties(element, where, "choice"), "choice", where, DraftLimits.Options, (option, place) =>
        {
            var properties = Properties(option, place, "text", "who", "at");
            var runs = Items(properties, "text", place, DraftLimits.Runs, Run);
            return new TextOption(DraftText.From(runs).ToRichText().Runs, Stamp(properties, place));
        });
        return options.Count > 1 ? new ChoiceRun(options) : Fail<ChoiceRun>(where, "A choice has at least two options.") ?? new ChoiceRun(options);
    }

    private ValueChoice? Choice(BlockShape shape, JsonElement element, string where)
    {
        var properties = Properties(element, where, "name", "options");
        var name = Required(properties, "name", where, DraftLimits.NameLength);
        var options = Items(properties, "options", where, DraftLimits.Options, (option, place) =>
        {
            var parts = Properties(option, place, "value", "who", "at");
            var value = Text(parts, "value", place, DraftLimits.ValueLength);
            var isValid = value is null || (name == ValueChoice.Kind ? BlockShape.KindNamed(value) is not null : shape.ValueOf(name)?.IsValid(value) == true);
            return isValid ? new ValueOption(value, Stamp(parts, place)) : Fail<ValueOption>($"{place}/value", $"The value '{name}' cannot be this.");
        });
        return options.Count > 1 ? new ValueChoice(name, options) : Fail<ValueChoice>(where, "A choice has at least two options.");
    }

    private EditStamp Stamp(Dictionary<string, JsonElement> properties, string where)
    {
        var (who, at) = (Required(properties, "who", where, DraftLimits.NameLength), Required(properties, "at", where, DraftLimits.NameLength));
        return DateTimeOffset.TryParseExact(at, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time)
            ? new EditStamp(who, time) : Fail<EditStamp>($"{where}/at", "There must be a time such as 2026-11-22T09:00:00.0000000+00:00.");
    }

    private BlockId Id(string? text, string where) =>
        BlockId.TryParse(text, out var id) ? id : Fail<BlockId>(where, $"An identity has 1 to {BlockId.MaxLength} letters, digits, hyphens and underscores.");
}
