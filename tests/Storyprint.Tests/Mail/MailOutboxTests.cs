using Storyprint.Mail;
using Storyprint.Mail.Outbox;
using Storyprint.Mail.Smtp;
using Storyprint.People.Keys;
using Storyprint.People.Notices;
using Storyprint.Storage.Engine;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Workflow;
using Storyprint.Tests.Engines;
using Storyprint.Tests.People;
using Storyprint.Tests.Serving;

namespace Storyprint.Tests.Mail;

public class MailOutboxTests : IAsyncLifetime
{
    public sealed class OnPostgres : MailOutboxTests, IOnPostgres;

    private static readonly DateTimeOffset Now = new(2026, 11, 28, 7, 0, 0, TimeSpan.Zero);

    private readonly SetClock clock = new(Now);
    private SmallInstallation small = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private MailOutbox Outbox => OutboxWith(small.Installation.Keys.Folder);

    public async ValueTask InitializeAsync() => small = await SmallInstallation.CreateAsync();

    public ValueTask DisposeAsync()
    {
        small.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_mail_arrives_once_as_text_and_as_HTML_in_the_persons_language_and_its_words_are_erased()
    {
        await using var server = await TestMailServer.StartAsync();
        await PutAsync(Mail("maud@example.org") with { RecipientName = "مود فریر", Subject = "آنچه مانده است", Text = "سلام", Html = "<p dir=\"rtl\">سلام", Language = "fa" });
        Assert.DoesNotContain("سلام", await LetterAsync(), StringComparison.Ordinal);
        Assert.Equal(1, (await DeliverAsync(server)).Sent);
        Assert.Equal(0, (await DeliverAsync(server)).Sent);
        var taken = Assert.Single(server.Taken);
        Assert.Equal(("آنچه مانده است", "سلام", "<p dir=\"rtl\">سلام", "fa"), (taken.Subject, taken.TextBody!.Trim(), taken.HtmlBody!.Trim(), taken.Body!.Headers[MimeKit.HeaderId.ContentLanguage]));
        Assert.Equal(("مود فریر", "The Harbour Ledger", "auto-generated"), (taken.To[0].Name, taken.From[0].Name, taken.Headers[MimeKit.HeaderId.AutoSubmitted]));
        Assert.Equal(string.Empty, await LetterAsync());
        Assert.Equal(MailState.Sent, Assert.Single(await Outbox.ListAsync(MailState.Sent, 10, Cancellation)).State);
    }

    [Fact]
    public async Task What_the_server_cannot_take_now_is_tried_ever_later_and_given_up_after_some_days()
    {
        await using var server = await TestMailServer.StartAsync();
        server.IsFull = true;
        await PutAsync(Mail("maud@example.org"));
        var waits = new List<TimeSpan>();
        while (await Outbox.CountAsync(MailState.Dead, Cancellation) == 0)
        {
            await DeliverAsync(server);
            if ((await Outbox.ListAsync(MailState.Waiting, 1, Cancellation)).SingleOrDefault() is { } waiting)
            {
                waits.Add(waiting.NextAt - clock.Now);
                clock.Now = waiting.NextAt;
            }
        }

        Assert.Equal(waits.Order(), waits);
        Assert.InRange(waits.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait), TimeSpan.FromDays(1.5), TimeSpan.FromDays(3));
        Assert.Contains("No room just now", Assert.Single(await Outbox.ListAsync(MailState.Dead, 10, Cancellation)).Fault, StringComparison.Ordinal);
        server.IsFull = false;
        Assert.True(await Outbox.RetryAsync(TestActor.Editor, (await Outbox.ListAsync(MailState.Dead, 1, Cancellation))[0].Id, Cancellation));
        Assert.Equal(1, (await DeliverAsync(server)).Sent);
    }

