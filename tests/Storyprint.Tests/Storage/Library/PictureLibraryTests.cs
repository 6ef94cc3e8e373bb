using Storyprint.Storage.Audit;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Library;
using Storyprint.Storage.Pictures;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Body;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;
using Storyprint.Newsroom.Releases;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Storage.Releases;

namespace Storyprint.Tests.Storage.Library;

public class PictureLibraryTests : IAsyncLifetime
{
    public sealed class OnPostgres : PictureLibraryTests, IOnPostgres;

    private static readonly ReleaseContext By = new("editor", ReleaseMeans.Newsroom);

    private ReleaseFixture desk = null!;
    private MediaFolder media = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private PictureLibrary Library => new(desk.Database, desk.Clock);

    private PictureExaminer Examiner => new(desk.Database, media, desk.Clock);

    public async ValueTask InitializeAsync()
    {
        desk = await ReleaseFixture.OpenAsync();
        media = new MediaFolder(Path.Combine(desk.Folder, "media"));
    }

    public ValueTask DisposeAsync()
    {
        desk.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Pictures_are_found_by_the_beginnings_of_words_in_any_spelling()
    {
        var gates = await AddAsync(1, new PictureWords { Title = "The Harbour gates", People = ["Inês Çalloway"], Places = ["آلتن‌هافن"], Keywords = ["low water"] });
        var bridge = await AddAsync(2, new PictureWords { Caption = "پل فلزی در باران", Credit = "Maud Ferrier" });
        Assert.Equal([bridge, gates], await HashesAsync(string.Empty));
        Assert.Equal([gates], await HashesAsync("harb GATE"));
        Assert.Equal([gates], await HashesAsync("ines calloway"));
        Assert.Equal([gates], await HashesAsync("آلتن"));
        Assert.Equal([bridge], await HashesAsync("پل باران"));
        Assert.Equal([bridge], await HashesAsync("پل ferrier"));
        Assert.Empty(await HashesAsync("gates bridge"));
        Assert.Equal([bridge, gates], await HashesAsync("% _ ' \" \\"));
        Assert.Empty(await HashesAsync("arbour"));
    }

    [Fact]
    public async Task What_a_file_says_is_known_at_once_and_what_an_import_brought_is_found_out_later()
    {
        var described = DescribedJpeg.WithIptc(DescribedJpeg.Drawing(1), (105, "The harbour gates"));
        var hash = await KeepAsync(described);
        Assert.True((await Library.FindAsync(hash, Cancellation))!.Words.IsEmpty);
        Assert.Equal(1, await Examiner.RunAsync(10, Cancellation));
        Assert.Equal(0, await Examiner.RunAsync(10, Cancellation));
        Assert.Equal("The harbour gates", (await Library.FindAsync(hash, Cancellation))!.Words.Title);

        // The same bytes again: what is known stays.
        Assert.True(await Library.DescribeAsync(By, hash, await SeenAsync(hash), new PictureWords { Title = "The old gates" }, Cancellation));
        await KeepAsync(described);
        await Examiner.AddAsync(hash, described, null, Cancellation);
        Assert.Equal("The old gates", (await Library.FindAsync(hash, Cancellation))!.Words.Title);
    }

    [Fact]
    public async Task A_picture_that_nobody_described_gets_the_words_of_the_story_that_shows_it()
    {
        var hash = await KeepAsync(DescribedJpeg.WithIptc(DescribedJpeg.Drawing(1), (116, "© Ferrier")));
        await Examiner.RunAsync(10, Cancellation);
        var code = await PublishAsync(hash, "Two iron gates stand open.");
        await Examiner.RunAsync(10, Cancellation);
        var picture = (await Library.FindAsync(hash, Cancellation))!;
        Assert.Equal(("Two iron gates stand open.", "Ferrier", "© Ferrier", 1), (picture.Words.Alt, picture.Words.Credit, picture.Words.Copyright, picture.Uses));
        Assert.Equal(0, await Examiner.RunAsync(10, Cancellation));
        Assert.Equal([new PictureUse(code, "en", "The ferry sails", true, true, false)], await Library.UsesAsync(hash, Cancellation));
    }

    [Fact]
    public async Task A_withdrawal_takes_its_words_out_of_the_library_and_leaves_what_is_known_of_the_rights()
    {
        var (own, shared) = (await KeepAsync(DescribedJpeg.Drawing(1)), await KeepAsync(DescribedJpeg.Drawing(2)));
        await Examiner.RunAsync(10, Cancellation);
        var other = await PublishAsync(shared, "Seen elsewhere.", "Another story");
        var code = await PublishAsync(shared, "A secret that goes.", "The ferry sails", own);
        await Examiner.RunAsync(10, Cancellation);
        Assert.Equal("A secret that goes.", (await Library.FindAsync(shared, Cancellation))!.Words.Alt);
        var known = (await Library.FindAsync(shared, Cancellation))!;
        Assert.True(await Library.DescribeAsync(By, shared, known.ChangedAt, known.Words with { RightsEnd = desk.Clock.Now.AddDays(3), Terms = "Print only." }, Cancellation));
        Assert.IsType<ReleaseOutcome.Done>(await desk.WithdrawAsync(code, 1));

        Assert.Null(await Library.FindAsync(own, Cancellation));
        var left = (await Library.FindAsync(shared, Cancellation))!;
        Assert.Equal((string.Empty, "Print only.", desk.Clock.Now.AddDays(3)), (left.Words.Alt, left.Words.Terms, left.Words.RightsEnd));
        await using (var connection = await desk.Database.OpenAsync(Cancellation))
        {
            Assert.Equal(0, await connection.ScalarAsync<long>("SELECT COUNT(*) FROM library_picture WHERE words LIKE '%secret%' OR alt LIKE '%secret%'", Cancellation));
        }

        await Examiner.RunAsync(10, Cancellation);
        Assert.Equal("Seen elsewhere.", (await Library.FindAsync(shared, Cancellation))!.Words.Alt);
        Assert.Equal([other], (await Library.UsesAsync(shared, Cancellation)).Where(use => use.IsPublished).Select(use => use.Code));
    }

    [Fact]
    public async Task Of_two_who_describe_a_picture_at_once_the_second_is_told()
    {
        var hash = await AddAsync(1, new PictureWords { Title = "Gates" });
        var seen = await SeenAsync(hash);
        var kept = await Task.WhenAll(Enumerable.Range(0, 4).Select(each => Task.Run(() => Library.DescribeAsync(By, hash, seen, new PictureWords { Title = $"Gates {each}" }, Cancellation))));
        Assert.Single(kept, each => each);
        Assert.False(await Library.DescribeAsync(By, new string('0', 64), null, new PictureWords(), Cancellation));
    }

    [Fact]
    public async Task The_end_of_rights_is_on_record_warns_for_thirty_days_and_stops_a_release_where_it_should()
    {
        var hash = await AddAsync(1, new PictureWords { Title = "Gates" });
        Assert.True(await Library.DescribeAsync(By, hash, await SeenAsync(hash), new PictureWords { Title = "Gates", RightsEnd = desk.Clock.Now.AddDays(40), RightsStop = true }, Cancellation));
        Assert.Contains(await new AuditStore(desk.Database, desk.Clock).FindAsync(new AuditSearch { Act = AuditAct.PictureRightsChanged.Word }, null, 10, Cancellation), entry => entry.Subject == hash);
        Assert.Empty(await RightsAsync());
        desk.Clock.Now = desk.Clock.Now.AddDays(20);
        Assert.Equal([hash], await RightsAsync());
        Assert.Equal(RightsState.Ending, (await Library.FindAsync(hash, Cancellation))!.RightsAt(desk.Clock.Now));
        Assert.Equal(0, await Library.CountEndedAsync(Cancellation));

        // Published while it might be.
        var shown = await PublishAsync(hash, "Two gates.");
        desk.Clock.Now = desk.Clock.Now.AddDays(30);
        Assert.Equal(RightsState.Ended, (await Library.FindAsync(hash, Cancellation))!.RightsAt(desk.Clock.Now));
        Assert.Equal(1, await Library.CountEndedAsync(Cancellation));
        var corrected = ReleaseFixture.Text("The ferry sails", "The ferry carries 112 people.");
        Assert.IsType<ReleaseOutcome.Done>(await new CorrectStory(desk.Store).RunAsync(
            TestActor.Editor, shown, new ReleaseText.Given(corrected with { Body = [PictureOf(hash, "Two gates."), .. corrected.Body] }, null, null, RevisionNumber.First), new NoteWords { Text = "It is 112.", Said = "120", Says = "112" }, Cancellation));

        async Task<IEnumerable<string>> RightsAsync() => (await Library.FindAsync(new LibraryFilter { Selection = LibrarySelection.Rights }, 50, Cancellation)).Select(picture => picture.Hash);
    }

    [Fact]
    public async Task Pictures_that_show_the_same_are_found_whatever_their_bytes()
    {
        string[] same = [await AddAsync(DescribedJpeg.Drawing(1)), await AddAsync(DescribedJpeg.Drawing(1, 800, 600)), await AddAsync(DescribedJpeg.Drawing(1, quality: 40))];
        for (var seed = 2; seed < 20; seed++)
        {
            await AddAsync(DescribedJpeg.Drawing(seed));
        }

        Assert.Equal(same.Order(), (await Library.FindAsync(new LibraryFilter { Selection = LibrarySelection.Alike }, 50, Cancellation)).Select(picture => picture.Hash).Order());
        Assert.Equal(same[1..].Order(), (await Library.LikeAsync(same[0], Cancellation)).Select(picture => picture.Hash).Order());
        Assert.Equal(21, (await Library.FindAsync(new LibraryFilter { Selection = LibrarySelection.Unused }, 50, Cancellation)).Count);
        Assert.Equal(21, (await Library.FindAsync(new LibraryFilter { Selection = LibrarySelection.Undescribed }, 50, Cancellation)).Count);
    }

    private async Task<IEnumerable<string>> HashesAsync(string words) => (await Library.FindAsync(new LibraryFilter { Words = words }, 50, Cancellation)).Select(picture => picture.Hash);

    private async Task<DateTimeOffset?> SeenAsync(string hash) => (await Library.FindAsync(hash, Cancellation))!.ChangedAt;

    private async Task<string> KeepAsync(byte[] bytes)
    {
        desk.Clock.Now = desk.Clock.Now.AddSeconds(1);
        return Assert.IsType<PictureOutcome.Kept>(await new PictureStore(desk.Database, media, desk.Clock).AddAsync(bytes, Cancellation)).Hash;
    }

    private async Task<string> AddAsync(byte[] bytes)
    {
        var hash = await KeepAsync(bytes);
        await Examiner.AddAsync(hash, bytes, null, Cancellation);
        return hash;
    }

    private async Task<string> AddAsync(int seed, PictureWords words)
    {
        var hash = await AddAsync(DescribedJpeg.Drawing(seed));
        Assert.True(await Library.DescribeAsync(By, hash, await SeenAsync(hash), words, Cancellation));
        return hash;
    }

    private static Picture PictureOf(string hash, string alt) => new() { Hash = hash, Width = 400, Height = 300, Alt = alt, Credit = "Ferrier" };

    private async Task<StoryCode> PublishAsync(string hash, string alt, string headline = "The ferry sails", params string[] others)
    {
        var text = ReleaseFixture.Text(headline);
        var content = text with { Body = [PictureOf(hash, alt), .. others.Select(other => PictureOf(other, alt)), .. text.Body] };
        return Assert.IsType<ReleaseOutcome.Done>(await new PublishStory(desk.Store, TestPublication.Settings).RunAsync(TestActor.Editor, content, Slug.From(headline), null, null, Cancellation)).Code;
    }
}
