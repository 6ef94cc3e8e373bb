using System.Globalization;
using Storyprint.Stories.Body;
using Storyprint.Stories.Drafts;
using Storyprint.Stories.Links;

namespace Storyprint.Tests.Stories.Drafts;

/// <summary>Somebody who edits a draft at random, as an editor in a browser would: one number is one act. The words that it types stand nowhere else.</summary>
internal sealed class DraftEditor(string name, Script script)
{
    private readonly List<string> typed = [];
    private int count;

    /// <summary>All words that were typed, those deleted again among them.</summary>
    public IReadOnlyList<string> Typed => typed;

    public StoryDraft Edit(StoryDraft draft, IEnumerable<int> acts) => acts.Aggregate(draft, (now, act) => Act(now, new Random(act)) is var next && DraftRules.Problem(next) is { } problem
        ? throw new InvalidOperationException($"The editor of the tests made an unsound draft: {problem}") : next);

    private StoryDraft Act(StoryDraft draft, Random random)
    {
        var body = draft.Body.ToList();
        var all = draft.All.Skip(1).ToList();
        var block = all[random.Next(all.Count)];
        return random.Next(20) switch
        {
            < 5 => InText(draft, random, words => words.Insert(random.Next(words.Count + 1), Word())),
            5 => InText(draft, random, words => Cut(words, random)),
            6 or 7 => InText(draft, random, words => words[random.Next(words.Count)] = Word()),
            8 => Marked(draft, random),
            9 or 10 => Split(draft, block, random),
            11 => Joined(draft, block),
            12 => all.Count > 3 && block.Kind != BlockKind.Column ? draft.Replaced(block.Id, _ => []) : draft,
            13 => Moved(draft, block, random),
            14 => draft.Replaced(block.Id, it => [it, Like(it)]),
            15 => Recast(draft, body[random.Next(body.Count)], random),
            16 => Unwrapped(draft, body[random.Next(body.Count)]),
            17 => Valued(draft, block, random),
            18 => draft.Column(body.FirstOrDefault(it => it.Kind == BlockKind.Table), random.Next(2) == 0, NewId()),
            _ => draft.Replaced(BlockId.Story, root => [root with { Texts = root.Texts.With("headline", Edited(draft.Text("headline"), words => words.Insert(random.Next(words.Count + 1), Word()))) }]),
        };
    }

    private string Word()
    {
        var word = script.Word(name, ++count);
        typed.Add(word);
        return word;
    }

    private BlockId NewId() => BlockId.Parse(string.Create(CultureInfo.InvariantCulture, $"{name}-{++count}"));

    private StoryDraft InText(StoryDraft draft, Random random, Action<List<string>> edit)
    {
        var texts = draft.All.SelectMany(block => block.Texts.Pairs.Select(text => (block.Id, text.Key))).ToList();
        var (id, slot) = texts[random.Next(texts.Count)];
        return draft.Replaced(id, block =>
        {
            var text = Edited(block.Texts[slot]!, edit);
            return [text.IsEmpty && BlockShape.Of(block.Kind).TextOf(slot)?.KeepsEmpty != true ? block with { Texts = block.Texts.Without(slot) } : block with { Texts = block.Texts.With(slot, text) }];
        });
    }

    // The words of a text with their marks; a choice is settled by whoever edits around it.
    private DraftText Edited(DraftText text, Action<List<string>> edit)
    {
        var words = script.Split(text.ToRichText().Plain);
        if (words.Count == 0)
        {
            words.Add(Word());
        }
        else
        {
            edit(words);
        }

        var marked = text.Runs.OfType<WordsRun>().FirstOrDefault(run => run.Words.Emphasis != Emphasis.None);
        var whole = script.Join(words);
        var at = marked is null ? -1 : whole.IndexOf(marked.Words.Text, StringComparison.Ordinal);
        return at < 0 ? DraftText.From(whole)
            : DraftText.From((TextRun[])[new(whole[..at]), marked!.Words, new(whole[(at + marked.Words.Text.Length)..])]);
    }

    private static void Cut(List<string> words, Random random)
    {
        var from = random.Next(words.Count);
        words.RemoveRange(from, Math.Min(words.Count - from, 1 + random.Next(3)));
    }

    private StoryDraft Marked(StoryDraft draft, Random random)
    {
        var rich = draft.All.Where(block => BlockShape.Of(block.Kind).TextOf(BlockShape.MainText)?.IsRich == true && !block.Text.IsEmpty).ToList();
        if (rich.Count == 0)
        {
            return draft;
        }

        return draft.Replaced(rich[random.Next(rich.Count)].Id, block =>
        {
            var words = script.Split(block.Text.ToRichText().Plain);
            var (from, length) = (random.Next(words.Count), 1 + random.Next(2));
            _ = LinkTarget.TryParse("https://harbour.example/" + random.Next(3), out var link);
            TextRun Run(IEnumerable<string> part, bool isMarked) => random.Next(3) == 0 && isMarked
                ? new(script.Join([.. part]), Emphasis.None, link) : new(script.Join([.. part]), isMarked ? Emphasis.Strong : Emphasis.None);
            TextRun[] runs = [Run(words.Take(from), false), new(from > 0 ? script.Space : ""), Run(words.Skip(from).Take(length), true), new(from + length < words.Count ? script.Space : ""), Run(words.Skip(from + length), false)];
            return [block with { Texts = block.Texts.With(BlockShape.MainText, DraftText.From(runs)) }];
        });
    }

