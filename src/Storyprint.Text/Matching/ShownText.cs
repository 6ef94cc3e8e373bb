namespace Storyprint.Text.Matching;

/// <summary>A published text as a page shows it: its lines in the page's order, with what the page says before, behind and between them.</summary>
public static class ShownText
{
    // A word with the number of a note behind it is another one, and the cells of a table may stand in another order.
    private const double MinShown = 0.9;

    /// <param name="page">The words of the page.</param>
    /// <param name="original">The text that it shows.</param>
    /// <returns>Null where the page does not show the running text.</returns>
    public static OriginalText? Of(CopyText page, OriginalText original)
    {
        var passages = CopyAlignment.Of(page, original, RunChain.Of(new SharedRuns(page.Words).With(original.Words)));
        var shown = passages.Where(IsRunning).Sum(passage => passage.OriginalTo - passage.OriginalFrom);
        return shown < MinShown * original.RunningWords ? null : new OriginalText([.. passages.Select(passage => new OriginalLine(
            passage.Line is { } line ? original.Lines[line].Tag : "page", page.Slice(passage.From, passage.To).ReplaceLineEndings(" "), IsBeside: !IsRunning(passage)))]);

        bool IsRunning(CopyPassage passage) => passage.Line is { } line && !original.Lines[line].IsBeside;
    }
}
