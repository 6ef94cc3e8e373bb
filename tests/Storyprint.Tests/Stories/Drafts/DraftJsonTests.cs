using System.Text;
using CsCheck;
using Storyprint.Stories.Drafts;
using Storyprint.Stories.Drafts.Changes;
using Storyprint.Stories.Drafts.Wire;
using static Storyprint.Tests.Stories.Drafts.Drafted;

namespace Storyprint.Tests.Stories.Drafts;

/// <summary>
/// Drafts from a browser, or from anybody who writes JSON by hand: <see cref="DraftJsonWriter"/>, and <see cref="DraftJsonReader"/> with <see cref="JsonParts"/>,
/// which names a <see cref="DraftProblem"/>.
/// </summary>
public sealed class DraftJsonTests
{
    private static readonly string Sound = Encoding.UTF8.GetString(DraftJson.Write(From(DraftContentExamples.Full)));

    [Fact]
    public void Every_draft_is_read_as_it_was_written() => HostilePairs.All.Sample(pair =>
    {
        var (before, ours, theirs) = HostilePairs.Edited(pair.Script, pair.Ours, pair.Theirs);
        var merged = Merged(before, ours, theirs);
        Assert.True(DraftJson.TryRead(DraftJson.Write(merged), out StoryDraft? draft, out var problem), $"{problem}");
        Assert.Equal(merged, draft);
        Assert.True(DraftJson.TryRead(DraftJson.Write(DraftDiff.Between(before, merged)), out DraftChange? change, out problem), $"{problem}");
        Assert.Equal(merged, ApplyChange.To(before, change, out _));
    }, iter: 1_000);

