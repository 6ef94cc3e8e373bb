using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.Mail.Outbox;
using Storyprint.Mail.Smtp;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.NewsroomPages.Mail;
using Storyprint.NewsroomPages.Requests;
using Storyprint.NewsroomPages.SignIn;
using Storyprint.People.Accounts;
using Storyprint.People.Desks;
using Storyprint.People.Links;
using Storyprint.People.Sessions;
using Storyprint.Stories.Workflow;

namespace Storyprint.NewsroomPages.People;

/// <summary>Who works here: list, invite, change, end sessions, hand out a link for lost credentials.</summary>
internal static class PeopleRoutes
{
    private static readonly Access Readers = Access.Holding(Grant.People);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Readers, "/people", request => ListAsync(request));
        routes.MapGet(Readers.Confirmed, "/people/invite", request => InvitePageAsync(request, PersonForm.New(request.Room.Language)));
        routes.MapPost(Readers.Confirmed, "/people/invite", InviteAsync);
        routes.MapPost(Readers.Confirmed, "/people/invitations/{digest}/revoke", RevokeInvitationAsync);
        routes.MapGet(Readers.Confirmed, "/people/{id}", request => WithPersonAsync(request, person => PersonPageAsync(request, person, PersonForm.Of(person))));
        routes.MapPost(Readers.Confirmed, "/people/{id}", request => OnPersonAsync(request, person => SaveAsync(request, person)));
        routes.MapPost(Readers.Confirmed, "/people/{id}/disable", request => OnPersonAsync(request, person => DisableAsync(request, person, isDisabled: true)));
        routes.MapPost(Readers.Confirmed, "/people/{id}/enable", request => OnPersonAsync(request, person => DisableAsync(request, person, isDisabled: false)));
        routes.MapPost(Readers.Confirmed, "/people/{id}/reset", request => OnPersonAsync(request, person => ResetAsync(request, person)));
        routes.MapPost(Access.Administrators, "/desks", async request =>
        {
            var fault = await request.Service<DeskDirectory>().SaveAsync(request.By, request.Text("name"), cancellation: request.Cancellation);
            return fault is { } wrong ? await ListAsync(request, request.Room.T($"fault.display-name.{JoinForm.Word(wrong)}")) : request.GoTo("/people", "desk-saved");
        });
        routes.MapPost(Access.Administrators, "/desks/{slug}/close", async request =>
        {
            return request.GoTo("/people", await request.Service<DeskDirectory>().CloseAsync(request.By, request.Route("slug"), request.Cancellation) switch
            {
                DeskClosing.Closed => "desk-closed",
                DeskClosing.HasPeople => "desk-has-people",
                _ => "desk-gone",
            });
        });
    }

    private static async Task<IResult> ListAsync(NewsroomRequest request, string? deskFault = null) => await request.PageAsync<PeoplePage>(
        deskFault is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest, (nameof(PeoplePage.DeskFault), deskFault),
        (nameof(PeoplePage.People), await request.Service<PersonDirectory>().ListAsync(request.Cancellation)),
        (nameof(PeoplePage.Invitations), await request.Service<OneTimeLinks>().OpenInvitationsAsync(request.Cancellation)),
        (nameof(PeoplePage.Desks), await request.Service<DeskDirectory>().ListAsync(request.Cancellation)));

    private static async Task<IResult> InvitePageAsync(NewsroomRequest request, PersonForm form, int status = StatusCodes.Status200OK) => await request.PageAsync<InvitePage>(
        status, (nameof(InvitePage.Form), form), (nameof(InvitePage.Desks), await request.Service<DeskDirectory>().ListAsync(request.Cancellation)));

    private static async Task<IResult> InviteAsync(NewsroomRequest request)
    {
        var form = PersonForm.Read(request);
        var mayGive = request.Person.Permissions.Covers(form.ToOffer().ToPermissions());
        if (form.IsFaulty || !mayGive)
        {
            return await InvitePageAsync(request, form with { RoleFault = mayGive ? null : request.Room.T("fault.not-allowed") }, StatusCodes.Status400BadRequest);
        }

        var address = MailedTo(request, form.Email);
        var token = await request.Service<OneTimeLinks>().CreateAsync(
            request.By, LinkPurpose.Invitation, null, form.ToOffer(), form.DisplayName, Mail(request, LinkPurpose.Invitation, address, form.DisplayName, form.Language), request.Cancellation);
        return await LinkPageAsync(request, "invited", form.DisplayName, token, address);
    }

    private static async Task<IResult> RevokeInvitationAsync(NewsroomRequest request)
    {
        var links = request.Service<OneTimeLinks>();
        if ((await links.OpenInvitationsAsync(request.Cancellation)).FirstOrDefault(link => link.Digest == request.Route("digest")) is { } invitation)
        {
            if (!request.Person.Permissions.Covers(invitation.Rights))
            {
                return await request.MessageAsync(StatusCodes.Status403Forbidden, "refused.not-allowed");
            }

            await links.RevokeAsync(request.By, invitation.Digest, request.Cancellation);
        }

        return request.GoTo("/people", "invitation-revoked");
    }

    private static async Task<IResult> SaveAsync(NewsroomRequest request, Person person)
    {
        var form = PersonForm.Read(request);
        if (form.IsFaulty)
        {
            return await PersonPageAsync(request, person, form, StatusCodes.Status400BadRequest);
        }

        return await request.Service<PersonDirectory>().ChangeAsync(request.By, request.Person.Permissions, person.Id, form.ToChange(), request.Cancellation) switch
        {
            ChangeOutcome.Changed => request.GoTo($"/people/{person.Id}", "person-saved"),
            ChangeOutcome.WrongName => await PersonPageAsync(request, person, form, StatusCodes.Status400BadRequest),
            ChangeOutcome.LastAdministrator => await PersonPageAsync(request, person, form with { RoleFault = request.Room.T("fault.last-administrator") }, StatusCodes.Status409Conflict),
            _ => await PersonPageAsync(request, person, form with { RoleFault = request.Room.T("fault.not-allowed") }, StatusCodes.Status403Forbidden),
        };
    }

    private static async Task<IResult> DisableAsync(NewsroomRequest request, Person person, bool isDisabled) =>
        await request.Service<PersonDirectory>().SetDisabledAsync(request.By, request.Person.Permissions, person.Id, isDisabled, request.Cancellation) switch
        {
            ChangeOutcome.Changed => request.GoTo($"/people/{person.Id}", isDisabled ? "person-disabled" : "person-enabled"),
            ChangeOutcome.LastAdministrator => await PersonPageAsync(request, person, PersonForm.Of(person) with { RoleFault = request.Room.T("fault.last-administrator") }, StatusCodes.Status409Conflict),
            _ => await PersonPageAsync(request, person, PersonForm.Of(person) with { RoleFault = request.Room.T("fault.not-allowed") }, StatusCodes.Status403Forbidden),
        };

    private static async Task<IResult> ResetAsync(NewsroomRequest request, Person person)
    {
        var address = MailedTo(request, person.Email);
        var token = await request.Service<OneTimeLinks>().CreateAsync(
            request.By, LinkPurpose.Reset, person.Id, null, person.UserName, Mail(request, LinkPurpose.Reset, address, person.DisplayName, person.Language), request.Cancellation);
        return await LinkPageAsync(request, "reset-made", person.DisplayName, token, address);
    }

    private static Task<IResult> LinkPageAsync(NewsroomRequest request, string key, string name, string token, string? mailedTo) => request.PageAsync<LinkPage>(
        (nameof(LinkPage.Key), key), (nameof(LinkPage.Name), name), (nameof(LinkPage.MailedTo), mailedTo),
        (nameof(LinkPage.Address), request.Room.Origin.Address + request.Room.To(JoinRoutes.PathOf(token))));

    // The address that a link is mailed to, where that was asked for and can be done.
    private static string? MailedTo(NewsroomRequest request, string? address) =>
        request.Text("by-mail") == "yes" && MailRoutes.ServerOf(request) is not null && address is not null && MailAddress.IsValid(address) ? address : null;

    private static Func<DbTransaction, string, Task>? Mail(NewsroomRequest request, LinkPurpose purpose, string? address, string name, string language) => address is null ? null : async (transaction, token) =>
        await request.Service<MailOutbox>().AppendAsync(transaction, await request.Service<LetterWriter>().WriteAsync(request.Letters.Link(
            purpose, address, name, language, JoinRoutes.PathOf(token), request.Person.DisplayName)), request.Cancellation);

    private static async Task<IResult> PersonPageAsync(NewsroomRequest request, Person person, PersonForm form, int status = StatusCodes.Status200OK) => await request.PageAsync<PersonPage>(
        status, (nameof(PersonPage.Somebody), person), (nameof(PersonPage.Form), form), (nameof(PersonPage.Desks), await request.Service<DeskDirectory>().ListAsync(request.Cancellation)),
        (nameof(PersonPage.Sessions), await request.Service<SessionStore>().OfAsync(person.Id, request.Cancellation)));

    private static async Task<IResult> WithPersonAsync(NewsroomRequest request, Func<Person, Task<IResult>> answer) =>
        await request.Service<PersonDirectory>().FindAsync(request.Route("id"), request.Cancellation) is { } person ? await answer(person) : await request.MessageAsync(StatusCodes.Status404NotFound, "refused.not-found");

    // For what is done to somebody: only by who may do all that the other may.
    private static Task<IResult> OnPersonAsync(NewsroomRequest request, Func<Person, Task<IResult>> act) => WithPersonAsync(request, async person => request.Person.Permissions.Covers(person.Permissions)
        ? await act(person)
        : await PersonPageAsync(request, person, PersonForm.Of(person) with { RoleFault = request.Room.T("fault.not-allowed") }, StatusCodes.Status403Forbidden));
}
