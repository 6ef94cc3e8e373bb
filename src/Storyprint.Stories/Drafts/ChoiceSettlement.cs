using Storyprint.Stories.Body;
using Storyprint.Stories.Drafts.Merging;

namespace Storyprint.Stories.Drafts;

/// <summary>Settles choices. What comes out is a state of the draft like any other: it is sent, merged and kept in the history as an edit is.</summary>
public static class ChoiceSettlement
{
    /// <summary>Puts words in the place of a choice.</summary>
    /// <param name="text">The name of the text in the block.</param>
    /// <param name="index">Which choice of that text, from 0.</param>
    public static StoryDraft Put(StoryDraft draft, BlockId block, string text, int index, IReadOnlyList<TextRun> words) => Changed(draft, block, it =>
    {
        var at = -1;
        var settled = DraftText.From((it.Texts[text]?.Runs ?? []).SelectMany(run => run is ChoiceRun && ++at == index ? words.Select(part => new WordsRun(part)) : (IEnumerable<DraftRun>)[run]));
        return it with { Texts = settled.IsEmpty && BlockShape.Of(it.Kind).TextOf(text)?.KeepsEmpty != true ? it.Texts.Without(text) : it.Texts.With(text, settled) };
    });

    /// <summary>Takes one option of a choice.</summary>
    public static StoryDraft Take(StoryDraft draft, BlockId block, string text, int index, int option)
    {
        var choice = draft.All.FirstOrDefault(it => it.Id == block)?.Texts[text]?.Choices.ElementAtOrDefault(index);
        return choice is null ? draft : Put(draft, block, text, index, choice.Options[Math.Clamp(option, 0, choice.Options.Count - 1)].Runs);
    }

    /// <summary>Sets a value that two people changed differently; null takes it out.</summary>
    public static StoryDraft Set(StoryDraft draft, BlockId block, string name, string? value)
    {
        var settled = Changed(draft, block, it => With(it, name, value) with { Choices = [.. it.Choices.Where(choice => choice.Name != name)] });
        return DraftRepair.Of(settled, id => draft.All.Any(known => known.Id == id));
    }

    /// <summary>Keeps a block that somebody removed.</summary>
    public static StoryDraft Keep(StoryDraft draft, BlockId block) => Changed(draft, block, it => it with { Removal = null });

    /// <summary>Removes a block with those in it.</summary>
    public static StoryDraft Remove(StoryDraft draft, BlockId block) => Changed(draft, block, _ => null);

    private static DraftBlock With(DraftBlock block, string name, string? value) =>
        name == ValueChoice.Kind ? block with { Kind = BlockShape.KindNamed(value) ?? block.Kind }
        : value is null ? block with { Values = block.Values.Without(name) }
        : block with { Values = block.Values.With(name, value) };

    private static StoryDraft Changed(StoryDraft draft, BlockId id, Func<DraftBlock, DraftBlock?> change)
    {
        return new StoryDraft(In(draft.Root) ?? draft.Root);
        DraftBlock? In(DraftBlock block)
        {
            if (block.Id == id)
            {
                return change(block);
            }

            var inside = block.Blocks.Select(In).OfType<DraftBlock>().ToList();
            return inside.Count == block.Blocks.Count && inside.Zip(block.Blocks).All(pair => ReferenceEquals(pair.First, pair.Second)) ? block : block with { Blocks = inside };
        }
    }
}
