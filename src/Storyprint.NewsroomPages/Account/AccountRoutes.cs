using System.Buffers.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Storyprint.Mail.Smtp;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.NewsroomPages.Requests;
using Storyprint.NewsroomPages.SignIn;
using Storyprint.People.Accounts;
using Storyprint.People.Notices;
using Storyprint.People.Sessions;
using Storyprint.Storage.Audit;
using Storyprint.Stories.Workflow;

namespace Storyprint.NewsroomPages.Account;

/// <summary>What a person decides about its own account.</summary>
internal static class AccountRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Access.SignedIn, "/account", request => PageAsync(request));
        routes.MapPost(Access.SignedIn, "/account", SaveAsync);
        routes.MapPost(Access.SignedIn.Confirmed, "/account/passkeys/options", request => request.Service<PasskeyFlow>().CreationOptionsAsync(request.Person.Id, request.Person.UserName, request.Person.DisplayName));
        routes.MapPost(Access.SignedIn.Confirmed, "/account/passkeys", AddPasskeyAsync);
        routes.MapPost(Access.SignedIn.Confirmed, "/account/passkeys/{id}/remove", RemovePasskeyAsync);
        routes.MapGet(Access.SignedIn.Confirmed, "/account/password", request => PasswordPageAsync(request));
        routes.MapPost(Access.SignedIn.Confirmed, "/account/password", PasswordAsync);
        routes.MapPost(Access.SignedIn.Confirmed, "/account/recovery-codes", RecoveryCodesAsync);
        routes.MapPost(Access.SignedIn, "/account/sessions/{digest}/revoke", request => RevokeAsync(request, request.Route("digest"), null));
        routes.MapPost(Access.SignedIn, "/account/sessions/revoke-others", request => RevokeAsync(request, null, request.SessionDigest));
    }

    private static async Task<IResult> PageAsync(NewsroomRequest request, string? nameFault = null, string? emailFault = null, int status = StatusCodes.Status200OK)
    {
        var users = request.Service<UserManager<Person>>();
        return await request.PageAsync<AccountPage>(
            status, (nameof(AccountPage.NameFault), nameFault), (nameof(AccountPage.EmailFault), emailFault), (nameof(AccountPage.Passkeys), (IReadOnlyList<UserPasskeyInfo>)[.. await users.GetPasskeysAsync(request.Person)]),
            (nameof(AccountPage.RecoveryCodes), await users.CountRecoveryCodesAsync(request.Person)),
            (nameof(AccountPage.Sessions), await request.Service<SessionStore>().OfAsync(request.Person.Id, request.Cancellation)), (nameof(AccountPage.Here), request.SessionDigest));
    }

    private static async Task<IResult> SaveAsync(NewsroomRequest request)
    {
        var me = request.Person;
        if (request.Text("email") is { Length: > 0 } address && !MailAddress.IsValid(address))
        {
            return await PageAsync(request, emailFault: request.Room.T("fault.email"), status: StatusCodes.Status400BadRequest);
        }

        var outcome = await request.Service<PersonDirectory>().ChangeAsync(
            request.By, Permissions.Of(Role.Administrator), me.Id,
            new PersonChange
            {
                DisplayName = request.Text("display-name"),
                Email = request.Text("email"),
                Language = NewsroomLanguages.All.FirstOrDefault(language => language == request.Text("language")) ?? me.Language,
                Role = me.Role,
                Grants = me.Grants,
                Desks = me.Desks,
            }, request.Cancellation);
        return outcome is ChangeOutcome.WrongName(var fault) ? await PageAsync(request, request.Room.T($"fault.display-name.{JoinForm.Word(fault)}"), status: StatusCodes.Status400BadRequest) : request.GoTo("/account", "account-saved");
    }

    private static async Task<IResult> AddPasskeyAsync(NewsroomRequest request)
    {
        if (await request.Service<PasskeyFlow>().AttestAsync(request.Text("credential")) is not { } made || made.PersonId != request.Person.Id)
        {
            return request.GoTo("/account", "passkey-failed");
        }

        made.Passkey.Name = DeviceName.From(request.Context.Request.Headers.UserAgent.ToString());
        await request.Service<UserManager<Person>>().AddOrUpdatePasskeyAsync(request.Person, made.Passkey);
        await RecordAsync(request, AuditAct.PasskeyAdded, made.Passkey.Name);
        await request.Service<AccountNotices>().TellCredentialsChangedAsync(request.Person, request.Cancellation);
        return request.GoTo("/account", "passkey-added");
    }

    private static async Task<IResult> RemovePasskeyAsync(NewsroomRequest request)
    {
        var users = request.Service<UserManager<Person>>();
        var passkeys = await users.GetPasskeysAsync(request.Person);
        var found = passkeys.FirstOrDefault(passkey => Base64Url.EncodeToString(passkey.CredentialId) == request.Route("id"));
        if (found is null || (passkeys.Count == 1 && !request.Person.HasPassword))
        {
            return request.GoTo("/account", "passkey-last");
        }

        await users.RemovePasskeyAsync(request.Person, found.CredentialId);
        await RecordAsync(request, AuditAct.PasskeyRemoved, found.Name);
        await request.Service<AccountNotices>().TellCredentialsChangedAsync(request.Person, request.Cancellation);
        return request.GoTo("/account", "passkey-removed");
    }

    private static Task<IResult> PasswordPageAsync(NewsroomRequest request, JoinForm? form = null) => request.PageAsync<PasswordPage>(
        form is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest, (nameof(PasswordPage.Form), form ?? new JoinForm()),
        (nameof(PasswordPage.Enrolment), AuthenticatorEnrolment.Create(request.Service<IDataProtectionProvider>(), request.Room.Edition.Name, request.Person.UserName, request.Text("key"))));

    // Password and app are always set together, so that no account has one without the other.
    private static async Task<IResult> PasswordAsync(NewsroomRequest request)
    {
        var (form, credentials) = JoinForm.Read(request, request.Person).WithPassword(request);
        if (credentials is not Credentials.PasswordAndCode chosen)
        {
            return await PasswordPageAsync(request, form);
        }

        var codes = await request.Service<ChangeCredentials>().SetPasswordAsync(request.By, request.Person, chosen, request.SessionDigest, request.Cancellation);
        return await request.PageAsync<RecoveryCodesPage>((nameof(RecoveryCodesPage.Codes), codes));
    }

    private static async Task<IResult> RecoveryCodesAsync(NewsroomRequest request)
    {
        if (!request.Person.HasSecondFactor)
        {
            return request.GoTo("/account");
        }

        return await request.PageAsync<RecoveryCodesPage>((nameof(RecoveryCodesPage.Codes), await request.Service<ChangeCredentials>().NewRecoveryCodesAsync(request.By, request.Person, request.Cancellation)));
    }

    private static async Task<IResult> RevokeAsync(NewsroomRequest request, string? digest, string? except)
    {
        await request.Service<SessionStore>().RevokeAsync(request.By, request.Person.Id, request.Person.UserName, digest, except, request.Cancellation);
        return request.GoTo("/account", "sessions-revoked");
    }

    private static Task RecordAsync(NewsroomRequest request, AuditAct act, string? after) =>
        request.Service<AuditStore>().AppendAsync(request.By, act, request.Person.UserName, after: after, cancellation: request.Cancellation);
}
