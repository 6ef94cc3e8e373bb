using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.NewsroomPages.Requests;
using Storyprint.People.Accounts;
using Storyprint.People.Links;
using Storyprint.People.Sessions;

namespace Storyprint.NewsroomPages.SignIn;

/// <summary>The doors that one-time links open: the first administrator, an invitation, new credentials for lost ones.</summary>
public static class JoinRoutes
{
    /// <summary>The path of a one-time link.</summary>
    public static string PathOf(string token) => $"/join/{token}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Access.Anyone, "/join/{token}", request => WithLinkAsync(request, (link, person) => PageAsync(request, link, person, new JoinForm
        {
            UserName = person?.UserName ?? string.Empty,
            DisplayName = person?.DisplayName ?? link.Offer?.DisplayName ?? string.Empty,
        })));
        routes.MapPost(Access.Anyone, "/join/{token}/passkey-options", request => WithLinkAsync(request, (_, person) => OptionsAsync(request, person)));
        routes.MapPost(Access.Anyone, "/join/{token}", request => WithLinkAsync(request, (link, person) => JoinAsync(request, link, person)));
    }

    private static async Task<IResult> OptionsAsync(NewsroomRequest request, Person? person)
    {
        var form = JoinForm.Read(request, person);
        if (form.HasFault)
        {
            return Results.Json(new Dictionary<string, string> { ["fault"] = form.UserNameFault ?? form.DisplayNameFault! }, statusCode: StatusCodes.Status400BadRequest);
        }

        if (person is null && await request.Service<PersonDirectory>().FindByNameAsync(form.UserName, request.Cancellation) is not null)
        {
            return Results.Json(new Dictionary<string, string> { ["fault"] = request.Room.T("fault.user-name.taken") }, statusCode: StatusCodes.Status400BadRequest);
        }

        return await request.Service<PasskeyFlow>().CreationOptionsAsync(person?.Id ?? Guid.CreateVersion7().ToString("n"), form.UserName, form.DisplayName);
    }

    private static async Task<IResult> JoinAsync(NewsroomRequest request, OneTimeLink link, Person? person)
    {
        var form = JoinForm.Read(request, person);
        Credentials? credentials = null;
        var id = person?.Id ?? Guid.CreateVersion7().ToString("n");
        if (request.Text("credential") is { Length: > 0 } credential)
        {
            if (await request.Service<PasskeyFlow>().AttestAsync(credential) is { } made && (person is null || made.PersonId == person.Id))
            {
                made.Passkey.Name = DeviceName.From(request.Context.Request.Headers.UserAgent.ToString());
                (credentials, id) = (new Credentials.Passkey(made.Passkey), made.PersonId);
            }
            else
            {
                form = form with { PasskeyFault = request.Room.T("fault.passkey") };
            }
        }
        else
        {
            (form, credentials) = form.WithPassword(request);
        }

        if (form.HasFault || credentials is null)
        {
            return await PageAsync(request, link, person, form, StatusCodes.Status400BadRequest);
        }

        var join = request.Service<JoinNewsroom>();
        var outcome = person is null
            ? await join.JoinAsync(request.Route("token"), link, form.ToPerson(id, request.Room.Language), credentials, request.NetworkAddress, request.Cancellation)
            : await join.ResetAsync(request.Route("token"), person, credentials, request.NetworkAddress, request.Cancellation);
        return outcome switch
        {
            JoinOutcome.Joined(var joined, var codes) => await WelcomeAsync(request, joined, codes, credentials is Credentials.Passkey),
            JoinOutcome.WrongUserName(var fault) => await PageAsync(request, link, person, form with { UserNameFault = request.Room.T($"fault.user-name.{JoinForm.Word(fault)}") }, StatusCodes.Status400BadRequest),
            JoinOutcome.WrongDisplayName(var fault) => await PageAsync(request, link, person, form with { DisplayNameFault = request.Room.T($"fault.display-name.{JoinForm.Word(fault)}") }, StatusCodes.Status400BadRequest),
            _ => await request.MessageAsync(StatusCodes.Status410Gone, "link.used"),
        };
    }

    private static async Task<IResult> WelcomeAsync(NewsroomRequest request, Person joined, IReadOnlyList<string> codes, bool byPasskey)
    {
        await request.Service<SignInFlow>().SignInAsync(request.Context, joined, byPasskey ? SignInMethod.Passkey : SignInMethod.PasswordAndCode);
        return codes.Count == 0 ? request.GoTo("/", "joined") : await request.PageAsync<RecoveryCodesPage>((nameof(RecoveryCodesPage.Codes), codes), (nameof(RecoveryCodesPage.IsDoor), true));
    }

    private static async Task<IResult> WithLinkAsync(NewsroomRequest request, Func<OneTimeLink, Person?, Task<IResult>> answer)
    {
        if (await request.Service<OneTimeLinks>().FindAsync(request.Route("token"), request.Cancellation) is not { } link)
        {
            return await request.MessageAsync(StatusCodes.Status404NotFound, "link.unknown");
        }

        if (link.StateAt(request.Room.Now) is var state and not OneTimeLinkState.Open)
        {
            return await request.MessageAsync(StatusCodes.Status410Gone, $"link.{state.ToString().ToLowerInvariant()}");
        }

        // One browser has one session: whoever opens the link of somebody else is asked to sign out first.
        return request.Room.Person is not null ? await request.MessageAsync(StatusCodes.Status409Conflict, "link.signed-in")
            : await answer(link, link.PersonId is { } id ? await request.Service<PersonDirectory>().FindAsync(id, request.Cancellation) : null);
    }

    private static Task<IResult> PageAsync(NewsroomRequest request, OneTimeLink link, Person? person, JoinForm form, int status = StatusCodes.Status200OK) => request.PageAsync<JoinPage>(
        status, (nameof(JoinPage.Token), request.Route("token")), (nameof(JoinPage.Link), link), (nameof(JoinPage.Form), form), (nameof(JoinPage.IsReset), person is not null),
        (nameof(JoinPage.Enrolment), AuthenticatorEnrolment.Create(request.Service<IDataProtectionProvider>(), request.Room.Edition.Name, form.UserName, request.Text("key"))));
}
