using Storyprint.Stories.Drafts;
using Storyprint.Text.Reading;

namespace Storyprint.Tests.Stories.Drafts;

/// <summary>The words of a draft, for tests that none is lost.</summary>
internal static class DraftWords
{
    /// <summary>Every word, in texts and in the options of choices.</summary>
    public static HashSet<string> All(StoryDraft draft) => [.. draft.All.SelectMany(block => block.Texts.Pairs).SelectMany(text => text.Value.Runs.SelectMany(InRun)).SelectMany(Split)];

    /// <summary>The words outside choices, each as often as it stands there.</summary>
    public static List<string> Standing(StoryDraft draft) => [.. draft.All.SelectMany(block => block.Texts.Pairs).SelectMany(text => Split(text.Value.Plain))];

    public static IEnumerable<ChoiceRun> Choices(StoryDraft draft) => draft.All.SelectMany(block => block.Texts.Pairs).SelectMany(text => text.Value.Choices);

    /// <summary>The draft with every name and time of a choice taken away.</summary>
    public static StoryDraft WithoutNames(StoryDraft draft)
    {
        return new StoryDraft(In(draft.Root));
        static DraftBlock In(DraftBlock block) => block with
        {
            Removal = block.Removal is null ? null : default(EditStamp),
            Choices = [.. block.Choices.Select(choice => choice with { Options = [.. choice.Options.Select(option => option with { By = default })] })],
            Texts = NamedValues.From(block.Texts.Pairs.Select(text => KeyValuePair.Create(text.Key, DraftText.From(text.Value.Runs.Select(run => run is ChoiceRun choice
                ? choice with { Options = [.. choice.Options.Select(option => option with { By = default })] } : run))))),
            Blocks = [.. block.Blocks.Select(In)],
        };
    }

    public static HashSet<string> In(DraftText text) => [.. Split(text.Plain)];

    private static IEnumerable<string> InRun(DraftRun run) => run is ChoiceRun choice ? choice.Options.Select(option => option.Plain) : [((WordsRun)run).Words.Text];

    private static IEnumerable<string> Split(string text) => TokenSpans.Of(text).Where(span => span.Kind == TokenKind.Word).Select(span => text.Substring(span.Start, span.Length));
}