    private StoryDraft Split(StoryDraft draft, DraftBlock block, Random random)
    {
        var words = script.Split(block.Text.ToRichText().Plain);
        if (words.Count < 2 || !BlockShape.Of(block.Kind).HasMainText)
        {
            return draft;
        }

        var at = random.Next(words.Count + 1);
        return draft.Replaced(block.Id, head =>
        [
            head.Said(script.Join(words[..at])),
            (head with { Id = NewId(), Origin = head.Id, Texts = NamedValues.Empty<DraftText>() }).Said(script.Join(words[at..])),
        ]);
    }

    private StoryDraft Joined(StoryDraft draft, DraftBlock block)
    {
        var siblings = draft.All.Select(parent => parent.Blocks).First(blocks => blocks.Any(child => child.Id == block.Id)).ToList();
        var index = siblings.FindIndex(child => child.Id == block.Id);
        if (index == 0 || !BlockShape.Of(block.Kind).HasMainText || !BlockShape.Of(siblings[index - 1].Kind).HasMainText)
        {
            return draft;
        }

        var words = script.Split(siblings[index - 1].Text.ToRichText().Plain).Concat(script.Split(block.Text.ToRichText().Plain)).ToList();
        return draft.Replaced(block.Id, _ => []).Replaced(siblings[index - 1].Id, taker => [taker.Said(script.Join(words))]);
    }

    private static StoryDraft Moved(StoryDraft draft, DraftBlock block, Random random)
    {
        var targets = draft.All.SelectMany(parent => parent.Blocks).Where(other => other.Id != block.Id && other.Kind == block.Kind && !block.All.Any(inside => inside.Id == other.Id)).ToList();
        return targets.Count == 0 || BlockShape.Of(block.Kind).HasCells || block.Kind == BlockKind.Column
            ? draft : draft.Replaced(block.Id, _ => []).Replaced(targets[random.Next(targets.Count)].Id, other => [block, other]);
    }

    private DraftBlock Like(DraftBlock block)
    {
        var fresh = new DraftBlock { Id = NewId(), Kind = block.Kind == BlockKind.Head ? BlockKind.Row : block.Kind };
        return BlockShape.Of(block.Kind).HasMainText ? fresh with { Texts = NamedValues.Of(BlockShape.MainText, DraftText.From(Word())) }
            : block.Kind is BlockKind.Row or BlockKind.Head && block.Texts.Count > 0 ? fresh with { Texts = NamedValues.Of(block.Texts.Names.First(), DraftText.From(Word())) }
            : fresh;
    }

    private StoryDraft Recast(StoryDraft draft, DraftBlock block, Random random) => !BlockShape.Of(block.Kind).HasMainText ? draft : draft.Replaced(block.Id, it => random.Next(4) switch
    {
        0 => [it with { Kind = BlockKind.Heading, Texts = it.Texts.Without("speaker"), Values = NamedValues.Of("level", random.Next(2) == 0 ? "2" : "3") }],
        1 => [it with { Kind = BlockKind.PullQuote, Values = NamedValues.Empty<string>() }],
        2 => [Wrap(it, BlockKind.Quotation, BlockKind.Passage)],
        _ => [Wrap(it, BlockKind.List, BlockKind.Item)],
    });

    private DraftBlock Wrap(DraftBlock block, BlockKind around, BlockKind inside) => new()
    {
        Id = NewId(),
        Kind = around,
        Blocks = [block with { Kind = inside, Texts = block.Texts.Without("speaker"), Values = NamedValues.Empty<string>() }],
    };

    private static StoryDraft Unwrapped(StoryDraft draft, DraftBlock block) => block.Kind is BlockKind.Quotation or BlockKind.List
        ? draft.Replaced(block.Id, it => [.. it.Blocks.Select(child => child with { Kind = BlockKind.Paragraph, Values = NamedValues.Empty<string>() })])
        : draft;

    private static StoryDraft Valued(StoryDraft draft, DraftBlock block, Random random) => block.Kind switch
    {
        BlockKind.Heading => draft.Replaced(block.Id, it => [it with { Values = NamedValues.Of("level", random.Next(2) == 0 ? "2" : "3") }]),
        BlockKind.Item => draft.Replaced(block.Id, it => [it with { Values = it.Values.With("depth", random.Next(4).ToString(CultureInfo.InvariantCulture)) }]),
        BlockKind.List => draft.Replaced(block.Id, it => [it with { Values = NamedValues.Of("ordered", it.Values["ordered"] == "true" ? "false" : "true") }]),
        BlockKind.Picture => draft.Replaced(block.Id, it => [it with { Values = it.Values.With("file", new PictureFile(new string("abcdef"[random.Next(6)], 64), 1600, 900).ToString()) }]),
        _ => draft,
    };
}
