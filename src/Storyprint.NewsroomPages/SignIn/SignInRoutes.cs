using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.NewsroomPages.Requests;
using Storyprint.People.Accounts;
using Storyprint.People.Sessions;
using Storyprint.Storage.Audit;

namespace Storyprint.NewsroomPages.SignIn;

/// <summary>The doors of whoever has an account: sign in, sign out, prove it again.</summary>
internal static class SignInRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Access.Anyone, "/sign-in", ShowAsync);
        routes.MapPost(Access.Anyone, "/sign-in", PasswordAsync);
        routes.MapPost(Access.Anyone, "/sign-in/passkey-options", request => request.Service<PasskeyFlow>().RequestOptionsAsync());
        routes.MapPost(Access.Anyone, "/sign-in/passkey", PasskeyAsync);
        routes.MapGet(Access.Anyone, "/sign-in/code", request => request.PageAsync<CodePage>());
        routes.MapPost(Access.Anyone, "/sign-in/code", CodeAsync);
        routes.MapPost(Access.Anyone, "/sign-in/demo", DemoAsync);
        routes.MapPost(Access.SignedIn, "/sign-out", SignOutAsync);
        routes.MapGet(Access.SignedIn, "/confirm", request => request.PageAsync<ConfirmPage>((nameof(ConfirmPage.Then), SafePath.Read(request.Query("then")))));
        routes.MapPost(Access.SignedIn, "/confirm", ConfirmAsync);
        OpenIdConnectSignIn.Map(routes);
    }

    private static async Task<IResult> ShowAsync(NewsroomRequest request) => request.Room.Person is not null ? request.GoTo(SafePath.Read(request.Query("then"))) : await PageAsync(request);

    private static async Task<IResult> PageAsync(NewsroomRequest request, string? fault = null, int status = StatusCodes.Status200OK) => await request.PageAsync<SignInPage>(
        status, (nameof(SignInPage.Fault), fault), (nameof(SignInPage.UserName), request.Text("user-name")), (nameof(SignInPage.Then), SafePath.Read(request.Query("then") is { Length: > 0 } asked ? asked : request.Text("then"))),
        (nameof(SignInPage.IsLocalDemo), IsLocalDemo(request)), (nameof(SignInPage.HasPeople), await request.Service<PersonDirectory>().HasAdministratorAsync(request.Cancellation)));

    private static async Task<IResult> PasswordAsync(NewsroomRequest request)
    {
        if (request.Room.Person is not null)
        {
            return request.GoTo("/");
        }

        var flow = request.Service<SignInFlow>();
        return await flow.PasswordAsync(request.Context, request.Text("user-name"), request.Form["password"].ToString()) switch
        {
            SignInOutcome.NeedsCode => request.GoTo($"/sign-in/code?then={Uri.EscapeDataString(SafePath.Read(request.Text("then")))}"),
            SignInOutcome.Wait(var wait) => await PageAsync(request, request.Room.T("sign-in.wait", flow.Words(wait)), StatusCodes.Status429TooManyRequests),
            _ => await PageAsync(request, request.Room.T("sign-in.wrong"), StatusCodes.Status401Unauthorized),
        };
    }

    private static async Task<IResult> PasskeyAsync(NewsroomRequest request)
    {
        if (request.Room.Person is not null)
        {
            return request.GoTo("/");
        }

        var flow = request.Service<SignInFlow>();
        if (await request.Service<PasskeyFlow>().AssertAsync(request.Text("credential")) is not { } person)
        {
            return await flow.WrongPasskeyAsync(request.Context, string.Empty, "passkey") is SignInOutcome.Wait(var wait)
                ? await PageAsync(request, request.Room.T("sign-in.wait", flow.Words(wait)), StatusCodes.Status429TooManyRequests)
                : await PageAsync(request, request.Room.T("sign-in.passkey-wrong"), StatusCodes.Status401Unauthorized);
        }

        await flow.SignInAsync(request.Context, person, SignInMethod.Passkey);
        return request.GoTo(SafePath.Read(request.Text("then")));
    }

    private static async Task<IResult> CodeAsync(NewsroomRequest request)
    {
        if (request.Room.Person is not null)
        {
            return request.GoTo("/");
        }

        var (flow, isRecovery) = (request.Service<SignInFlow>(), request.Text("kind") == "recovery");
        return await flow.CodeAsync(request.Context, request.Text("code"), isRecovery) switch
        {
            SignInOutcome.SignedIn => request.GoTo(SafePath.Read(request.Query("then"))),
            SignInOutcome.StartAgain => await PageAsync(request, request.Room.T("sign-in.again"), StatusCodes.Status401Unauthorized),
            SignInOutcome.Wait(var wait) => await request.PageAsync<CodePage>(StatusCodes.Status429TooManyRequests, (nameof(CodePage.Fault), request.Room.T("sign-in.wait", flow.Words(wait))), (nameof(CodePage.IsRecovery), isRecovery)),
            _ => await request.PageAsync<CodePage>(StatusCodes.Status401Unauthorized, (nameof(CodePage.Fault), request.Room.T(isRecovery ? "sign-in.recovery-wrong" : "sign-in.code-wrong")), (nameof(CodePage.IsRecovery), isRecovery)),
        };
    }

    // Ready people for whoever tries the demonstration, on the machine itself and nowhere else.
    private static async Task<IResult> DemoAsync(NewsroomRequest request)
    {
        if (!IsLocalDemo(request) || request.Room.Person is not null
            || !DemoPeople.All.Any(demo => demo.UserName == request.Text("person")) || await request.Service<PersonDirectory>().FindByNameAsync(request.Text("person"), request.Cancellation) is not { DisabledAt: null } person)
        {
            return await request.MessageAsync(StatusCodes.Status404NotFound, "refused.not-found");
        }

        await request.Service<SignInFlow>().SignInAsync(request.Context, person, SignInMethod.Demonstration);
        return request.GoTo(SafePath.Read(request.Text("then")));
    }

    private static async Task<IResult> SignOutAsync(NewsroomRequest request)
    {
        await request.Service<SignInFlow>().SignOutAsync(request.Context, request.Person);
        request.Context.Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return request.GoTo("/sign-in", "signed-out");
    }

    private static async Task<IResult> ConfirmAsync(NewsroomRequest request)
    {
        var (flow, then) = (request.Service<SignInFlow>(), SafePath.Read(request.Text("then")));
        SignInOutcome outcome;
        if (request.Text("credential") is { Length: > 0 } credential)
        {
            outcome = await request.Service<PasskeyFlow>().AssertAsync(credential) is { } person && person.Id == request.Person.Id
                ? new SignInOutcome.SignedIn(person) : await flow.WrongPasskeyAsync(request.Context, request.Person.UserName, "passkey, asked again");
        }
        else
        {
            outcome = IsLocalDemo(request) && !request.Person.HasPassword && request.Text("demo") == "yes" ? new SignInOutcome.SignedIn(request.Person)
                : await flow.ConfirmAsync(request.Context, request.Person, request.Form["password"].ToString());
        }

        if (outcome is SignInOutcome.SignedIn)
        {
            await request.Service<SessionStore>().ConfirmAsync(request.SessionDigest, request.Cancellation);
            await request.Service<AuditStore>().AppendAsync(request.By, AuditAct.Confirmed, request.Person.UserName, cancellation: request.Cancellation);
            return request.GoTo(then);
        }

        var fault = outcome is SignInOutcome.Wait(var wait) ? request.Room.T("sign-in.wait", flow.Words(wait)) : request.Room.T("confirm.wrong");
        return await request.PageAsync<ConfirmPage>(StatusCodes.Status401Unauthorized, (nameof(ConfirmPage.Then), then), (nameof(ConfirmPage.Fault), fault));
    }

    internal static bool IsLocalDemo(NewsroomRequest request) => request.Room.Publication.IsDemo && request.Room.Origin.IsLoopback;
}
