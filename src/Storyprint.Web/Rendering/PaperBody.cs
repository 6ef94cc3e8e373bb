using Storyprint.Print.Sheets;
using Storyprint.Stories.Body;

namespace Storyprint.Web.Rendering;

/// <summary>
/// The body of a story divided for paper. A gallery, and a table that is wider than a column, stands between two runs of columns: browsers draw the rules of columns through
/// one that spans them, and a turned sheet begins outside of them.
/// </summary>
public sealed class PaperBody
{
    private readonly Dictionary<Table, TableFit> fits = new(ReferenceEqualityComparer.Instance);

    /// <param name="columnWidth">The width of a column of the text, in millimetres.</param>
    public PaperBody(IReadOnlyList<Block> blocks, double columnWidth, bool isRightToLeft)
    {
        var runs = new List<List<Block>> { new() };
        foreach (var block in blocks)
        {
            var isWide = block is Table table ? (fits[table] = TableFit.Create(table, columnWidth, isRightToLeft)).Room != TableRoom.Column : block is Gallery;
            if (isWide)
            {
                runs.AddRange([[block], []]);
            }
            else
            {
                runs[^1].Add(block);
            }
        }

        Runs = [.. runs.Where(run => run.Count > 0)];
        FirstText = Runs.TakeWhile(run => !run.Any(block => block is Paragraph)).Count();
    }

    /// <summary>The blocks in their order, in runs that each have their own place on paper.</summary>
    public IReadOnlyList<IReadOnlyList<Block>> Runs { get; }

    /// <summary>The index of the run with the first paragraph, before which the dateline stands.</summary>
    public int FirstText { get; }

    public TableFit FitOf(Table table) => fits[table];

    /// <summary>The classes of a run's element.</summary>
    public string ClassOf(IReadOnlyList<Block> run) => run is [Gallery] ? "body over" : run is not [Table table] ? "body" : FitOf(table).Room switch
    {
        TableRoom.Landscape => "body turned",
        TableRoom.Sheet or TableRoom.SmallType => "body over",
        _ => "body",
    };
}
