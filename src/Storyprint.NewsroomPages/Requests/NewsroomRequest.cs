using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Storyprint.NewsroomPages.Frame;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.NewsroomPages.Mail;
using Storyprint.NewsroomPages.Notices;
using Storyprint.People.Accounts;
using Storyprint.People.Sessions;
using Storyprint.Storage.Releases;
using Storyprint.Storage.Settings;
using Storyprint.Web.Localization;
using Storyprint.Web.Rendering;

namespace Storyprint.NewsroomPages.Requests;

/// <summary>One request of the newsroom: who asks, the page's context, the form, and the answers.</summary>
public sealed class NewsroomRequest
{
    private NewsroomRequest(HttpContext context, NewsroomContext room, IFormCollection form) => (Context, Room, Form) = (context, room, form);

    public HttpContext Context { get; }

    public NewsroomContext Room { get; }

    /// <summary>Empty for a request without a form.</summary>
    public IFormCollection Form { get; }

    public CancellationToken Cancellation => Context.RequestAborted;

    /// <summary>Who is signed in; for routes that ask for it.</summary>
    public Person Person => Room.Person!;

    public string? NetworkAddress => Context.Connection.RemoteIpAddress?.ToString();

    /// <summary>Who acts, for the record.</summary>
    public ReleaseContext By => new(Person.UserName, ReleaseMeans.Newsroom) { PersonId = Person.Id, Permissions = Person.Permissions, NetworkAddress = NetworkAddress };

    /// <summary>What letters say; their links lead to the newsroom's public address.</summary>
    public NewsroomLetters Letters => new(Room.Publication, NewsroomOrigin.Public(Room.Publication));

    public T Service<T>()
        where T : notnull => Context.RequestServices.GetRequiredService<T>();

    public string Route(string name) => Context.Request.RouteValues[name]?.ToString() ?? string.Empty;

    /// <summary>A value of the form, trimmed.</summary>
    public string Text(string name) => Form[name].ToString().Trim();

    /// <summary>A value of the query, trimmed.</summary>
    public string Query(string name) => Context.Request.Query[name].ToString().Trim();

    /// <summary>The session of the browser.</summary>
    public string SessionDigest => Context.User.SessionDigest ?? string.Empty;

    public Task<IResult> PageAsync<TPage>(params (string Name, object? Value)[] parameters)
        where TPage : IComponent => PageAsync<TPage>(StatusCodes.Status200OK, parameters);

    public async Task<IResult> PageAsync<TPage>(int status, params (string Name, object? Value)[] parameters)
        where TPage : IComponent => await RenderAsync<TPage>(Context, Room, status, parameters);

    /// <summary>Goes on to a path of the newsroom after a form was taken.</summary>
    /// <param name="done">The key, below <c>done.</c>, of the sentence that says what was done.</param>
    public IResult GoTo(string path, string? done = null) => Results.Redirect(
        Room.To(path) + (done is null ? string.Empty : $"{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}done={done}"), permanent: false, preserveMethod: false);

    public Task<IResult> MessageAsync(int status, string key) => MessageAsync(Context, Room, status, key);

    public static async Task<NewsroomRequest> CreateAsync(HttpContext context)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
        return new NewsroomRequest(context, RoomOf(context), form);
    }

    /// <summary>Answers a request that reaches no handler.</summary>
    /// <param name="key">The key of the page's title; its text is <c>key.lead</c>.</param>
    public static async Task RefuseAsync(HttpContext context, int status, string key) => await (await MessageAsync(context, RoomOf(context), status, key)).ExecuteAsync(context);

    private static async Task<IResult> MessageAsync(HttpContext context, NewsroomContext room, int status, string key) =>
        await RenderAsync<MessagePage>(context, room, status, (nameof(MessagePage.Key), key));

    private static async Task<IResult> RenderAsync<TPage>(HttpContext context, NewsroomContext room, int status, params (string Name, object? Value)[] parameters)
        where TPage : IComponent
    {
        var all = parameters.ToDictionary(each => each.Name, each => each.Value);
        all.Add("Room", room);
        return new NewsroomPageResult(await context.RequestServices.GetRequiredService<PageRenderer>().RenderAsync<TPage>(all), status);
    }

    private static NewsroomContext RoomOf(HttpContext context)
    {
        var services = context.RequestServices;
        var (publication, person) = (services.GetRequiredService<CurrentPublication>().Value, context.Features.Get<Person>());
        var language = person is not null && NewsroomLanguages.All.Contains(person.Language) ? person.Language : NewsroomLanguages.For(context.Request);
        var (texts, edition) = (NewsroomLanguages.Texts(language), publication.EditionOrMain(language));
        var tokens = services.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context);
        var done = $"done.{context.Request.Query["done"]}";
        return new NewsroomContext
        {
            Publication = publication,
            Edition = edition,
            Language = language,
            Texts = texts,
            Dates = new DateFormatter(edition, texts),
            Assets = services.GetRequiredService<PageAssets>(),
            Origin = services.GetRequiredService<NewsroomOrigin>(),
            Path = context.Request.Path.Value ?? "/",
            Person = person,
            UnreadNotices = context.Features.Get<UnreadNotices>()?.Count ?? 0,
            Form = (tokens.FormFieldName, tokens.RequestToken!),
            Now = services.GetRequiredService<TimeProvider>().GetUtcNow(),
            Notice = texts.Has(done) ? texts[done] : null,
        };
    }
}
