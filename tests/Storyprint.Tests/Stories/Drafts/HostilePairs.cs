using CsCheck;
using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Drafts;

namespace Storyprint.Tests.Stories.Drafts;

/// <summary>Pairs of editors who edit everything everywhere, in three scripts.</summary>
internal static class HostilePairs
{
    private static readonly Gen<int[]> Acts = Gen.Int[0, int.MaxValue - 1].Array[0, 7];

    public static Gen<(Script Script, int[] Ours, int[] Theirs, int[] More)> All { get; } =
        Gen.Select(Gen.Int[0, Script.All.Count - 1].Select(index => Script.All[index]), Acts, Acts, Acts);

    public static (StoryDraft Before, StoryDraft Ours, StoryDraft Theirs) Edited(Script script, int[] ours, int[] theirs)
    {
        var before = Story(script);
        return (before, new DraftEditor("a", script).Edit(before, ours), new DraftEditor("b", script).Edit(before, theirs));
    }

    public static StoryDraft Story(Script script)
    {
        RichText Words(int from, int count) => RichText.From(script.Sentence("s", from, count));
        return Drafted.From(new StoryContent
        {
            Language = "en",
            Headline = script.Sentence("s", 1, 5),
            Bylines = [script.Sentence("s", 300, 2)],
            Topics = [script.Sentence("s", 310, 1)],
            Section = "city",
            Body =
            [
                new Paragraph(Words(10, 8)),
                new BulletList(false, [new ListItem(0, Words(20, 4)), new ListItem(1, Words(30, 3)), new ListItem(0, Words(40, 3))]),
                new Paragraph(Words(50, 8)),
                new Table([Words(60, 1), Words(61, 1)], [[Words(70, 2), Words(72, 2)], [Words(80, 2), Words(82, 2)]], script.Sentence("s", 90, 2)),
                new Quotation([Words(100, 4), Words(110, 4)], script.Sentence("s", 120, 2)),
                new Heading(2, Words(130, 3)),
                new Picture { Hash = new string('a', 64), Width = 10, Height = 10, Caption = Words(140, 3), Credit = script.Sentence("s", 150, 1) },
                new Paragraph(Words(160, 8)),
            ],
        });
    }
}
