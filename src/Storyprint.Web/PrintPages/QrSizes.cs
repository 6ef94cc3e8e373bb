namespace Storyprint.Web.PrintPages;

/// <summary>Sizes of the QR codes on the print page, in millimetres. print.css reads them from the rules that <see cref="PrintStyleRules"/> writes.</summary>
public static class QrSizes
{
    /// <summary>The link mark at the head of the first page, with its quiet zone.</summary>
    public const int LinkMark = 33;

    /// <summary>The link mark in the margin of every further page, without its quiet zone: the margin around it is white.</summary>
    public const int LinkMarkInMargin = 22;

    /// <summary>The seal mark at the foot of the last page, with its quiet zone.</summary>
    public const int SealMark = 38;
}
