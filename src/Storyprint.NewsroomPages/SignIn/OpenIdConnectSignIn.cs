using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.NewsroomPages.Requests;
using Storyprint.People.Accounts;
using Storyprint.People.Sessions;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Workflow;

namespace Storyprint.NewsroomPages.SignIn;

/// <summary>Sign-in by the publication's OpenID Connect provider, with Microsoft's handler. Where the settings map roles, they are the provider's at each sign-in.</summary>
internal static class OpenIdConnectSignIn
{
    private const string Scheme = "provider";

    /// <summary>The environment variable of the client's secret.</summary>
    public const string SecretVariable = "STORYPRINT_OIDC_SECRET";

    public static void Add(IServiceCollection services, Publication publication, NewsroomOrigin origin)
    {
        if (publication.OpenIdConnect is not { } provider)
        {
            return;
        }

        services.AddAuthentication().AddOpenIdConnect(Scheme, options =>
        {
            (options.Authority, options.ClientId, options.ClientSecret) = (provider.Authority, provider.ClientId, Environment.GetEnvironmentVariable(SecretVariable));
            options.RequireHttpsMetadata = !(Uri.TryCreate(provider.Authority, UriKind.Absolute, out var authority) && authority.IsLoopback);
            (options.ResponseType, options.ResponseMode, options.UsePkce) = ("code", "query", true);
            (options.SignInScheme, options.CallbackPath) = (IdentityConstants.ExternalScheme, "/sign-in/provider/return");
            (options.MapInboundClaims, options.GetClaimsFromUserInfoEndpoint, options.SaveTokens) = (false, true, false);
            options.Scope.Add("email");
            if (provider.RolesClaim.Length > 0)
            {
                options.ClaimActions.Add(new Microsoft.AspNetCore.Authentication.OAuth.Claims.JsonKeyClaimAction(provider.RolesClaim, ClaimValueTypes.String, provider.RolesClaim));
            }

            foreach (var cookie in (CookieBuilder[])[options.CorrelationCookie, options.NonceCookie])
            {
                (cookie.SameSite, cookie.SecurePolicy, cookie.Path) = (SameSiteMode.Lax, origin.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.None, origin.IsSecure ? "/" : origin.BasePath);
                cookie.Name = (origin.IsSecure ? "__Host-" : string.Empty) + cookie.Name!.TrimStart('.');
            }

            options.Events.OnRemoteFailure = context =>
            {
                context.HandleResponse();
                context.Response.Redirect($"{origin.BasePath}/sign-in?done=provider-failed");
                return Task.CompletedTask;
            };
        });
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Access.Anyone, "/sign-in/provider", async request => request.Room.Publication.OpenIdConnect is null
            ? await request.MessageAsync(StatusCodes.Status404NotFound, "refused.not-found")
            : Results.Challenge(
                new AuthenticationProperties { RedirectUri = request.Room.To($"/sign-in/provider/done?then={Uri.EscapeDataString(SafePath.Read(request.Text("then")))}") }, [Scheme]));
        routes.MapGet(Access.Anyone, "/sign-in/provider/done", DoneAsync);
    }

    private static async Task<IResult> DoneAsync(NewsroomRequest request)
    {
        var external = request.Room.Publication.OpenIdConnect is null ? null : (await request.Context.AuthenticateAsync(IdentityConstants.ExternalScheme)).Principal;
        if (external?.FindFirstValue("sub") is not { } subject || request.Room.Person is not null)
        {
            return request.GoTo("/sign-in");
        }

        await request.Context.SignOutAsync(IdentityConstants.ExternalScheme);
        var provider = request.Room.Publication.OpenIdConnect!;
        var flow = request.Service<SignInFlow>();
        var person = await request.Service<ProviderAccounts>().FindOrCreateAsync(
            new ProviderIdentity(provider.Name, subject, external.FindFirstValue("name") ?? external.FindFirstValue("email") ?? subject, external.FindFirstValue("email"), RoleOf(provider, external)),
            provider.RolesClaim.Length > 0, request.Room.Language, request.NetworkAddress, request.Cancellation);
        if (person is null)
        {
            await flow.WrongAsync(request.Context, external.FindFirstValue("email") ?? subject, provider.Name);
            return await request.MessageAsync(StatusCodes.Status403Forbidden, "refused.provider");
        }

        await flow.SignInAsync(request.Context, person, SignInMethod.Provider);
        return request.GoTo(SafePath.Read(request.Query("then")));
    }

    /// <summary>The highest role that the provider's claim gives; null for none.</summary>
    internal static Role? RoleOf(PublicationOpenIdConnect provider, ClaimsPrincipal external) => provider.RolesClaim.Length == 0 ? null : external.FindAll(provider.RolesClaim)
        .Select(claim => provider.Roles.TryGetValue(claim.Value, out var word) && Enum.TryParse<Role>(word, ignoreCase: true, out var role) && Enum.IsDefined(role) ? role : (Role?)null).Max();
}
