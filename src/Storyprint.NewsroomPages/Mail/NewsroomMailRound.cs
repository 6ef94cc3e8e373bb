using System.Data.Common;
using Storyprint.Mail;
using Storyprint.Mail.Outbox;
using Storyprint.Mail.Smtp;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.NewsroomPages.Notices;
using Storyprint.People.Accounts;
using Storyprint.People.Desks;
using Storyprint.People.Notices;
using Storyprint.Storage.Engine;
using Storyprint.Stories.Editions;
using Storyprint.Web.Rendering;

namespace Storyprint.NewsroomPages.Mail;

/// <summary>One round of the newsroom's mail: notices and daily lists become letters, and the letters that are due are sent. Every node makes rounds, and nothing is made twice.</summary>
public sealed class NewsroomMailRound(Database database, MailOutbox outbox, PageRenderer renderer, TimeProvider clock)
{
    // Whoever wants a list at seven does not want it in the evening, when the server is back.
    private static readonly TimeSpan TooLate = TimeSpan.FromHours(4);

    private const int ListLength = 20;

    private readonly PersonDirectory people = new(database, clock);
    private readonly NoticeBoard board = new(database, clock);
    private readonly DailyLists lists = new(database);
    private readonly DeskWorkReader work = new(database);
    private readonly LetterWriter writer = new(renderer);

    /// <returns>What went wrong with mails that were sent.</returns>
    public async Task<IReadOnlyList<(string Recipient, SmtpFault Fault, bool IsDead)>> RunAsync(Publication publication, string? password, CancellationToken cancellation = default)
    {
        if (SmtpServerSettings.Of(publication, password) is not { } server)
        {
            return [];
        }

        var letters = new NewsroomLetters(publication, NewsroomOrigin.Public(publication));
        await NoticesAsync(letters, cancellation);
        await DailyListsAsync(publication, letters, cancellation);
        return (await new DeliverMail(outbox, clock).RunAsync(server, cancellation)).Faults;
    }

    private async Task NoticesAsync(NewsroomLetters letters, CancellationToken cancellation)
    {
        foreach (var group in (await board.ToMailAsync(NoticeMail.AtOnce, null, cancellation)).GroupBy(each => each.Person))
        {
            List<PersonNotice> notices = [.. group.Select(each => each.Notice)];
            await AppendAsync(await MailableAsync(group.Key, cancellation), person => letters.Notices(person, notices), transaction => NoticeBoard.MarkMailedAsync(transaction.Connection!, notices.Select(notice => notice.Id), cancellation), cancellation);
        }
    }

    private async Task DailyListsAsync(Publication publication, NewsroomLetters letters, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        foreach (var (id, at, lastDay) in await lists.AllAsync(cancellation))
        {
            if (await MailableAsync(id, cancellation) is not { } person)
            {
                continue;
            }

            var here = TimeZoneInfo.ConvertTime(now, publication.EditionOrMain(person.Language).Zone);
            var (day, late) = (DateOnly.FromDateTime(here.DateTime), here.TimeOfDay - at.ToTimeSpan());
            if (late < TimeSpan.Zero || lastDay >= day)
            {
                continue;
            }

            var notices = late > TooLate ? [] : (await board.ToMailAsync(NoticeMail.Daily, id, cancellation)).Select(each => each.Notice).ToList();
            var content = late > TooLate ? null : new DailyListContent(await work.OfAsync(person, ListLength, cancellation), notices);
            await AppendAsync(person, each => content is null ? null : letters.DailyList(each, content, now), async transaction =>
            {
                await NoticeBoard.MarkMailedAsync(transaction.Connection!, notices.Select(notice => notice.Id), cancellation);
                return await DailyLists.TakeAsync(transaction.Connection!, id, day, cancellation);
            }, cancellation);
        }
    }

    // The letter and the word that it was written stand in one transaction.
    private async Task AppendAsync(Person? person, Func<Person, NewsroomLetter?> write, Func<DbTransaction, Task<bool>> take, CancellationToken cancellation)
    {
        var mail = person is not null && write(person) is { } letter ? await writer.WriteAsync(letter) : null;
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        if (await take(transaction) && mail is not null)
        {
            await outbox.AppendAsync(transaction, mail, cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    private async Task<Person?> MailableAsync(string id, CancellationToken cancellation) =>
        await people.FindAsync(id, cancellation) is { DisabledAt: null, Email: { Length: > 0 } address } person && MailAddress.IsValid(address) ? person : null;
}