    [Fact]
    public async Task An_address_that_the_server_does_not_know_is_given_up_at_once_and_administrators_are_told()
    {
        await using var server = await TestMailServer.StartAsync();
        server.Refused.Add("nobody@example.org");
        var chief = (await new NewsroomPeople(small.Installation.Database, small.Installation.Keys.Folder, clock).AddAsync("chief", Role.Administrator)).Person;
        await PutAsync(Mail("nobody@example.org"), Mail("maud@example.org"), Mail("not an address"), Mail("two@example.org, three@example.org"));
        Assert.Equal(1, (await DeliverAsync(server)).Sent);
        Assert.Equal(3, (await Outbox.ListAsync(MailState.Dead, 10, Cancellation)).Count);
        Assert.Equal("maud@example.org", Assert.Single(server.Taken).To.Mailboxes.Single().Address);
        Assert.Equal(3, (await new NoticeBoard(small.Installation.Database, clock).OfAsync(chief.Id, 10, Cancellation)).Count(notice => notice.Kind == NoticeKind.MailFailed));
    }

    [Fact]
    public async Task Many_nodes_send_each_mail_once()
    {
        await using var server = await TestMailServer.StartAsync();
        await PutAsync([.. Enumerable.Range(0, 40).Select(number => Mail($"reader{number}@example.org"))]);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => DeliverAsync(server), Cancellation)));
        Assert.Equal(40, server.Taken.Select(mail => mail.To.Mailboxes.Single().Address).Distinct().Count());
        Assert.Equal(40, server.Taken.Count);
    }

    [Fact]
    public async Task A_mail_whose_node_died_while_sending_is_sent_by_another_with_the_same_Message_ID()
    {
        await using var server = await TestMailServer.StartAsync();
        await PutAsync(Mail("maud@example.org"));
        var dying = (await Outbox.ClaimAsync(Cancellation))!;
        await SmtpTransport.SendAsync(server.Settings, dying.Mail, dying.Id, Cancellation);
        Assert.Equal(0, (await DeliverAsync(server)).Sent);
        clock.Now += MailOutbox.Claim;
        Assert.Equal(1, (await DeliverAsync(server)).Sent);
        Assert.Single(server.Taken.Select(mail => mail.MessageId).Distinct());
    }

    [Theory]
    [InlineData("")]
    [InlineData("554 no")]
    [InlineData("drip")]
    public async Task A_mail_that_was_taken_is_sent_whatever_the_server_says_to_the_goodbye(string goodbye)
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var serving = Task.Run(() => RudeServer.ServeAsync(listener, goodbye, end.Token), Cancellation);
        var server = new SmtpServerSettings { Host = "127.0.0.1", Port = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port, From = "desk@example.org", FromName = "The Harbour Ledger" };
        Assert.Null(await SmtpTransport.SendAsync(server, Mail("maud@example.org"), "1", Cancellation));
        await end.CancelAsync();
        await serving;
    }

    [Fact]
    public async Task A_mail_that_is_being_sent_is_not_sent_beside_and_one_thrown_away_meanwhile_stays_away()
    {
        await PutAsync(Mail("maud@example.org"));
        var claimed = (await Outbox.ClaimAsync(Cancellation))!;
        Assert.False(await Outbox.RetryAsync(TestActor.Editor, claimed.Id, Cancellation));
        Assert.True(await Outbox.DiscardAsync(TestActor.Editor, claimed.Id, Cancellation));
        Assert.False(await Outbox.FailedAsync(claimed.Id, claimed.Attempts, "mail.fault.time", isFinal: true, cancellation: Cancellation));
        await Outbox.SentAsync(claimed.Id, Cancellation);
        Assert.Equal(MailState.Discarded, Assert.Single(await Outbox.ListAsync(MailState.Discarded, 10, Cancellation)).State);
    }

    [Theory]
    [InlineData("Town\r\nBcc: spy@example.org")]
    [InlineData("Town\nTo: spy@example.org\n\nAnother body")]
    public async Task A_name_or_headline_never_becomes_a_header(string words)
    {
        await using var server = await TestMailServer.StartAsync();
        await PutAsync(Mail("maud@example.org") with { Subject = words, RecipientName = words });
        await DeliverAsync(server);
        var taken = Assert.Single(server.Taken);
        Assert.Null(taken.Headers["Bcc"]);
        Assert.Equal("maud@example.org", Assert.Single(taken.To.Mailboxes).Address);
        Assert.DoesNotContain("Another body", taken.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_of_a_mail_are_lost_with_the_key_of_the_machine_and_nothing_stops_for_it()
    {
        await using var server = await TestMailServer.StartAsync();
        using var elsewhere = new TrialKeys();
        await using (var connection = await small.Installation.Database.OpenAsync(Cancellation))
        {
            await using var transaction = await small.Installation.Database.BeginWriteAsync(connection, Cancellation);
            await OutboxWith(elsewhere.Folder).AppendAsync(transaction, Mail("maud@example.org"), Cancellation);
            await transaction.CommitAsync(Cancellation);
        }

        await PutAsync(Mail("june@example.org"));
        Assert.Equal(1, (await DeliverAsync(server)).Sent);
        Assert.StartsWith("mail.fault.key", Assert.Single(await Outbox.ListAsync(MailState.Dead, 10, Cancellation)).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passwords_are_asked_for_and_told_apart_from_other_faults()
    {
        await using var server = await TestMailServer.StartAsync("blue boats");
        var settings = server.Settings with { User = "desk" };
        Assert.Equal("mail.fault.password", (await SmtpTransport.SendAsync(settings, Mail("maud@example.org"), "1", Cancellation))!.Key);
        Assert.Equal("mail.fault.sign-in", (await SmtpTransport.SendAsync(settings with { Password = "red boats" }, Mail("maud@example.org"), "1", Cancellation))!.Key);
        Assert.Null(await SmtpTransport.SendAsync(settings with { Password = "blue boats" }, Mail("maud@example.org"), "1", Cancellation));
        Assert.Equal("mail.fault.connection", (await SmtpTransport.SendAsync(settings with { Port = TestMailServer.FreePort() }, Mail("maud@example.org"), "1", Cancellation))!.Key);
    }

    [Fact]
    public void Mail_goes_by_TLS_except_to_this_machine()
    {
        Assert.True((new SmtpServerSettings { Host = "127.0.0.1", Port = 25, From = "a@b", FromName = "" }).IsLoopback);
        Assert.False((new SmtpServerSettings { Host = "mail.example.org", Port = 25, From = "a@b", FromName = "" }).IsLoopback);
        Assert.Null(SmtpServerSettings.Of(TestPublication.Settings, null));
        Assert.NotNull(SmtpServerSettings.Of(TestPublication.Settings with { Mail = new PublicationMail { Server = "mail.example.org", From = "a@example.org" } }, null));
    }

    [Theory]
    [InlineData("june@example.org", true)]
    [InlineData("june+desk@example.co.uk", true)]
    [InlineData("June <june@example.org>", false)]
    [InlineData("june@example.org\r\n", false)]
    [InlineData("june@example.org,tomas@example.org", false)]
    [InlineData("june", false)]
    [InlineData("@example.org", false)]
    [InlineData("", false)]
    public void One_address_is_one_address(string text, bool isValid) => Assert.Equal(isValid, MailAddress.IsValid(text));

    private static OutgoingMail Mail(string recipient) => new() { Recipient = recipient, RecipientName = "Maud", Kind = MailKind.Notices, Subject = "What waits", Text = "Text", Html = "<p>Text", Language = "en" };

    private MailOutbox OutboxWith(string keyFolder) => new(small.Installation.Database, new SecretBox(keyFolder), clock);

    private Task<(int Sent, IReadOnlyList<(string Recipient, SmtpFault Fault, bool IsDead)> Faults)> DeliverAsync(TestMailServer server) => new DeliverMail(Outbox, clock).RunAsync(server.Settings, Cancellation);

    private async Task PutAsync(params OutgoingMail[] mails)
    {
        await using var connection = await small.Installation.Database.OpenAsync(Cancellation);
        await using var transaction = await small.Installation.Database.BeginWriteAsync(connection, Cancellation);
        foreach (var mail in mails)
        {
            await Outbox.AppendAsync(transaction, mail, Cancellation);
        }

        await transaction.CommitAsync(Cancellation);
    }

    private async Task<string> LetterAsync()
    {
        await using var connection = await small.Installation.Database.OpenAsync(Cancellation);
        return (await connection.ScalarAsync<string>("SELECT letter FROM outgoing_mail", Cancellation))!;
    }

    private sealed class TrialKeys : IDisposable
    {
        public string Folder { get; } = Directory.CreateTempSubdirectory("storyprint-keys-").FullName;

        public void Dispose() => Directory.Delete(Folder, recursive: true);
    }
}
