// Who would newly break a draft, and who no longer: one pair of bars a unit. The table beside it says the same.
async function library() {
  if (window.echarts) return window.echarts;
  await new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = new URL("../lib/echarts.min.js", import.meta.url);
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });
  return window.echarts;
}

const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

export default async function (place) {
  const echarts = await library();
  const given = JSON.parse(place.dataset.chart);
  place.style.height = `${Math.max(180, 80 + given.units.length * 42)}px`;
  const ink = colour("--g-ink");
  const font = getComputedStyle(document.body).fontFamily;
  const narrow = place.clientWidth < 500;
  const chart = echarts.init(place, null, { renderer: "svg" });
  const bar = (name, values, fill, decal) => ({
    name, type: "bar", data: values, barMaxWidth: 16, itemStyle: { color: fill, decal }, label: { show: true, position: "right", color: ink, formatter: ({ value }) => value > 0 ? value.toLocaleString("en") : "" },
  });
  chart.setOption({
    animation: false,
    textStyle: { color: ink, fontFamily: font, fontSize: 14 },
    aria: { enabled: false },
    legend: { top: 0, textStyle: { color: ink, fontSize: 14 } },
    grid: { left: 8, right: 48, top: 40, bottom: 8, containLabel: true },
    xAxis: { type: "value", minInterval: 1, axisLabel: { color: ink }, splitLine: { lineStyle: { color: colour("--g-line") } }, name: given.words.unit, nameTextStyle: { color: ink } },
    yAxis: { type: "category", inverse: true, data: given.units, axisLabel: { color: ink, width: narrow ? 110 : 220, overflow: "truncate" }, axisTick: { show: false } },
    series: [
      bar(given.words.newly, given.newly, colour("--g-red")),
      bar(given.words.noLonger, given.noLonger, colour("--g-accent"), { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [3, 4], rotation: Math.PI / 4, color: "rgba(255,255,255,.6)" }),
    ],
  });
  new ResizeObserver(() => chart.resize()).observe(place);
}
