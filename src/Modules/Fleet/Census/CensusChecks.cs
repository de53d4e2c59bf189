using System.Globalization;
using Guiju.Kernel;

namespace Guiju.Fleet.Census;

/// <summary>What must hold for a census to make sense.</summary>
internal static class CensusChecks
{
    public static readonly SystemCheck SpanInOrder = Statement(nameof(SpanInOrder), "统计时段的止日不能早于起日。", "The time counted must not end before it begins.");

    public static readonly SystemCheck DueAhead = Statement(nameof(DueAhead), "填报截止日期不能早于今天。", "The day to answer by cannot lie in the past.");

    public static readonly SystemCheck OneRound = Statement(nameof(OneRound), "还有一次普查在填报，先办结它。", "Another round is still being answered; close it first.");

    public static readonly SystemCheck RoundIsOpen = Statement(nameof(RoundIsOpen), "这次普查已经办结，数字不再变动。", "The round has ended; its figures do not change any more.");

    public static readonly SystemCheck KnownFigure = Statement(nameof(KnownFigure), "没有这项普查数字。", "There is no such figure in the census.");

    public static readonly SystemCheck FigureIsGiven = Statement(nameof(FigureIsGiven), "数字不能留空；没有的填 0。", "A figure is not left empty; where there is none, write 0.");

    public static readonly SystemCheck Countable = Statement(nameof(Countable), "数字不能小于零；车辆、编制、人数为整数，金额到分。", "Figures are not below nought; cars, quotas and people are whole, money goes to the cent.");

    public static readonly SystemCheck CorrectionExplained = Statement(nameof(CorrectionExplained), "与台账不同的数字须说明理由。", "Figures that differ from the record need a reason.");

    public static readonly SystemCheck ReasonForMissing = Statement(nameof(ReasonForMissing), "还有单位没有填报，办结须说明理由。", "Some units have not answered; closing needs a reason.");

    /// <summary>The cars by class and by energy are the same cars.</summary>
    public static SystemCheck CarsAgree(decimal byClass, decimal byEnergy) => Both(nameof(CarsAgree), "车辆", "cars", byClass, byEnergy);

    /// <summary>The costs by class and by energy are the same costs.</summary>
    public static SystemCheck CostsAgree(decimal byClass, decimal byEnergy) => Both(nameof(CostsAgree), "运行费用", "running costs", byClass, byEnergy);

    private static SystemCheck Both(string name, string zh, string en, decimal one, decimal other)
    {
        var (first, second) = (one.ToString("0.##", CultureInfo.InvariantCulture), other.ToString("0.##", CultureInfo.InvariantCulture));
        return Statement(name, $"按类别的{zh}合计 {first}，按能源的合计 {second}，两表须一致。", $"By class the {en} come to {first}, by energy to {second}; the tables must agree.");
    }

    private static SystemCheck Statement(string name, string zh, string en) => new($"{nameof(CensusChecks)}.{name}", new Bilingual(zh, en));
}
