namespace Storyprint.Verification.Pages;

/// <summary>What the interface may repeat of a story: its sealed lines, its code and address.</summary>
internal static class StoryPhrases
{
    // A line as a whole; of these a page shows parts.
    private static readonly string[] Rows = ["row", "head"];

    public static PhraseBook Of(PhraseBook below, string origin, params IEnumerable<SealedRevision> revisions)
    {
        var book = new PhraseBook(below);
        foreach (var revision in revisions)
        {
            book.AddWhole(revision.Name.Code, $"{origin}/{revision.Name.Code}");
            book.AddWhole(revision.Lines.ItemNumbers);
            foreach (var (tag, line) in revision.Lines.All)
            {
                book.AddWhole(line);
                if (Rows.Contains(tag))
                {
                    book.AddWhole(revision.Lines.CellsOf(line));
                }
                else if (tag is "embed" or "picture-at" && Uri.TryCreate(new Uri("https://localhost"), line, out var address))
                {
                    book.AddWhole(address.Host);
                }
            }

            // What stands for the story in lists of programs: its standfirst, or where it has none the first words of its text.
            foreach (var line in revision.Lines.Of("standfirst").Take(1).Concat(revision.Lines.Of("text").Take(1)))
            {
                book.AddBeginnings(line);
            }
        }

        return book;
    }
}
