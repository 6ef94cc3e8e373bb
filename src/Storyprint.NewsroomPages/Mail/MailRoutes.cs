using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.Mail.Outbox;
using Storyprint.Mail.Smtp;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.NewsroomPages.Requests;
using Storyprint.Storage.Audit;

namespace Storyprint.NewsroomPages.Mail;

/// <summary>How mail stands: a test, what waits, what was given up.</summary>
internal static class MailRoutes
{
    private const int Shown = 100;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Access.Administrators, "/mail", request => PageAsync(request));
        routes.MapPost(Access.Administrators, "/mail/test", TestAsync);
        routes.MapPost(Access.Administrators, "/mail/{id}/retry", async request =>
            request.GoTo("/mail", await request.Service<MailOutbox>().RetryAsync(request.By, request.Route("id"), request.Cancellation) ? "mail-retried" : "mail-gone"));
        routes.MapPost(Access.Administrators, "/mail/{id}/discard", async request =>
            request.GoTo("/mail", await request.Service<MailOutbox>().DiscardAsync(request.By, request.Route("id"), request.Cancellation) ? "mail-discarded" : "mail-gone"));
    }

    /// <summary>The mail server of the settings; null where none is named.</summary>
    public static SmtpServerSettings? ServerOf(NewsroomRequest request) =>
        SmtpServerSettings.Of(request.Room.Publication, request.Service<NewsroomParts>().MailPassword);

    private static async Task<IResult> PageAsync(NewsroomRequest request, MailTest? test = null)
    {
        var outbox = request.Service<MailOutbox>();
        return await request.PageAsync<MailPage>(
            (nameof(MailPage.Server), ServerOf(request)), (nameof(MailPage.Test), test),
            (nameof(MailPage.Waiting), await outbox.ListAsync(MailState.Waiting, Shown, request.Cancellation)),
            (nameof(MailPage.Dead), await outbox.ListAsync(MailState.Dead, Shown, request.Cancellation)),
            (nameof(MailPage.Sent), await outbox.ListAsync(MailState.Sent, Shown, request.Cancellation)));
    }

    private static async Task<IResult> TestAsync(NewsroomRequest request)
    {
        var recipient = request.Text("recipient");
        if (ServerOf(request) is not { } server)
        {
            return request.GoTo("/mail");
        }

        if (!MailAddress.IsValid(recipient))
        {
            return await PageAsync(request, new MailTest(recipient, new SmtpFault("mail.fault.address", recipient)));
        }

        var mail = await request.Service<LetterWriter>().WriteAsync(request.Letters.Test(request.Person, recipient));
        var fault = await SmtpTransport.SendAsync(server, mail, $"test.{Guid.CreateVersion7().ToString("n", CultureInfo.InvariantCulture)}", request.Cancellation);
        await request.Service<AuditStore>().AppendAsync(request.By, AuditAct.MailTested, recipient, after: fault is null ? "sent" : fault.Detail, cancellation: request.Cancellation);
        return await PageAsync(request, new MailTest(recipient, fault));
    }
}

/// <summary>What a test showed.</summary>
/// <param name="Fault">Null where the mail server took it.</param>
public sealed record MailTest(string Recipient, SmtpFault? Fault);
