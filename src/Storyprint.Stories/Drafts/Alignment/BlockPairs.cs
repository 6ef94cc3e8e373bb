using System.Globalization;
using System.Text;
using Storyprint.Text.Differences;

namespace Storyprint.Stories.Drafts.Alignment;

/// <summary>Finds which blocks of two lists are one block: those that are equal, and between them those of which most words are the same.</summary>
internal static class BlockPairs
{
    private const long Steps = 4_000_000;

    /// <summary>Above this many pairs in one gap, blocks are paired in their order only.</summary>
    private const int MaxCompared = 40_000;

    /// <summary>The share of words that two blocks have in common, from which on they are one.</summary>
    private const double Alike = 0.3;

    /// <summary>The blocks in two blocks that are one, in order.</summary>
    public static IEnumerable<(DraftBlock Before, DraftBlock After)> Between(DraftBlock before, DraftBlock after)
    {
        var (old, now) = (Signatures(before), Signatures(after));
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        int[] left = [.. old.Select(Number)], right = [.. now.Select(Number)];
        var (done, reached) = (0, 0);
        foreach (var region in SequenceDiff.Between(left, right, new WorkBudget(Steps)).Append(new Region(left.Length, left.Length, right.Length, right.Length)))
        {
            for (; done < region.BeforeFrom && reached < region.AfterFrom; done++, reached++)
            {
                yield return (before.Blocks[done], after.Blocks[reached]);
            }

            foreach (var pair in InGap([.. before.Blocks.Take(region.BeforeTo).Skip(region.BeforeFrom)], [.. after.Blocks.Take(region.AfterTo).Skip(region.AfterFrom)]))
            {
                yield return pair;
            }

            (done, reached) = (region.BeforeTo, region.AfterTo);
        }

        int Number(string signature) => numbers.TryGetValue(signature, out var number) ? number : numbers[signature] = numbers.Count;
    }

    // The heaviest pairs that do not cross.
    private static IEnumerable<(DraftBlock Before, DraftBlock After)> InGap(DraftBlock[] old, DraftBlock[] now)
    {
        if ((long)old.Length * now.Length > MaxCompared)
        {
            return old.Zip(now).Where(pair => pair.First.Kind == pair.Second.Kind);
        }

        HashSet<string>[] left = [.. old.Select(Words)], right = [.. now.Select(Words)];
        var weight = new double[old.Length + 1, now.Length + 1];
        for (var row = old.Length - 1; row >= 0; row--)
        {
            for (var column = now.Length - 1; column >= 0; column--)
            {
                var paired = Likeness(row, column) is var likeness && likeness > 0 ? likeness + weight[row + 1, column + 1] : 0;
                weight[row, column] = Math.Max(paired, Math.Max(weight[row + 1, column], weight[row, column + 1]));
            }
        }

        var pairs = new List<(DraftBlock, DraftBlock)>();
        for (int row = 0, column = 0; row < old.Length && column < now.Length;)
        {
            if (Likeness(row, column) is > 0 and var likeness && weight[row, column] <= likeness + weight[row + 1, column + 1])
            {
                pairs.Add((old[row++], now[column++]));
            }
            else if (weight[row, column] <= weight[row + 1, column])
            {
                row++;
            }
            else
            {
                column++;
            }
        }

        return pairs;

        double Likeness(int row, int column)
        {
            // Columns and pictures have few words of their own, or none.
            if (old[row].Kind is BlockKind.Column or BlockKind.Head or BlockKind.Table or BlockKind.List or BlockKind.Picture or BlockKind.Embed or BlockKind.Break
                or BlockKind.Gallery or BlockKind.Media or BlockKind.Document or BlockKind.Related)
            {
                return old[row].Kind != now[column].Kind ? 0 : Alike + Share(left[row], right[column]);
            }

            var share = Share(left[row], right[column]);
            return BlockShape.Of(old[row].Kind).Part != BlockShape.Of(now[column].Kind).Part || share < Alike ? 0 : share + (old[row].Kind == now[column].Kind ? 0.1 : 0);
        }
    }

    private static double Share(HashSet<string> left, HashSet<string> right) =>
        left.Count + right.Count == 0 ? 0 : 2.0 * left.Count(right.Contains) / (left.Count + right.Count);

    private static HashSet<string> Words(DraftBlock block) =>
        [.. block.All.SelectMany(part => part.Texts.Pairs).SelectMany(text => text.Value.Plain.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))];

    private static string[] Signatures(DraftBlock parent)
    {
        var columns = parent.Blocks.Where(block => block.Kind == BlockKind.Column).Select(column => column.Id.Value).ToList();
        return [.. parent.Blocks.Select(block => Write(new StringBuilder(), block, columns).ToString())];
    }

    // Everything but identities. Cells stand in the order of their columns.
    private static StringBuilder Write(StringBuilder to, DraftBlock block, List<string> columns)
    {
        to.Append(CultureInfo.InvariantCulture, $"\u0001{block.Kind}");
        foreach (var (name, value) in block.Values.Pairs)
        {
            to.Append(CultureInfo.InvariantCulture, $"\u0002{name}\u0003{value}");
        }

        foreach (var (name, text) in block.Texts.Pairs.OrderBy(text => columns.IndexOf(text.Key)))
        {
            to.Append(CultureInfo.InvariantCulture, $"\u0002{(BlockShape.Of(block.Kind).HasCells ? columns.IndexOf(name) : name)}\u0003");
            foreach (var run in text.ToRichText().Runs)
            {
                to.Append(CultureInfo.InvariantCulture, $"\u0004{run.Text}\u0005{run.Emphasis}\u0005{run.Link}\u0005{run.Was}");
            }
        }

        var inside = block.Blocks.Where(child => child.Kind == BlockKind.Column).Select(column => column.Id.Value).ToList();
        foreach (var child in block.Blocks)
        {
            Write(to, child, inside);
        }

        return to.Append('\u0006');
    }
}
