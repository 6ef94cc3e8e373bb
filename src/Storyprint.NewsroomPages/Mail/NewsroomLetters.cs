using Storyprint.Mail.Outbox;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.NewsroomPages.Notices;
using Storyprint.NewsroomPages.Requests;
using Storyprint.People.Accounts;
using Storyprint.People.Links;
using Storyprint.People.Notices;
using Storyprint.Storage.Drafts;
using Storyprint.Stories.Editions;
using Storyprint.Web.Localization;

namespace Storyprint.NewsroomPages.Mail;

/// <summary>What the newsroom's letters say, each in the language of whoever gets it.</summary>
/// <param name="origin">Where their links lead.</param>
public sealed class NewsroomLetters(Publication publication, NewsroomOrigin origin)
{
    /// <summary>An invitation, or a link for lost credentials.</summary>
    /// <param name="path">The path of the link within the newsroom.</param>
    public NewsroomLetter Link(LinkPurpose purpose, string recipient, string name, string language, string path, string by)
    {
        var (texts, edition) = Of(language);
        var key = purpose == LinkPurpose.Invitation ? "letter.invitation" : "letter.reset";
        return new NewsroomLetter
        {
            Recipient = recipient,
            RecipientName = name,
            Kind = purpose == LinkPurpose.Invitation ? MailKind.Invitation : MailKind.Reset,
            Language = texts.Language,
            Paper = edition.Name,
            Subject = texts.Format($"{key}.subject", edition.Name),
            Title = texts.Format("letter.dear", name),
            Paragraphs = [texts.Format(key, edition.Name, by), texts[$"{key}.once"]],
            Action = (texts[$"{key}.do"], Address(path)),
            Foot = texts.Format("letter.link.foot", by),
        };
    }

    /// <summary>A guest's link to a draft. It does not say which: mails are read by others.</summary>
    public NewsroomLetter Guest(string recipient, string name, string language, string path, string by, DateTimeOffset until)
    {
        var (texts, edition) = Of(language);
        return new NewsroomLetter
        {
            Recipient = recipient,
            RecipientName = name,
            Kind = MailKind.Guest,
            Language = texts.Language,
            Paper = edition.Name,
            Subject = texts.Format("letter.guest.subject", edition.Name),
            Title = texts.Format("letter.dear", name),
            Paragraphs = [texts.Format("letter.guest", by, edition.Name), texts.Format("letter.guest.until", new DateFormatter(edition, texts).Moment(until))],
            Action = (texts["letter.guest.do"], Address(path)),
            Foot = texts.Format("letter.link.foot", by),
        };
    }

    /// <summary>A mail that shows that mail works.</summary>
    public NewsroomLetter Test(Person person, string recipient)
    {
        var (texts, edition) = Of(person.Language);
        return To(person, recipient, MailKind.Test, texts, edition) with
        {
            Subject = texts.Format("letter.test.subject", edition.Name),
            Title = texts["letter.test"],
            Paragraphs = [texts["letter.test.lead"]],
            Foot = texts["letter.test.foot"],
        };
    }

    /// <summary>Some notices at once.</summary>
    public NewsroomLetter Notices(Person person, IReadOnlyList<PersonNotice> notices)
    {
        var (texts, edition) = Of(person.Language);
        var sentences = notices.Select(notice => NoticeSentence.Of(texts, notice)).ToList();
        return To(person, person.Email!, MailKind.Notices, texts, edition) with
        {
            Subject = notices.Count == 1 ? $"{edition.Name}: {sentences[0]}" : texts.Format("letter.notices.subject", edition.Name, new DateFormatter(edition, texts).Number(notices.Count)),
            Title = texts["letter.notices"],
            Parts = [Part(string.Empty, notices, texts, edition)],
            Action = (texts["letter.notices.do"], Address("/notices")),
        };
    }

    /// <summary>The daily list of what waits; null where nothing does.</summary>
    public NewsroomLetter? DailyList(Person person, DailyListContent content, DateTimeOffset now)
    {
        if (content.IsEmpty)
        {
            return null;
        }

        var (texts, edition) = Of(person.Language);
        var dates = new DateFormatter(edition, texts);
        List<LetterPart> parts = [];
        Add("letter.daily.scheduled", content.Work.Scheduled.Select(story => new LetterLine(story.Headline, Address($"/stories/{story.Code}"), dates.Moment(story.DueAt))));
        Add("home.review", content.Work.InReview.Select(Line));
        Add("home.in-hand", content.Work.InHand.Select(Line));
        Add("letter.daily.copy", content.Work.WaitingCopy.Select(waiting => new LetterLine(waiting.Headline, Address($"/stories/{waiting.Code}"), texts.Format("letter.daily.copy.by", waiting.Author))));
        Add("letter.daily.comments", content.Work.OpenComments.Select(open => new LetterLine(open.Headline, Address($"/stories/{open.Code}"), texts.Count("letter.daily.comments.count", open.Count, dates))));
        Add("letter.daily.drafts", content.Work.Drafts.Select(Line));
        if (content.Notices.Count > 0)
        {
            parts.Add(Part(texts["letter.daily.notices"], content.Notices, texts, edition));
        }

        return To(person, person.Email!, MailKind.DailyList, texts, edition) with
        {
            Subject = texts.Format("letter.daily.subject", edition.Name, dates.LongDate(now)),
            Title = texts.Format("letter.daily", dates.LongDate(now)),
            Parts = parts,
            Action = (texts["letter.daily.do"], Address("/")),
        };

        LetterLine Line(DraftSummary draft) => new(draft.Headline, Address($"/stories/{draft.Code}"), LanguageDisplayName.For(draft.Edition));

        void Add(string key, IEnumerable<LetterLine> lines)
        {
            if (lines.ToList() is { Count: > 0 } some)
            {
                parts.Add(new LetterPart(texts[key], some));
            }
        }
    }

    private NewsroomLetter To(Person person, string recipient, MailKind kind, InterfaceTexts texts, Edition edition) => new()
    {
        Recipient = recipient,
        RecipientName = person.DisplayName,
        PersonId = person.Id,
        Kind = kind,
        Language = texts.Language,
        Paper = edition.Name,
        Subject = string.Empty,
        Title = string.Empty,
        Foot = texts.Format("letter.foot", Address("/account/notices")),
    };

    private LetterPart Part(string title, IReadOnlyList<PersonNotice> notices, InterfaceTexts texts, Edition edition)
    {
        var dates = new DateFormatter(edition, texts);
        return new LetterPart(title, [.. notices.Select(notice => new LetterLine(NoticeSentence.Of(texts, notice), Address(NoticeSentence.PathOf(notice)), dates.Moment(notice.CreatedAt), IsSentence: true))]);
    }

    private string Address(string path) => origin.Address + origin.BasePath + path;

    private (InterfaceTexts Texts, Edition Edition) Of(string language)
    {
        var known = NewsroomLanguages.All.Contains(language) ? language : NewsroomLanguages.All[0];
        return (NewsroomLanguages.Texts(known), publication.EditionOrMain(known));
    }
}