    public static TheoryData<string, string, string> Wrong => new()
    {
        { "", "", "It is not JSON" },
        { "[]", "", "object" },
        { "null", "", "object" },
        { Story("""{"id":"a","kind":"paragraph"},{"id":"a","kind":"paragraph"}"""), "/blocks/1/id", "twice" },
        { Story("""{"id":"a","kind":"song"}"""), "/blocks/0/kind", "no kind" },
        { Story("""{"id":"a","kind":"item"}"""), "/blocks/0/kind", "holds none" },
        { Story("""{"id":"a b","kind":"paragraph"}"""), "/blocks/0/id", "identity" },
        { Story("""{"kind":"paragraph"}"""), "/blocks/0", "'id'" },
        { Story("""{"id":"a","kind":"paragraph","colour":"red"}"""), "/blocks/0/colour", "not known" },
        { Story("""{"id":"a","kind":"paragraph","texts":{"text":[]}}"""), "/blocks/0/texts/text", "left out" },
        { Story("""{"id":"a","kind":"paragraph","texts":{"song":[{"text":"la"}]}}"""), "/blocks/0/texts/song", "no text" },
        { Story("""{"id":"a","kind":"paragraph","texts":{"text":"la"}}"""), "/blocks/0/texts/text", "array" },
        { Story("""{"id":"a","kind":"paragraph","texts":{"text":[{"text":"la","link":"javascript:alert(1)"}]}}"""), "/blocks/0/texts/text/0/link", "link" },
        { Story("""{"id":"a","kind":"paragraph","texts":{"text":[{"text":"la","emphasis":["blink"]}]}}"""), "/blocks/0/texts/text/0/emphasis/0", "blink" },
        { Story("""{"id":"a","kind":"paragraph","texts":{"text":[{"text":"la","html":"<b>"}]}}"""), "/blocks/0/texts/text/0/html", "not known" },
        { Story("""{"id":"a","kind":"paragraph","texts":{"text":[{"text":"\ud800"}]}}"""), "/blocks/0/texts/text/0/text", "half" },
        { Story("""{"id":"a","kind":"paragraph","texts":{"text":[{"text":"\u0000"}]}}"""), "/blocks/0/texts/text/0/text", "U+0000" },
        { Story("""{"id":"a","kind":"paragraph","texts":{"text":[{"text":"\ufffc"}]}}"""), "/blocks/0/texts/text/0/text", "U+FFFC" },
        { Saying($$"""{"text":"e{{new string('\u0301', 1_000)}}"}"""), "/blocks/0/texts/text/0/text", "marks" },
        { Saying(string.Join(',', Enumerable.Repeat($$"""{"text":"{{new string('\u0301', 20)}}"}""", 9))), "/blocks/0/texts/text", "marks" },
        { Saying($$"""{"text":"{{new string('a', 400_001)}}"}"""), "/blocks/0/texts/text/0/text", "longer" },
        { Story("""{"id":"a","kind":"paragraph","texts":{"text":[{"choice":[{"text":[],"who":"I","at":"2026-11-22T09:00:00.0000000+00:00"}]}]}}"""), "/blocks/0/texts/text/0", "two options" },
        { Story("""{"id":"a","kind":"paragraph","texts":{"text":[{"choice":[{"text":[],"who":"I","at":"now"},{"text":[],"who":"I","at":"now"}]}]}}"""), "/blocks/0/texts/text/0/choice/0/at", "time" },
        { Story("""{"id":"a","kind":"byline","texts":{"text":[{"text":"I","emphasis":["strong"]}]}}"""), "/blocks/0/texts/text", "no emphasis" },
        { Story("""{"id":"a","kind":"heading","values":{"level":"1"}}"""), "/blocks/0/values/level", "'1'" },
        { Story("""{"id":"a","kind":"heading","values":{"level":2}}"""), "/blocks/0/values/level", "string" },
        { Story("""{"id":"a","kind":"paragraph","values":{"level":"2"}}"""), "/blocks/0/values/level", "no value" },
        { Story("""{"id":"a","kind":"embed","values":{"address":"data:text/html,x"}}"""), "/blocks/0/values/address", "cannot be" },
        { Story("""{"id":"a","kind":"picture","values":{"file":"../../etc 1x1"}}"""), "/blocks/0/values/file", "cannot be" },
        { Story("""{"id":"a","kind":"table","blocks":[{"id":"r","kind":"row","texts":{"c":[]}}]}"""), "/blocks/0/blocks", "column" },
        { Story("""{"id":"a","kind":"table","blocks":[{"id":"r","kind":"row"},{"id":"c","kind":"column"}]}"""), "/blocks/0/blocks", "first" },
        { Story("""{"id":"a","kind":"topic"},{"id":"b","kind":"paragraph"}"""), "/blocks", "first" },
        { Story("""{"id":"a","id":"b","kind":"paragraph"}"""), "", "It is not JSON" },
        { """{"id":"story","kind":"paragraph"}""", "", "story itself" },
        { string.Concat(Enumerable.Repeat("""{"id":"story","kind":"story","blocks":[""", 8)) + string.Concat(Enumerable.Repeat("]}", 8)), "/blocks/0/blocks/0/blocks/0/blocks/0/blocks/0/blocks/0/blocks/0", "deep" },
        { string.Concat(Enumerable.Repeat("[", 100)), "", "It is not JSON" },
        { Story(string.Join(',', Enumerable.Range(0, 20_001).Select(index => $$"""{"id":"p{{index}}","kind":"paragraph"}"""))), "/blocks", "20000" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_no_editor_would_send_is_refused_whole_with_what_is_wrong_and_where(string json, string where, string says)
    {
        Assert.False(DraftJson.TryRead(Encoding.UTF8.GetBytes(json), out StoryDraft? draft, out var problem));
        Assert.Null(draft);
        Assert.Equal(where, problem.Where);
        Assert.Contains(says, problem.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_draft_that_is_too_large_is_refused_before_it_is_read() =>
        Assert.False(DraftJson.TryRead(new byte[DraftLimits.Bytes + 1], out StoryDraft? _, out _));

    [Fact]
    public void Ten_thousand_empty_paragraphs_are_a_draft() => Assert.True(DraftJson.TryRead(
        Encoding.UTF8.GetBytes(Story(string.Join(',', Enumerable.Range(0, 10_000).Select(index => $$"""{"id":"p{{index}}","kind":"paragraph"}""")))), out StoryDraft? _, out _));

    // Bytes changed, doubled, cut out and put in anywhere: it is a sound draft or a refusal, and never anything else.
    [Fact]
    public void Damaged_drafts_are_refused_or_sound() => Gen.Select(Gen.Int[0, int.MaxValue - 1], Gen.Int[1, 6]).Sample((seed, count) =>
    {
        var random = new Random(seed);
        var bytes = Encoding.UTF8.GetBytes(Sound).ToList();
        for (var damage = 0; damage < count; damage++)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(bytes.Count - at, 1 + random.Next(30)));
                    break;
                case 2:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, Math.Min(bytes.Count - at, 1 + random.Next(60))));
                    break;
                case 3:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(((string[])["\\ud800", "\\u0000", "null", "{}", "[]", ",", "\"", "1e999", "true", "\\u202e"])[random.Next(10)]));
                    break;
                default:
                    bytes[at] = (byte)"{}[]\",:0a"[random.Next(9)];
                    break;
            }
        }

        var json = bytes.ToArray();
        if (DraftJson.TryRead(json, out StoryDraft? draft, out var problem))
        {
            Assert.Null(DraftRules.Problem(draft));
            Assert.NotNull(DraftContent.Preview(draft));
            Assert.True(DraftJson.TryRead(DraftJson.Write(draft), out StoryDraft? again, out _));
            Assert.Equal(draft, again);
        }
        else
        {
            Assert.NotEmpty(problem.Sentence);
        }

        _ = DraftJson.TryRead(json, out DraftChange? _, out _);
    }, iter: 5_000);

    private static string Saying(string runs) => Story("""{"id":"a","kind":"paragraph","texts":{"text":[""" + runs + "]}}");

    private static string Story(string blocks) => $$"""{"id":"story","kind":"story","blocks":[{{blocks}}]}""";
}
