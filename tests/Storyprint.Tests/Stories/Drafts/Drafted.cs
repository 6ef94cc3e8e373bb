using System.Globalization;
using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Drafts;

namespace Storyprint.Tests.Stories.Drafts;

/// <summary>Drafts for tests, with identities that can be read: b1, b2, …</summary>
internal static class Drafted
{
    public static readonly EditStamp Ines = new("Ines", new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));
    public static readonly EditStamp Jens = new("Jens", new DateTimeOffset(2026, 11, 22, 9, 1, 0, TimeSpan.Zero));

    public static StoryDraft From(StoryContent content)
    {
        var count = 0;
        return DraftFromContent.Of(content, () => BlockId.Parse(string.Create(CultureInfo.InvariantCulture, $"b{++count}")));
    }

    public static StoryDraft Paragraphs(params string[] texts) => From(Story([.. texts.Select(text => new Paragraph(RichText.From(text)))]));

    public static StoryContent Story(params Block[] body) => new() { Language = "en", Headline = "The bridge opens", Section = "city", Body = body };

    public static BlockId Id(string id) => BlockId.Parse(id);

    public static DraftBlock New(string id, BlockKind kind, string text, string? origin = null) => new()
    {
        Id = Id(id),
        Kind = kind,
        Origin = origin is null ? null : Id(origin),
        Texts = text.Length == 0 ? NamedValues.Empty<DraftText>() : NamedValues.Of(BlockShape.MainText, DraftText.From(text)),
    };

    /// <summary>The draft with one block changed.</summary>
    public static StoryDraft With(this StoryDraft draft, string id, Func<DraftBlock, DraftBlock?> change)
    {
        return new StoryDraft(In(draft.Root)!);
        DraftBlock? In(DraftBlock block) => block.Id == Id(id) ? change(block) : block with { Blocks = [.. block.Blocks.Select(In).OfType<DraftBlock>()] };
    }

    /// <summary>The draft with some blocks in the place of one.</summary>
    public static StoryDraft Replaced(this StoryDraft draft, BlockId id, Func<DraftBlock, IEnumerable<DraftBlock>> change)
    {
        return new StoryDraft(In(draft.Root).Single());
        IEnumerable<DraftBlock> In(DraftBlock block) => block.Id == id ? change(block) : [block with { Blocks = [.. block.Blocks.SelectMany(In)] }];
    }

    /// <summary>The draft with a column more or less in a table.</summary>
    public static StoryDraft Column(this StoryDraft draft, DraftBlock? table, bool isMore, BlockId id) => table is null ? draft : draft.Replaced(table.Id, it =>
    {
        var gone = it.Blocks.FirstOrDefault(child => child.Kind == BlockKind.Column);
        return isMore || gone is null
            ? [it with { Blocks = [new DraftBlock { Id = id, Kind = BlockKind.Column }, .. it.Blocks] }]
            : [it with { Blocks = [.. it.Blocks.Where(child => child.Id != gone.Id).Select(child => child with { Texts = child.Texts.Without(gone.Id.Value) })] }];
    });

    public static StoryDraft Text(this StoryDraft draft, string id, string words) => draft.With(id, block => block.Said(words));

    public static DraftBlock Said(this DraftBlock block, string words, string name = BlockShape.MainText) =>
        block with { Texts = words.Length == 0 ? block.Texts.Without(name) : block.Texts.With(name, DraftText.From(words)) };

    public static StoryDraft Without(this StoryDraft draft, string id) => draft.With(id, _ => null);

    /// <summary>The draft with the blocks of its body in this order.</summary>
    public static StoryDraft Ordered(this StoryDraft draft, params string[] ids) =>
        new(draft.Root with { Blocks = [.. ids.Select(id => draft.Root.Blocks.Single(block => block.Id == Id(id)))] });

    public static StoryDraft InsertedAfter(this StoryDraft draft, string id, params DraftBlock[] blocks) =>
        new(draft.Root with { Blocks = [.. draft.Root.Blocks.SelectMany(block => block.Id == Id(id) ? [block, .. blocks] : (DraftBlock[])[block])] });

    public static StoryDraft Merged(StoryDraft before, StoryDraft ours, StoryDraft theirs) => DraftMerge.Merge(before, ours, Ines, theirs, Jens);

    public static DraftBlock Find(this StoryDraft draft, string id) => draft.All.Single(block => block.Id == Id(id));

    /// <summary>What an editor sees: blocks apart by ¶, choices as [May|June], a block whose removal is open in {}.</summary>
    public static string Shown(this StoryDraft draft) => string.Join(" ¶ ", draft.Root.Blocks.Select(Shown));

    public static string Shown(this DraftBlock block)
    {
        var texts = string.Join(" / ", block.Texts.Pairs.Select(text => Shown(text.Value)));
        var inside = block.Blocks.Count == 0 ? texts : $"{texts}<{string.Join(" · ", block.Blocks.Where(child => child.Kind != BlockKind.Column).Select(Shown))}>";
        return block.Removal is null ? inside : $"{{{inside}}}";
    }

    public static string Shown(DraftText text) => string.Concat(text.Runs.Select(run => run switch
    {
        ChoiceRun choice => $"[{string.Join('|', choice.Options.Select(option => option.Plain))}]",
        _ => ((WordsRun)run).Words.Text,
    }));
}
