namespace Storyprint.Text.Differences;

/// <summary>E. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), in linear space. A stretch that exceeds the budget counts as changed as a whole.</summary>
internal sealed class MyersDiff
{
    private readonly int[] before;
    private readonly int[] after;
    private readonly WorkBudget budget;
    private readonly int[] forward;
    private readonly int[] backward;
    private readonly int middle;

    private MyersDiff(int[] before, int[] after, WorkBudget budget)
    {
        (this.before, this.after, this.budget) = (before, after, budget);
        IsRemoved = new bool[before.Length];
        IsAdded = new bool[after.Length];
        middle = ((before.Length + after.Length + 1) / 2) + 2;
        forward = new int[(2 * middle) + 1];
        backward = new int[(2 * middle) + 1];
    }

    public bool[] IsRemoved { get; }

    public bool[] IsAdded { get; }

    public static MyersDiff Between(int[] before, int[] after, WorkBudget budget)
    {
        var edit = new MyersDiff(before, after, budget);
        var open = new Stack<Box>([new Box(0, before.Length, 0, after.Length)]);
        while (open.TryPop(out var box))
        {
            box = edit.Trimmed(box);
            if (box.Height > 0 && box.Width > 0 && edit.Snake(box) is var (x, y, u, v))
            {
                open.Push(new Box(box.Left, box.Left + x, box.Top, box.Top + y));
                open.Push(new Box(box.Left + u, box.Right, box.Top + v, box.Bottom));
            }
            else
            {
                edit.IsRemoved.AsSpan(box.Left, box.Width).Fill(true);
                edit.IsAdded.AsSpan(box.Top, box.Height).Fill(true);
            }
        }

        return edit;
    }

    private Box Trimmed(Box box)
    {
        var (left, right, top, bottom) = box;
        while (left < right && top < bottom && before[left] == after[top])
        {
            (left, top) = (left + 1, top + 1);
        }

        while (left < right && top < bottom && before[right - 1] == after[bottom - 1])
        {
            (right, bottom) = (right - 1, bottom - 1);
        }

        return new Box(left, right, top, bottom);
    }

    // The middle snake from (X, Y) to (U, V) inside the box, or null when the budget is exhausted.
    private (int X, int Y, int U, int V)? Snake(Box box)
    {
        var isOdd = ((box.Width + box.Height) & 1) == 1;
        for (var depth = 0; !budget.IsSpent; depth++)
        {
            forward[middle + depth + 1] = forward[middle - depth - 1] = 0;
            backward[middle + depth + 1] = backward[middle - depth - 1] = 0;
            if (depth == 0)
            {
                forward[middle] = backward[middle] = 0;
            }

            if (Step(box, depth, forward, backward, isForward: true, meets: isOdd) is { } found)
            {
                return found;
            }

            if (Step(box, depth, backward, forward, isForward: false, meets: !isOdd) is var (x, y, u, v))
            {
                return (box.Width - u, box.Height - v, box.Width - x, box.Height - y);
            }
        }

        return null;
    }

    private (int X, int Y, int U, int V)? Step(Box box, int depth, int[] own, int[] other, bool isForward, bool meets)
    {
        var (width, height) = (box.Width, box.Height);
        var reach = isForward ? depth - 1 : depth;
        var first = -(depth - (2 * Math.Max(0, depth - height)));
        var last = depth - (2 * Math.Max(0, depth - width));
        budget.Spend(1 + Math.Max(0, (last - first) / 2));
        for (var k = first; k <= last; k += 2)
        {
            var x = k == -depth || (k != depth && own[middle + k - 1] < own[middle + k + 1])
                ? own[middle + k + 1]
                : own[middle + k - 1] + 1;
            var y = x - k;
            var (u, v) = (x, y);
            while (u < width && v < height && Equal(box, u, v, isForward))
            {
                (u, v) = (u + 1, v + 1);
            }

            own[middle + k] = u;
            var opposite = width - height - k;
            if (meets && Math.Abs(opposite) <= reach && u + other[middle + opposite] >= width)
            {
                return (x, y, u, v);
            }
        }

        return null;
    }

    private bool Equal(Box box, int x, int y, bool isForward) => isForward
        ? before[box.Left + x] == after[box.Top + y]
        : before[box.Right - 1 - x] == after[box.Bottom - 1 - y];

    private readonly record struct Box(int Left, int Right, int Top, int Bottom)
    {
        public int Width => Right - Left;

        public int Height => Bottom - Top;
    }
}
