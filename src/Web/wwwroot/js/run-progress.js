// A long run tells how far it is; when it has ended, the page is asked for again. Without this file the page's own link does the same.
const pause = 700;

export default function (place) {
  const bar = place.querySelector("progress, [role=progressbar]");
  async function look() {
    if (!place.isConnected) return;
    try {
      const answer = await fetch(place.dataset.address, { headers: { "X-Requested-With": "fetch" } });
      if (answer.ok) {
        const run = await answer.json();
        if (run.state !== "waiting" && run.state !== "running") { location.reload(); return; }
        if (bar instanceof HTMLProgressElement) { bar.max = Math.max(run.total, 1); bar.value = run.done; }
        const words = place.querySelector(".progress-text .num");
        if (words) words.textContent = `${run.done.toLocaleString("en")} / ${run.total.toLocaleString("en")}`;
      }
    } catch { /* the next look will tell */ }
    setTimeout(look, pause);
  }
  setTimeout(look, pause);
}
