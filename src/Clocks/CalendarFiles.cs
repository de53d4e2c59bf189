using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Guiju.Clocks;

/// <summary>Reads the year files <c>law/calendar/YYYY.yaml</c>: year, notice, off [name, from, to], work [name, date].</summary>
internal static class CalendarFiles
{
    public static IEnumerable<CalendarYear> Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new CalendarException($"没有日历文件夹 {folder}", $"There is no calendar folder {folder}");
        }

        return Directory.EnumerateFiles(folder, "*.yaml")
            .Where(file => Path.GetFileNameWithoutExtension(file) is { Length: 4 } name && name.All(char.IsAsciiDigit))
            .Order(StringComparer.Ordinal)
            .Select(file => new YearFile(Path.GetFileName(file)).Read(File.ReadAllText(file)));
    }

    /// <summary>One file being read; it knows its name so that faults can say it.</summary>
    internal sealed class YearFile(string name)
    {
        public CalendarYear Read(string yaml)
        {
            var root = Root(yaml);
            var year = Number(root, "year");
            var off = Entries(root, "off").Select(Period).ToList();
            var work = Entries(root, "work").Select(day => new MakeUpDay(Text(day, "name"), Date(day, "date", year))).ToList();
            return new CalendarYear(year, Text(root, "notice"), off, work);

            HolidayPeriod Period(YamlMappingNode entry)
            {
                var period = new HolidayPeriod(Text(entry, "name"), Date(entry, "from", year), Date(entry, "to", year));
                return period.From <= period.To ? period : throw Fault(entry, "from 晚于 to", "from is later than to");
            }
        }

        private YamlMappingNode Root(string yaml)
        {
            var stream = new YamlStream();
            try
            {
                stream.Load(new StringReader(yaml));
            }
            catch (YamlException broken)
            {
                throw new CalendarException(
                    $"{name} 第 {broken.Start.Line} 行不是合法的 YAML", $"{name} line {broken.Start.Line} is not valid YAML");
            }
            catch (InvalidOperationException)
            {
                // The YAML scanner loses its place in an unclosed flow list and says so this way, without a line.
                throw new CalendarException($"{name} 不是合法的 YAML", $"{name} is not valid YAML");
            }

            return stream.Documents is [{ RootNode: YamlMappingNode root }, ..]
                ? root
                : throw new CalendarException($"{name} 没有内容", $"{name} is empty");
        }

        private IEnumerable<YamlMappingNode> Entries(YamlMappingNode parent, string key)
        {
            if (!parent.Children.TryGetValue(key, out var node))
            {
                return [];
            }

            return node is YamlSequenceNode list && list.All(item => item is YamlMappingNode)
                ? list.Cast<YamlMappingNode>()
                : throw Fault(node, $"{key} 应为条目列表", $"{key} must be a list of entries");
        }

        private string Text(YamlMappingNode parent, string key) =>
            parent.Children.TryGetValue(key, out var node) && node is YamlScalarNode { Value: { Length: > 0 } text }
                ? text
                : throw Fault(parent, $"缺少 {key}", $"{key} is missing");

        private int Number(YamlMappingNode parent, string key) =>
            int.TryParse(Text(parent, key), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw Fault(parent, $"{key} 应为数字", $"{key} must be a number");

        private DateOnly Date(YamlMappingNode parent, string key, int year)
        {
            var text = Text(parent, key);
            if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                throw Fault(parent, $"{key} 应为日期 年-月-日", $"{key} must be a date yyyy-MM-dd");
            }

            return Math.Abs(date.Year - year) <= 1
                ? date
                : throw Fault(parent, $"{key} 不属于 {year} 年前后", $"{key} lies too far from {year}");
        }

        private CalendarException Fault(YamlNode node, string zh, string en) =>
            new($"{name} 第 {node.Start.Line} 行：{zh}", $"{name} line {node.Start.Line}: {en}");
    }
}
