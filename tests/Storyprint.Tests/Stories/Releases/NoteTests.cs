using Storyprint.Stories;
using Storyprint.Stories.Canonical;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;
using static Storyprint.Tests.Stories.Releases.ReleaseTrial;

namespace Storyprint.Tests.Stories.Releases;

public sealed class NoteTests
{
    private static readonly CorrectionNote Older = new("An older note.", First);
    private static readonly StoryState Published = State(StoryStatus.Published, Content with { Corrections = [Older] });

    [Fact]
    public void The_newest_note_comes_first_with_the_time_of_its_release()
    {
        var revision = Released(CorrectRule.Decide(Published, Content, Note with { FoundBy = " Josef Marrable " }, RevisionNumber.First, Now));
        var expected = new CorrectionNote(Note.Text, Now) { Said = Note.Said, Says = Note.Says, FoundBy = "Josef Marrable" };
        Assert.Equal([expected, Older], revision.Content!.Corrections);
        Assert.Equal(Now, revision.UpdatedAt);
    }

    [Fact]
    public void A_correction_without_its_sentences_is_told_of_each() => Assert.Equal(
        [new ReleaseRefusal.NoteWithoutText(), new ReleaseRefusal.NoteWithoutSaid(), new ReleaseRefusal.NoteWithoutSays()],
        Refused(CorrectRule.Decide(Published, Content, new NoteWords { Text = " ", Said = "", Says = "\t" }, RevisionNumber.First, Now)));

    [Fact]
    public void A_note_that_cannot_be_sealed_is_refused() => Assert.Equal(
        [new ReleaseRefusal.UnassignedCharacter("U+0378")],
        Refused(RetractRule.Decide(Published, "Invented\u0378.", RevisionNumber.First, Now)));

    [Fact]
    public void No_draft_takes_a_note_away_or_dates_it_anew()
    {
        var draft = Content with { Topics = ["Libraries"], Corrections = [Older with { At = First.AddYears(-1) }] };
        Assert.Equal([Older], Released(UpdateRule.Decide(Published, draft, new ReleaseNote("Found under libraries."), RevisionNumber.First, Now)).Content!.Corrections);
        Assert.Equal(Older, Released(CorrectRule.Decide(Published, draft, Note, RevisionNumber.First, Now)).Content!.Corrections[1]);
    }

    [Fact]
    public void A_first_release_has_nothing_to_correct() =>
        Assert.Empty(Released(PublishRule.Decide(State(StoryStatus.Draft), Published.Content!, null, Now)).Content!.Corrections);

    [Fact]
    public void A_corrected_note_keeps_its_date_and_its_place()
    {
        var state = Published with { Content = Content with { Corrections = [Older with { Text = "Newer." }, Older] } };
        var notes = Released(CorrectNoteRule.Decide(state, 1, Note, RevisionNumber.First, Now)).Content!.Corrections;
        Assert.Equal(("Newer.", Note.Text, First, Now), (notes[0].Text, notes[1].Text, notes[1].At, notes[1].CorrectedAt));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void A_note_that_is_not_there_cannot_be_corrected(int position) => Assert.Equal(
        [new ReleaseRefusal.NoSuchNote(position)], Refused(CorrectNoteRule.Decide(Published, position, Note, RevisionNumber.First, Now)));

    [Fact]
    public void A_retraction_keeps_the_text_and_puts_its_reason_above_the_other_notes()
    {
        var content = Released(RetractRule.Decide(Published, " Invented. ", RevisionNumber.First, Now)).Content!;
        Assert.Equal([new CorrectionNote("Invented.", Now) { Kind = NoteKind.Retraction }, Older], content.Corrections);
        Assert.Equal(CanonicalText.Create(RevisionText.New(Content)), CanonicalText.Create(RevisionText.New(content with { Corrections = [] })));
        Assert.Equal([new ReleaseRefusal.NoReason()], Refused(RetractRule.Decide(Published, " ", RevisionNumber.First, Now)));
    }

    [Fact]
    public void The_reason_of_a_retraction_can_be_corrected_and_stays_a_retraction()
    {
        var words = new NoteWords { Text = "Half of it was invented.", Said = "", Says = "" };
        var revision = Released(CorrectNoteRule.Decide(State(StoryStatus.Retracted), 0, words, new RevisionNumber(2), Now));
        var note = Assert.Single(revision.Content!.Corrections);
        Assert.Equal((NoteKind.Retraction, words.Text, First, StoryStatus.Retracted), (note.Kind, note.Text, note.At, revision.Status));
    }

    [Fact]
    public void Notes_stored_before_they_had_parts_are_still_read()
    {
        var content = StoryJson.Read("""{"language":"en","headline":"H","corrections":[{"text":"An older note.","at":"2026-03-02T09:00:00+00:00"}]}""");
        Assert.Equal([Older], content.Corrections);
        Assert.Equal("""{"text":"An older note.","at":"2026-03-02T09:00:00+00:00"}""", StoryJson.Write(content)[(StoryJson.Write(content).IndexOf("s\":[{", StringComparison.Ordinal) + 4)..].Split(']')[0]);
    }

    [Fact]
    public void Every_part_of_a_note_is_stored()
    {
        var note = new CorrectionNote(Note.Text, Now) { Said = Note.Said, Says = Note.Says, Kind = NoteKind.Retraction, FoundBy = "A reader", CorrectedAt = Now.AddHours(1) };
        var stored = StoryJson.Write(Content with { Corrections = [note] });
        Assert.Contains("\"kind\":\"Retraction\"", stored, StringComparison.Ordinal);
        Assert.Equal([note], StoryJson.Read(stored).Corrections);
    }
}
