namespace Guiju.Texts.Reading;

/// <summary>Finds gaps, doubles and steps back in the numbers, and brackets left open: reported, never guessed away.</summary>
internal static class NumberChecks
{
    public static void Check(Body body, WarningList warnings)
    {
        Article? last = null;
        foreach (var article in body.AllArticles())
        {
            if (last is not null)
            {
                CompareArticles(last, article, warnings);
            }

            CheckBrackets(article, warnings);
            last = article;
        }

        CheckDivisions(body.Divisions, warnings);
    }

    private static void CompareArticles(Article last, Article article, WarningList warnings)
    {
        var step = article.Number - last.Number;
        var follows = (step == 1 && article.Inserted == 0) || (step == 0 && article.Inserted == last.Inserted + 1);
        if (follows)
        {
            return;
        }

        var (zh, en) = (step, article.Inserted - last.Inserted) switch
        {
            (0, 0) => ("重复", "stands twice"),
            ( < 0, _) => ("倒序", "goes back"),
            _ => ("不连续", "leaves a gap"),
        };
        warnings.Add(article.Line, $"条号{zh}：{last.Label}之后为{article.Label}", $"the article number {en}: {article.Label} after {last.Label}");
    }

    private static void CheckDivisions(IReadOnlyList<Division> divisions, WarningList warnings)
    {
        Division? last = null;
        foreach (var division in divisions)
        {
            // The first of a run may carry on the count of the part before it.
            if (last is not null && division.Kind == last.Kind && division.Number > 0 && division.Number != last.Number + 1)
            {
                warnings.Add(division.Line, $"{last.Label}之后为{division.Label}", $"{division.Label} follows {last.Label}");
            }

            if (division.Body.Children.FirstOrDefault() is null)
            {
                warnings.Add(division.Line, $"{division.Label} {division.Title}之下没有内容", $"nothing stands under {division.Label} {division.Title}");
            }

            CheckDivisions(division.Body.Divisions, warnings);
            last = division;
        }
    }

    private static void CheckBrackets(Article article, WarningList warnings)
    {
        var text = article.Text;
        foreach (var (open, close) in new[] { ("（(", "）)"), ("《", "》"), ("“", "”"), ("〔", "〕") })
        {
            if (text.Count(open.Contains) != text.Count(close.Contains))
            {
                warnings.Add(article.Line, $"{article.Label}的“{open[0]}{close[0]}”不成对", $"{article.Label} has unmatched {open[0]}{close[0]}");
            }
        }
    }
}
