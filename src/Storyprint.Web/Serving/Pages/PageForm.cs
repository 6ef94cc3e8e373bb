using Microsoft.Extensions.Primitives;

namespace Storyprint.Web.Serving.Pages;

/// <summary>A page in one encoding, ready to be sent.</summary>
/// <param name="Encoding">As Content-Encoding names it; empty of the page as it is.</param>
/// <param name="Tag">The entity tag: another one for each encoding, for they are other bytes.</param>
internal sealed record PageForm(byte[] Bytes, StringValues Encoding, StringValues Tag);
