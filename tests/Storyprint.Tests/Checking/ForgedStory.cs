using System.Text.RegularExpressions;

namespace Storyprint.Tests.Checking;

/// <summary>A story with places where a forger would change one word: <c>{what was published|what is put there|another}</c>.</summary>
internal sealed partial record ForgedStory(string Language, string Template)
{
    /// <summary>As it was published, a paragraph a line; the first is the headline.</summary>
    public string Published => Place().Replace(Template, match => Choices(match)[0]);

    /// <summary>Every way to change one place.</summary>
    public IEnumerable<Forgery> Forgeries => Place().Matches(Template).SelectMany(place => Choices(place).Skip(1).Select(put => new Forgery(
        this, Choices(place)[0], put, Place().Replace(Template, match => match.Index == place.Index ? Mark + put + Mark : Choices(match)[0]))));

    public const char Mark = '\u0001';

    private static string[] Choices(Match place) => place.Groups["choices"].Value.Split('|');

    [GeneratedRegex(@"\{(?<choices>[^}]*)\}")]
    private static partial Regex Place();

    public static IReadOnlyList<ForgedStory> All { get; } =
    [
        new("en", """
            Old bridge opens again after {two|ten} years
            The bridge over the inner harbour opened to traffic at {06:00|08:00} on {12|21} March, {two|three} years after it was closed for repairs. The work cost {4.8|8.4} million crowns, {less|more} than the council had set aside.
            “We did {not|now} expect so many people on the first morning,” said the harbour master, {Ines Calloway|Tomas Reyes}. “The {old|new} beams were stronger than we thought.”
            The bridge carries lorries of up to {18|81} {tonnes|kilograms}, and ships of less than {30|300} metres pass under it without waiting. It is {legal|illegal} to fish from the {northern|southern} side.
            The library on the quay, which had lost a {third|half} of its visitors, said on {Monday|Friday} that it {will|won't} keep its longer hours through the {summer|winter}.
            """),
        new("en", """
            Library lends {1,240|2,140} books in its first week
            The city library lent {1,240|1,420} books in the week after it moved to the former customs house, and {no|all} book came back late. {Petra Lindqvist|Maria Lindqvist}, who runs it, counted {310|130} new readers.
            Rain of {14|41} millimetres on {Tuesday|Thursday} left water in the cellar, but {none|most} of the maps kept there was damaged. The council pays {7|70} percent of the repair.
            “I have {never|always} seen the reading room so full,” {she|he} said. The hall is {open|closed} on Sundays from {10|11} to {16|15}.
            Next week the {mayor|poet} {Jonas Berg|Jonas Borg} reads there from letters that sailors sent home {before|after} the storm of 1862.
            """),
        new("fa", """
            پل کهنه پس از {دو|ده} سال باز شد
            پل بندر درونی روز {۱۲|۲۱} فروردین ساعت {۶|۸} صبح به روی خودروها باز شد، {دو|سه} سال پس از آن‌که برای بازسازی بسته شده بود. هزینهٔ کار {۴٫۸|۸٫۴} میلیارد تومان بود، {کمتر|بیشتر} از آن‌چه شورا کنار گذاشته بود.
            مدیر بندر، {مینا کاویان|رضا کاویان}، گفت: «انتظار {نداشتیم|داشتیم} که روز نخست این همه آدم بیاید. تیرهای {کهنه|تازه} از آن‌چه فکر می‌کردیم محکم‌تر بودند.»
            کامیون‌های تا {۱۸|۸۱} {تن|کیلو} از پل می‌گذرند و کشتی‌های کوتاه‌تر از {۳۰|۳۰۰} متر بی‌انتظار از زیر آن رد می‌شوند. ماهیگیری از سمت {شمالی|جنوبی} پل آزاد {است|نیست}.
            کتابخانهٔ کنار اسکله که {یک‌سوم|نیمی} از بازدیدکنندگانش را از دست داده بود، روز {دوشنبه|جمعه} گفت که ساعت‌های بلندترش را تا پایان {تابستان|زمستان} نگه {می‌دارد|نمی‌دارد}.
            """),
        new("ar", """
            الجسر القديم يفتح من جديد بعد {سنتين|عشر} سنوات
            فتح الجسر فوق الميناء الداخلي أمام السيارات في الساعة {السادسة|الثامنة} من صباح {12|21} مارس، بعد {سنتين|ثلاث} سنوات من إغلاقه للترميم. وكلف العمل {4.8|8.4} مليون دينار، وهو {أقل|أكثر} مما خصصه المجلس.
            وقالت مديرة الميناء {سلمى حداد|منى حداد}: «{لم|كم} نتوقع هذا العدد من الناس في الصباح الأول. كانت العوارض {القديمة|الجديدة} أقوى مما ظننا».
            تعبر الجسر شاحنات يصل وزنها إلى {18|81} {طنا|كيلوغراما}، وتمر من تحته السفن الأقصر من {30|300} متر دون انتظار. والصيد من الجانب {الشمالي|الجنوبي} {مسموح|ممنوع}.
            وقالت المكتبة على الرصيف، التي فقدت {ثلث|نصف} زوارها، يوم {الاثنين|الجمعة} إنها {ستبقي|لن تبقي} ساعاتها الأطول حتى نهاية {الصيف|الشتاء}.
            """),
        new("zh", """
            旧桥{两|十}年后重新开放
            内港大桥于三月{12|21}日上午{六|八}时重新通车，距其关闭维修已有{两|三}年。工程耗资{480|840}万元，{低|高}于市议会的预算。
            港务长{林晓梅|王晓梅}说：“我们{没|早}想到第一天早晨会来这么多人，{旧|新}梁比我们想的更结实。”
            大桥可通行最重{18|81}{吨|斤}的货车，长度不到{30|300}米的船只无需等待即可从桥下通过。桥的{北|南}侧{允许|禁止}钓鱼。
            码头边的图书馆曾失去{三分之一|一半}的读者，馆方星期{一|五}表示，整个{夏|冬}季都{将|不}延长开放时间。
            """),
    ];
}

/// <summary>A copy in which one place was changed.</summary>
/// <param name="Was">What was published there.</param>
/// <param name="Put">What stands there now.</param>
/// <param name="Marked">The copy, with marks around the place.</param>
internal sealed record Forgery(ForgedStory Story, string Was, string Put, string Marked)
{
    public override string ToString() => $"{Story.Language}: {Was} → {Put}";
}
