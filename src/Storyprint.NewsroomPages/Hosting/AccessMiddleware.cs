using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Storyprint.NewsroomPages.Notices;
using Storyprint.NewsroomPages.Requests;
using Storyprint.People.Accounts;
using Storyprint.People.Notices;
using Storyprint.People.Sessions;

namespace Storyprint.NewsroomPages.Hosting;

/// <summary>Lets a request pass to its route: who it is, whether that person may, whether it was proved just now, and whether the form came from our own page.</summary>
internal sealed class AccessMiddleware(NewsroomOrigin origin, PersonDirectory people, NoticeBoard notices, IAntiforgery antiforgery, TimeProvider clock)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var endpoint = context.GetEndpoint();
        var access = endpoint?.Metadata.GetMetadata<Access>();
        var isReading = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        if (!isReading && !IsFromOurPages(context.Request))
        {
            await NewsroomRequest.RefuseAsync(context, StatusCodes.Status400BadRequest, "refused.foreign");
            return;
        }

        var signedIn = await context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        if (signedIn.Principal is { } principal && principal.PersonId is { } id && await people.FindAsync(id, context.RequestAborted) is { } person)
        {
            context.User = principal;
            context.Features.Set(person);
            if (isReading)
            {
                context.Features.Set(new UnreadNotices(await notices.CountUnreadAsync(person.Id, context.RequestAborted)));
            }
        }

        if (access is null)
        {
            await next(context);
            return;
        }

        var who = context.Features.Get<Person>();
        if (access.Allows is { } allows)
        {
            if (who is null)
            {
                context.Response.Redirect(SignInPath(context));
                return;
            }

            if (!allows(who.Permissions))
            {
                await NewsroomRequest.RefuseAsync(context, StatusCodes.Status403Forbidden, "refused.not-allowed");
                return;
            }

            if (access.NeedsConfirmation && !Confirmation.IsFresh(context.User, clock.GetUtcNow()))
            {
                context.Response.Redirect(origin.BasePath + Confirmation.PathTo(isReading ? LocalPath(context.Request) : BackPath(context.Request)));
                return;
            }
        }

        if (!isReading && endpoint?.Metadata.GetMetadata<LargeForm>() is { } large && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            // Only for who may: nobody else makes the server read much.
            limit.MaxRequestBodySize = large.MostBytes;
        }

        if (!isReading && !await antiforgery.IsRequestValidAsync(context))
        {
            await NewsroomRequest.RefuseAsync(context, StatusCodes.Status400BadRequest, "refused.form-old");
            return;
        }

        await next(context);
    }

    // Browsers say where a request comes from; one that says nothing has the token of the form to show.
    private bool IsFromOurPages(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none"
        && (request.Headers.Origin.ToString() is var from && (from.Length == 0 || from == origin.Address));

    private string SignInPath(HttpContext context) => HttpMethods.IsGet(context.Request.Method) && LocalPath(context.Request) is { Length: > 1 } path
        ? $"{origin.BasePath}/sign-in?then={Uri.EscapeDataString(path)}" : $"{origin.BasePath}/sign-in";

    private static string LocalPath(HttpRequest request) => request.Path.Value + request.QueryString.Value;

    // Where a form was shown, to be filled in again: its target may have no page.
    private string BackPath(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var from) && from.GetLeftPart(UriPartial.Authority) == origin.Address && from.AbsolutePath.StartsWith(origin.BasePath, StringComparison.Ordinal)
            ? from.PathAndQuery[origin.BasePath.Length..] : "/";
}
